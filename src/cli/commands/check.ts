import type { Command } from 'commander';
import { checkExamples } from '../../app/check-config.ts';
import { openProbe } from '../../app/open-probe.ts';
import { type Probe, probeSource } from '../../app/probe-source.ts';
import type { Setup } from '../../app/setup.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Output, table } from '../output.ts';
import { probeFacts, probeLine } from '../probe-report.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('validate the configuration and run the topics’ examples')
    .option('--probe', 'also fetch every source once and report what came')
    .action(async (options: { readonly probe?: boolean }, command: Command) => {
      const context = contextOf(command);
      const setup = context.loadSetup();
      const report = checkExamples(setup);
      const probes = options.probe ? await probeAll(setup, context.output) : undefined;
      const lines = [
        `${context.configPath}: ${report.sources} sources, ${report.topics} topics, ` +
          `${report.examples} examples, ${report.failed.length} of them come out wrong`,
        ...report.failed.map((f) => `  ${f.path}: must ${f.expected} “${f.title}”. ${f.why}`),
        ...(probes === undefined
          ? []
          : table([...probes].map(([id, probe]) => [id, ...probeLine(probe)]))),
      ];
      const probed =
        probes && [...probes].map(([id, probe]) => ({ source: id, ...probeFacts(probe) }));
      context.output.result({ config: context.configPath, ...report, probes: probed }, lines);
      const isProbeBad = [...(probes?.values() ?? [])].some((probe) => probe.kind !== 'feed');
      if (report.failed.length > 0 || isProbeBad) process.exitCode = exitCodes.found;
    });
}

async function probeAll(setup: Setup, output: Output): Promise<Map<string, Probe>> {
  const tools = openProbe(setup);
  const probes = new Map<string, Probe>();
  try {
    const all = [...setup.sources.values()].map(async (source) => {
      const probe = await probeSource(source, tools);
      probes.set(source.id, probe);
      output.progress(
        `${probes.size} of ${setup.sources.size} probed; ${source.id}: ${probe.kind}`,
      );
    });
    await Promise.all(all);
  } finally {
    await tools.close();
  }
  return new Map([...probes].sort(([a], [b]) => a.localeCompare(b, 'en')));
}
