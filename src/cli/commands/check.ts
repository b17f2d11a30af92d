import type { Command } from 'commander';
import type { CheckReport } from '../../app/check-config.ts';
import type { Finding } from '../../app/doctor/finding.ts';
import type { Probe } from '../../app/probe/probe-source.ts';
import type { Setup } from '../../app/setup.ts';
import type { SourceId } from '../../domain/ids.ts';
import { type Context, contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { count, table } from '../output.ts';
import { noteLines, probeFacts, probeLine } from '../probe-report.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('validate the configuration and run the topics’ examples')
    .option('--probe', 'also fetch every source once and report what came')
    .action(async (options: { readonly probe?: boolean }, command: Command) => {
      const context = await contextOf(command);
      const { checkExamples } = await import('../../app/check-config.ts');
      const setup = context.loadSetup();
      const report = checkExamples(setup, context.configPath);
      const probes = options.probe ? await probeAll(setup, context) : [];
      const lines = [
        `${context.configPath}: ${count(report.sources, 'source')}, ` +
          `${count(report.topics, 'topic')}, ${examplesText(report)}`,
        ...setup.warnings.map((warning) => `  ${warning}`),
        ...report.failed.map(
          (f) =>
            `  ${context.configPath}:${f.line}: ${f.path} must ${f.expected} “${f.title}”. ${f.why}`,
        ),
        ...(probes.length === 0
          ? []
          : table(probes.map(({ id, probe }) => [id, ...probeLine(probe)]))),
        ...probes.flatMap(({ id, notes }) => {
          const lines = noteLines(notes.filter(({ needsEditor }) => needsEditor));
          return lines.length === 0 ? [] : [`${id}:`, ...lines];
        }),
      ];
      const probed = options.probe
        ? probes.map(({ id, probe, notes }) => ({ source: id, ...probeFacts(probe, notes) }))
        : undefined;
      const { warnings } = setup;
      const facts = { config: context.configPath, ...report, warnings, probes: probed };
      context.output.result(facts, lines);
      const isProbeBad = probes.some(({ probe }) => probe.kind !== 'feed');
      if (report.failed.length > 0 || isProbeBad) process.exitCode = exitCodes.found;
    });
}

function examplesText({ examples, failed }: CheckReport): string {
  if (examples === 0) return 'no examples: give topics "examples", so that their rules are tested';
  if (failed.length === 0 && examples === 1) return '1 example comes out as it should';
  if (failed.length === 0) return `all ${examples} examples come out as they should`;
  return `${failed.length} of ${examples} examples come out wrong`;
}

interface Probed {
  readonly id: SourceId;
  readonly probe: Probe;
  readonly notes: readonly Finding[];
}

async function probeAll(setup: Setup, context: Context): Promise<readonly Probed[]> {
  const { describeProbe } = await import('../../app/probe/describe-probe.ts');
  const { probeSource } = await import('../../app/probe/probe-source.ts');
  const tools = await context.openProbe({ ownConfig: true });
  const probes: Probed[] = [];
  try {
    const all = [...setup.sources.values()].map(async (source) => {
      const probe = await probeSource(source, tools);
      probes.push({ id: source.id, probe, notes: describeProbe(probe, source, tools.now) });
      context.output.progress(
        `${probes.length} of ${setup.sources.size} probed; ${source.id}: ${probe.kind}`,
      );
    });
    await Promise.all(all);
  } finally {
    await tools.close();
  }
  return probes.sort((a, b) => a.id.localeCompare(b.id, 'en'));
}
