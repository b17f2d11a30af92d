import { type Command, InvalidArgumentError } from 'commander';
import type { NearMissFacts } from '../../app/ask/near-misses.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { contextOf } from '../context.ts';

export function addNear(program: Command): void {
  program
    .command('near <topic>')
    .description('items that a topic nearly took, newest first, for review of its words')
    .option('--limit <number>', 'items to show at most', wholeNumber, 50)
    .action(async (topicId: string, { limit }: { limit: number }, command: Command) => {
      const context = await contextOf(command);
      const { listNearMisses } = await import('../../app/ask/near-misses.ts');
      const app = await context.openReading();
      try {
        const items = await listNearMisses(app, topicId, limit);
        const none = `No near misses of ${topicId} are stored.`;
        const lines = items.length === 0 ? [none] : items.flatMap(linesOf);
        context.output.result({ topic: topicId, items }, lines);
      } finally {
        await app.close();
      }
    });
}

function linesOf(near: NearMissFacts): string[] {
  const date = isoMinute(Date.parse(near.published));
  const score = `${Math.round(near.score * 100) / 100} of ${near.threshold}`;
  return [
    `${date}  ${near.title || '(no title)'}  (${near.outlet}, item ${near.itemId})`,
    `  score ${score}. ${near.reason}`,
  ];
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('give a whole number from 1 on.');
}
