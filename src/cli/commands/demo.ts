import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import type { App } from '../../app/create-app.ts';
import type { Newsroom } from '../../app/demo/newsroom.ts';
import type { ListenOptions } from '../../server/serve-app.ts';
import { type Context, contextOf } from '../context.ts';
import { summaryLines } from '../run-report.ts';
import { withListenOptions } from './start.ts';

interface DemoOptions extends ListenOptions {
  readonly once?: boolean;
}

export function addDemo(program: Command): void {
  withListenOptions(program.command('demo'))
    .description('a newsroom of sample feeds on this machine and the whole line run against it')
    .option('--once', 'poll, publish and exit instead of serving on')
    .addHelpText(
      'after',
      '\nNeeds no network. Works in a temporary folder unless --data names one.',
    )
    .action(async (options: DemoOptions, command: Command) => {
      const context = await contextOf(command);
      const { newsroomPort, startNewsroom } = await import('../../app/demo/newsroom.ts');
      const isTemporary =
        !command.optsWithGlobals<{ data?: string }>().data && !process.env['ARAZ_DATA'];
      // First the newsroom: where its port is taken no folder is left behind.
      const newsroom = await startNewsroom({ port: newsroomPort });
      const dataDir = isTemporary
        ? await mkdtemp(path.join(os.tmpdir(), 'araz-demo-'))
        : context.dataDir;
      try {
        await runDemo(context, newsroom, dataDir, options);
      } finally {
        await newsroom.close();
        if (isTemporary && !options.once) await rm(dataDir, { recursive: true, force: true });
      }
    });
}

async function runDemo(
  context: Context,
  newsroom: Newsroom,
  dataDir: string,
  options: DemoOptions,
): Promise<void> {
  const { demoSetup } = await import('../../app/demo/demo-setup.ts');
  const app = await context.openApp({ dataDir, loadSetup: () => demoSetup(newsroom.url, options) });
  if (!options.once) {
    context.output.note(
      `A newsroom of ${app.setup.sources.size} sample feeds is on ${newsroom.url}/.`,
    );
    const { runService } = await import('../run-service.ts');
    await runService(app, context, { listen: options });
    return;
  }
  try {
    const { runOnce } = await import('../../app/run-once.ts');
    const summary = await runOnce(app, { all: true });
    const { reports: _, published, ...counts } = summary;
    context.output.result({ ...counts, published, outDir: app.outDir }, [
      ...summaryLines(summary),
      `published in ${app.outDir}; open ${firstPage(app)}`,
    ]);
  } finally {
    await app.close();
  }
}

function firstPage(app: App): string {
  const topic = app.setup.config.topics[0]?.id ?? '';
  return path.join(app.outDir, 'topics', topic, 'index.html');
}
