import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import type { App } from '../../app/create-app.ts';
import type { Newsroom } from '../../app/demo/newsroom.ts';
import type { Setup } from '../../app/setup.ts';
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
      // First the newsroom: where it cannot start no folder is left behind.
      const newsroom = await startNewsroom();
      if (newsroom.port !== newsroomPort) {
        context.output.note(
          `Port ${newsroomPort} is taken (another demo?): the newsroom is on ${newsroom.url}/ this time, and so are the links of its articles.`,
        );
      }
      const dataDir = isTemporary
        ? await mkdtemp(path.join(os.tmpdir(), 'araz-demo-'))
        : context.dataDir;
      try {
        await runDemo(context, newsroom, { ...options, dataDir, isTemporary });
      } finally {
        await newsroom.close();
        if (isTemporary && !options.once) await rm(dataDir, { recursive: true, force: true });
      }
    });
}

interface DemoRun extends DemoOptions {
  readonly dataDir: string;
  readonly isTemporary: boolean;
}

async function runDemo(context: Context, newsroom: Newsroom, run: DemoRun): Promise<void> {
  const { dataDir, isTemporary, once, ...listen } = run;
  const { markDemo } = await import('../../app/demo/demo-mark.ts');
  const { checkIsDemos, demoSetup } = await import('../../app/demo/demo-setup.ts');
  const loadSetup = (): Setup => demoSetup(newsroom.url, listen);
  const app = await context.openApp({ dataDir, loadSetup });
  try {
    await checkIsDemos(app);
    markDemo(dataDir, { ...listen, newsroomUrl: newsroom.url });
  } catch (error) {
    await app.close();
    throw error;
  }
  if (!once) {
    context.output.note(
      `A newsroom of ${app.setup.sources.size} sample feeds is on ${newsroom.url}/.`,
    );
    const { runService } = await import('../run-service.ts');
    const farewell = isTemporary
      ? 'Stopped. What the demo stored is removed; --data DIR keeps it.'
      : `Stopped. What the demo stored is in ${dataDir}; every verb reads it with --data ${dataDir}.`;
    await runService(app, context, { listen, farewell });
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
