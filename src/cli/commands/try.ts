import type { Command } from 'commander';
import { openProbe } from '../../app/open-probe.ts';
import { describeProbe } from '../../app/probe/describe-probe.ts';
import { probeAnything } from '../../app/probe-source.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { probeFacts, probeLines } from '../probe-report.ts';

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
      const context = contextOf(command);
      const tools = openProbe(context.loadSetup());
      try {
        const probe = await probeAnything(what, tools);
        const source = tools.setup.config.sources.find(({ id }) => id === what);
        const notes = describeProbe(probe, source, tools.now);
        const items =
          probe.kind === 'feed'
            ? probe.items.map(({ item, outcomes }) => ({ ...item, topics: outcomes }))
            : undefined;
        const feed = probe.kind === 'feed' ? probe.read.feed : undefined;
        context.output.result(
          { ...probeFacts(probe, notes), feed, items },
          probeLines(probe, notes),
        );
        if (probe.kind === 'failed') process.exitCode = exitCodes.unreachable;
        if (probe.kind === 'page') process.exitCode = exitCodes.found;
      } finally {
        await tools.close();
      }
    });
}
