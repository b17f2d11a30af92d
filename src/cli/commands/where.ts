import type { Command } from 'commander';
import type { ItemPlace, TopicPlace, Whereabouts } from '../../app/where-is.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { actLine } from './acts.ts';

/** Other reports of a story named; the rest is a number. */
const othersShownMax = 10;

export function addWhere(program: Command): void {
  program
    .command('where <url>')
    .description('where an article is: published, a duplicate, stopped at a rule, or never seen')
    .action(async (url: string, _: unknown, command: Command) => {
      const context = await contextOf(command);
      const { whereIs } = await import('../../app/where-is.ts');
      const app = await context.openReading();
      try {
        const found = await whereIs(app, url);
        context.output.result(found, found.isSeen ? found.items.flatMap(itemLines) : unseen(found));
        if (!found.isSeen) process.exitCode = exitCodes.found;
      } finally {
        await app.close();
      }
    });
}

function itemLines(item: ItemPlace): string[] {
  const { title, outlet, itemId, firstSeenAt, storyId, duplicateOf, joined, nearest } = item;
  const by = (why: { layer: string; evidence: unknown }): string =>
    `by ${why.layer}: ${JSON.stringify(why.evidence)}`;
  return [
    `${title || '(no title)'}  (${outlet}, item ${itemId}, first seen ${minuteOf(firstSeenAt)})`,
    ...(duplicateOf === undefined
      ? []
      : [
          `  duplicate of item ${duplicateOf.itemId}, “${duplicateOf.title}” (${duplicateOf.outlet}), ${by(duplicateOf)}`,
        ]),
    ...(joined === undefined ? [] : [`  joined its story ${by(joined)}`]),
    `  story ${storyId}${item.alsoIn.length === 0 ? ', told by nobody else' : ', also told by:'}`,
    ...othersOf(item),
    ...item.acts.map((act) => `  act ${actLine(act)}`),
    ...item.topics.flatMap(topicLines),
    ...(nearest === undefined
      ? []
      : ['  matched no topic', `  nearest is ${nearest.topicId}: ${nearest.reason}`]),
  ];
}

function othersOf({ alsoIn }: ItemPlace): string[] {
  const shown = alsoIn.slice(0, othersShownMax);
  const more = alsoIn.length - shown.length;
  return [
    ...shown.map(({ outlet, title }) => `    ${outlet}: ${title}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

const stateWords: Readonly<Record<TopicPlace['state'], string>> = {
  published: 'published in',
  archived: 'in the archive of',
  left: 'left',
  waiting: 'not published yet in',
};

function topicLines(topic: TopicPlace): string[] {
  const { topicId, state, variants, entryId, since, role, reason } = topic;
  const word = state === 'published' ? ', dated' : ' since';
  const when = since === undefined ? '' : `${word} ${minuteOf(since)}`;
  const where = variants.length === 0 ? '' : ` (${variants.join(', ')})`;
  const how = role === 'shown' ? '' : ', named under “also reported by”';
  return [
    `  ${stateWords[state]} ${topicId}${where}${when}${how}`,
    ...(state === 'waiting' ? [] : [`    entry ${entryId}`]),
    ...(reason === '' ? [] : [`    ${reason}`]),
  ];
}

function unseen({ url, sources }: Whereabouts): string[] {
  if (sources.length === 0) {
    return [`Never seen: ${url}`, `  no source of its site is configured; look: araz try ${url}`];
  }
  return [
    `Never seen: ${url}`,
    '  it could have come by:',
    ...sources.map(({ id, url: address, status, lastPolledAt, lastOutcome }) => {
      const polled =
        lastPolledAt === undefined
          ? 'never polled'
          : `polled ${minuteOf(lastPolledAt)}, ${lastOutcome ?? 'no outcome'}`;
      return `    ${id} (${status}, ${polled}): ${address}`;
    }),
  ];
}

function minuteOf(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')}Z`;
}
