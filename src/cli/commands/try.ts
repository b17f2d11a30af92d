import type { Command } from 'commander';
import type { Probe } from '../../app/probe/probe-source.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { probeFacts, probeLines } from '../probe-report.ts';

/** 69 when nothing was got, 3 when what was got is no feed. */
function exitCodeAfter(probe: Probe): number {
  if (probe.kind === 'feed') return exitCodes.done;
  const wasRead = probe.kind === 'page' || probe.answer !== undefined || isOfText(probe.reason);
  return wasRead ? exitCodes.found : exitCodes.unreachable;
}

/** Failures that only a document which was read can have, such as a file. */
function isOfText(reason: string): boolean {
  return ['not-a-feed', 'blocked', 'malformed', 'too-deep'].includes(reason);
}

export function addTry(program: Command): void {
  program
    .command('try <source>')
    .description('read one source, address or file and show what Araz understands of it')
    .addHelpText(
      'after',
      '\nA web page is searched for feeds, and its site at the usual places. Nothing is stored.\n' +
        'Examples: araz try azertag-az | araz try https://example.org/ | araz try saved-feed.xml',
    )
    .action(async (what: string, _: unknown, command: Command) => {
      const context = await contextOf(command);
      const { describeProbe } = await import('../../app/probe/describe-probe.ts');
      const { probeAnything } = await import('../../app/probe/probe-source.ts');
      const tools = await context.openProbe();
      try {
        const probe = await probeAnything(what, tools);
        const source = tools.setup.config.sources.find(({ id }) => id === what);
        // What to change in the configuration can only be said of what is in it.
        const hasCure = probe.kind !== 'failed' || source !== undefined;
        const notes = hasCure ? describeProbe(probe, source, tools.now) : [];
        const items =
          probe.kind === 'feed'
            ? probe.items.map(({ item, outcomes }) => ({ ...item, topics: outcomes }))
            : undefined;
        const feed = probe.kind === 'feed' ? probe.read.feed : undefined;
        context.output.result(
          { ...probeFacts(probe, notes), feed, items },
          probeLines(probe, notes),
        );
        process.exitCode = exitCodeAfter(probe);
      } finally {
        await tools.close();
      }
    });
}
