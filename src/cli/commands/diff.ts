import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { ItemChange, RuleComparison, TopicChange } from '../../app/ask/compare-rules.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { count } from '../output.ts';

interface DiffOptions {
  readonly days: number;
  readonly exitCode?: boolean;
}

export function addDiff(program: Command): void {
  program
    .command('diff <other-config>')
    .description('items each topic would gain and lose under another configuration')
    .option('--days <number>', 'look at items first seen in so many days', positive, 30)
    .option('--exit-code', 'exit with 3 when anything differs')
    .addHelpText('after', '\nStored items are read by both sets of rules; nothing is changed.')
    .action(async (other: string, options: DiffOptions, command: Command) => {
      const context = await contextOf(command);
      const { compareRules } = await import('../../app/ask/compare-rules.ts');
      const after = context.loadSetup(path.resolve(other));
      const app = await context.openReading();
      try {
        const { store, clock, setup } = app;
        const request = { store, before: setup, after, now: clock.now() };
        const compared = await compareRules({ ...request, days: options.days });
        context.output.result(compared, diffLines(compared));
        const differs = compared.topics.some(isDifferent);
        if (options.exitCode === true && differs) process.exitCode = exitCodes.found;
      } finally {
        await app.close();
      }
    });
}

/** A rule said in other words that decides the same of every item is no difference. */
function isDifferent({ kind, gained, lost, waiting }: TopicChange): boolean {
  return kind !== 'changed' || gained.length + lost.length + waiting.length > 0;
}

function diffLines({ items, topics }: RuleComparison): string[] {
  if (topics.length === 0) return ['The rules of all topics are the same.'];
  const none = topics.some(isDifferent) ? [] : ['No topic would gain or lose an item.'];
  return [...topics.flatMap(topicLines), ...none, `${count(items, 'item')} compared`];
}

function topicLines({ topicId, kind, gained, lost, waiting, crowded }: TopicChange): string[] {
  return [
    `${topicId} (${kind}): ${gained.length} gained, ${lost.length} lost${bySource(gained, lost)}`,
    ...gained.flatMap((change) => changeLines('+', change)),
    ...lost.flatMap((change) => changeLines('-', change)),
    ...(waiting.length === 0
      ? []
      : [`  ${waiting.length} more would match and wait, as too few have told them:`]),
    ...waiting.flatMap((change) => changeLines('~', change)),
    ...crowded.map(
      ({ sourceId, stories, room }) =>
        `  quota: ${sourceId} would have ${stories} stories, a live document has room for ${room} of a source; the rest goes to the archive`,
    ),
  ];
}

function changeLines(sign: string, { title, sourceId, itemId, reason }: ItemChange): string[] {
  return [`  ${sign} ${title || '(no title)'}  (${sourceId}, item ${itemId})`, `      ${reason}`];
}

/** `; azertag-az +2 −1`: what each source would gain and lose. */
function bySource(gained: readonly ItemChange[], lost: readonly ItemChange[]): string {
  const ids = [...new Set([...gained, ...lost].map(({ sourceId }) => sourceId))].toSorted();
  const parts = ids.map((id) => {
    const signed = (changes: readonly ItemChange[], sign: string): string => {
      const number = changes.filter(({ sourceId }) => sourceId === id).length;
      return number === 0 ? '' : ` ${sign}${number}`;
    };
    return `${id}${signed(gained, '+')}${signed(lost, '−')}`;
  });
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('give a number of days above 0.');
}
