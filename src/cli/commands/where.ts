import type { Command } from 'commander';
import type { ItemPlace, PossibleSource, Told, Whereabouts } from '../../app/ask/where-is.ts';
import type { TopicPlace } from '../../app/topic-place.ts';
import type { Act } from '../../domain/act.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { doneWords } from './acts.ts';

/** Other reports of a story named; the rest is a number. */
const othersShownMax = 10;

export function addWhere(program: Command): void {
  program
    .command('where <what>')
    .description('where an article is: published, a duplicate, stopped at a rule, or never seen')
    .addHelpText(
      'after',
      '\n<what> is the address of an article or of a receipt, the id of a story or of its entry\n' +
        '(tag:…), or the number of an item.',
    )
    .action(async (url: string, _: unknown, command: Command) => {
      const context = await contextOf(command);
      const { whereIs } = await import('../../app/ask/where-is.ts');
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
  const { outlet, itemId, link, duplicateOf, joined, topics } = item;
  const seen = `first seen ${minuteOf(item.firstSeenAt)}, last ${minuteOf(item.lastSeenAt)}`;
  return [
    `${titleOf(item)}  (${outlet}, item ${itemId})`,
    ...(link === undefined ? [] : [`  ${link}`]),
    `  ${seen}${item.isTextRemoved ? '; its text was removed by retention since' : ''}`,
    ...item.doubts.map((doubt) => `  of ${outlet}: ${doubt}`),
    ...topics.flatMap(topicLines),
    ...unmatchedLines(item),
    ...(item.receipt === undefined ? [] : [`  receipt ${item.receipt}`]),
    ...(duplicateOf === undefined
      ? []
      : [`  a copy of ${nameOf(duplicateOf)}:`, `    ${duplicateOf.reason}.`]),
    ...(joined === undefined
      ? []
      : [
          joined.with === undefined
            ? '  was taken for part of a story told before:'
            : `  belongs to a story told before, with ${nameOf(joined.with)}:`,
          `    ${joined.reason}.`,
        ]),
    `  story ${item.storyId}${item.alsoIn.length === 0 ? ', told by nobody else' : ', also told by:'}`,
    ...othersOf(item),
    ...item.acts.map(actWords),
  ];
}

function titleOf({ title }: Pick<Told, 'title'>): string {
  return title || '(no title)';
}

function nameOf(told: Told): string {
  return `item ${told.itemId}, “${titleOf(told)}” (${told.outlet || 'no longer stored'})`;
}

function unmatchedLines({ topics, nearest, isTextRemoved }: ItemPlace): string[] {
  if (topics.length > 0) return [];
  if (isTextRemoved) return ['  in no topic; why cannot be told any more, as its text is gone'];
  const reason = nearest && `    nearest is ${nearest.topicId}. ${nearest.reason}`;
  return ['  matched no topic', ...(reason === undefined ? [] : [reason])];
}

function othersOf({ alsoIn }: ItemPlace): string[] {
  const shown = alsoIn.slice(0, othersShownMax);
  const more = alsoIn.length - shown.length;
  return [
    ...shown.map((told) => `    ${told.outlet}: ${titleOf(told)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function actWords({ at, by, kind, reason, number }: Act): string {
  const why = reason === '' ? '' : `: ${reason}`;
  return `  ${isoMinute(at)}  ${by} ${doneWords[kind]} the story${why} (act ${number})`;
}

const stateWords: Readonly<Record<TopicPlace['state'], string>> = {
  published: 'published in',
  'held-back': 'held back from the live document of',
  archived: 'in the archive, no longer in the live document, of',
  left: 'taken out of',
  waiting: 'not published yet in',
};

/** Where an article stands with one topic, for people: to stand under the article. */
export function topicLines(topic: TopicPlace): string[] {
  const { topicId, state, variants, entryId, since, role, reason, archivePage } = topic;
  const word = state === 'published' ? ', dated' : ' since';
  const when = since === undefined ? '' : `${word} ${minuteOf(since)}`;
  const where = variants.length === 0 ? '' : ` (${variants.join(', ')})`;
  const how = role === 'shown' ? '' : ', named under “also reported by”';
  return [
    `  ${stateWords[state]} ${topicId}${where}${when}${how}`,
    ...(reason === '' ? [] : [`    ${reason}`]),
    ...(state === 'waiting' ? [] : [`    entry ${entryId}`]),
    ...(archivePage === undefined || state === 'published'
      ? []
      : [`    archive page ${archivePage}`]),
  ];
}

const becauseWords: Readonly<Record<PossibleSource['because'], string>> = {
  'same-host': 'on the same host',
  'same-site': 'of the same site',
  'links-there': 'its items link to that site',
};

function unseen({ url, sources, forgottenAfterDays, forgottenBefore }: Whereabouts): string[] {
  const until = forgottenBefore.slice(0, 10);
  const forgotten = `  unless no topic took it and its source last carried it before ${until}: that is forgotten after ${forgottenAfterDays} days`;
  if (sources.length === 0) {
    const cure = `  no source of its site is configured; look for its feed with: araz try ${url}`;
    return [`Never seen: ${url}`, cure, forgotten];
  }
  return [
    `Never seen: ${url}`,
    '  it could have come by:',
    ...sources.flatMap(sourceLines),
    forgotten,
  ];
}

function sourceLines(source: PossibleSource): string[] {
  const { id, url, status, because, lastPolledAt, lastOutcome, nextDueAt, mayHaveMissedAt } =
    source;
  const polled =
    lastPolledAt === undefined
      ? 'never polled'
      : `last poll ${minuteOf(lastPolledAt)}: ${lastOutcome ?? 'no outcome'}`;
  const next = nextDueAt === undefined ? '' : `, next ${minuteOf(nextDueAt)}`;
  return [
    `    ${id} (${becauseWords[because]}; ${status}; ${polled}${next}): ${url}`,
    ...(mayHaveMissedAt === undefined
      ? []
      : [`      items may have come and gone unseen before ${minuteOf(mayHaveMissedAt)}`]),
  ];
}

function minuteOf(iso: string): string {
  return isoMinute(Date.parse(iso));
}
