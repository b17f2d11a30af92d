import type { Command } from 'commander';
import type { PruneCounts } from '../../domain/retention.ts';
import { contextOf } from '../context.ts';

export function addPrune(program: Command): void {
  program
    .command('prune')
    .description('removes what retention no longer keeps; poll and start do so once a day')
    .action(async (_: unknown, command: Command) => {
      const context = await contextOf(command);
      const { pruneOnce } = await import('../../app/prune-store.ts');
      const app = await context.openApp();
      try {
        const removed = await pruneOnce(app);
        context.output.result(removed, [sentenceOf(removed)]);
      } finally {
        await app.close();
      }
    });
}

function sentenceOf({ texts, revisions, items, stories, keys, polls, pages }: PruneCounts): string {
  const what = [
    [texts, 'texts'],
    [revisions, 'revisions'],
    [items, 'items'],
    [stories, 'stories'],
    [keys, 'keys'],
    [polls, 'poll rows'],
    [pages, 'pages of the file'],
  ] as const;
  const parts = what.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return parts.length === 0 ? 'Nothing was old enough.' : `Removed ${parts.join(', ')}.`;
}
