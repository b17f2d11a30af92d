import path from 'node:path';
import type { Command } from 'commander';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { entryCount } from '../output.ts';
import { refusedLines } from '../run-report.ts';

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('render every topic again from the store, and what is missing of the tree')
    .option('--out <dir>', 'write the tree here instead of <data>/public')
    .action(async (options: { readonly out?: string }, command: Command) => {
      const context = await contextOf(command);
      const app = await context.openApp(
        options.out === undefined ? {} : { outDir: path.resolve(options.out) },
      );
      try {
        const { republish } = await import('../../app/publish-all.ts');
        const { acquireRunLock } = await import('../../app/run-lock.ts');
        const { prepareRun } = await import('../../app/run-once.ts');
        const lock = await acquireRunLock(app.store, app.clock, app.log);
        try {
          await prepareRun(app);
          const summary = await republish(app);
          const topics = summary.topics.map(
            (topic) => `  ${topic.topicId}: ${entryCount(topic.entries)}`,
          );
          context.output.result({ outDir: app.outDir, ...summary }, [
            `${summary.written} documents written, ${summary.unchanged} unchanged in ${app.outDir}`,
            ...topics,
          ]);
          const refused = refusedLines(summary);
          for (const line of refused) context.output.problem(line);
          if (refused.length > 0) process.exitCode = exitCodes.fault;
        } finally {
          await lock.release();
        }
      } finally {
        await app.close();
      }
    });
}
