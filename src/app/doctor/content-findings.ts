import { day, hour, type Instant, type Milliseconds, minute } from '../../domain/instant.ts';
import { itemsPerDocumentMax } from '../../domain/limits.ts';
import type { ItemGlance } from '../../domain/store.ts';
import { intervalMin } from '../../pipeline/poll/poll-interval.ts';
import { rateBeforeSilence } from '../../pipeline/poll/source-rhythm.ts';
import { timeInWords } from '../../pipeline/time-in-words.ts';
import { baseLanguage } from '../../text/base-language.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { type Case, dayText, type Finding, toDo, toKnow } from './finding.ts';

/** Fewer items say nothing about a source's habits. */
const itemsMin = 5;
/** Share of items in another language from which the setting is doubted. */
const otherLanguageShare = 0.5;
/** Share of items without a date from which the source counts as undated. */
const undatedShare = 0.9;
/** Silence that is no news for any outlet: a long weekend. */
const silenceMin: Milliseconds = 4 * day;
/** Silence so many times as long as the usual time between two items is remarkable. */
const silenceTimes = 10;
/** Where no rhythm is known. */
const silenceUnknown: Milliseconds = 30 * day;
/** As in reading: clock difference that says nothing. */
const skewMax: Milliseconds = 10 * minute;
/** Nothing but 304 for so long is doubted, if the source brought so much a day before. */
const doubtAfter: Milliseconds = 7 * day;
const doubtRate = 1;
/** Polls looked back at for lost items; more than this many of them is a pattern. */
const missesMin = 2;

/** Nothing new for far longer than the source usually takes. */
export function findSilence(of: Case): Finding | undefined {
  const { state, items, now } = of;
  if (state.status !== 'ok' || findDoubtful304(of) !== undefined) return undefined;
  const newest = newestNews(of);
  if (newest === undefined) {
    if (state.lastSuccessAt === undefined) return undefined;
    return toDo('empty', 'answers, but has never brought an item; see araz try for what is there.');
  }
  const silentMs = now - newest;
  const usualMs = usualGap(items);
  const limit =
    usualMs === undefined ? silenceUnknown : Math.max(silenceMin, usualMs * silenceTimes);
  if (silentMs < limit) return undefined;
  const usual = usualMs === undefined ? '' : `, where one in ${timeInWords(usualMs)} was usual`;
  return toDo(
    'silent',
    `has brought nothing newer than ${dayText(newest)} (${timeInWords(silentMs)})${usual}. Look at ` +
      'the outlet’s site: the feed may have been given up or moved (araz try lists what is there).',
  );
}

/**
 * When its last news came: what one poll brought all at once, as the first one does, is as old as
 * its own dates say.
 */
function newestNews({ state, items }: Case): Instant | undefined {
  const seen = state.lastNewItemAt ?? items[0]?.firstSeenAt;
  const isOneStock = items.every(({ firstSeenAt }) => firstSeenAt === items[0]?.firstSeenAt);
  const dated = items.filter(({ publishedRaw }) => publishedRaw !== undefined);
  if (seen === undefined || !isOneStock || dated.length < itemsMin) return seen;
  return Math.min(seen, Math.max(...dated.map(({ published }) => published)));
}

/** Mean time between the items it brought last, by their own dates where they have some. */
function usualGap(items: readonly ItemGlance[]): Milliseconds | undefined {
  const times = items.map(({ published }) => published).sort((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)];
  if (times.length < itemsMin || first === undefined || last === undefined) return undefined;
  return last > first ? (last - first) / (times.length - 1) : undefined;
}

/** A source that published daily and now answers nothing but "unchanged". */
export function findDoubtful304({ state, now }: Case): Finding | undefined {
  const { unmodifiedSince } = state;
  if (unmodifiedSince === undefined || now - unmodifiedSince < doubtAfter) return undefined;
  if (rateBeforeSilence(state) < doubtRate) return undefined;
  return toKnow(
    'doubtful-304',
    `has answered nothing but "unchanged" (304) since ${dayText(unmodifiedSince)}, though it ` +
      'brought news daily before. Once a week all is asked for, so nothing is lost for longer; ' +
      'compare with the outlet’s site.',
  );
}

/** Items in another language than configured. */
export function findOtherLanguage({ source, items }: Case): Finding | undefined {
  const found = otherLanguage(
    source.language,
    items.map(({ language }) => language),
  );
  if (found === undefined) return undefined;
  return toDo('language', `${found} Correct "language", or split the source by edition.`);
}

/** What languages were seen, in words, when the configured one is not the main one. */
export function otherLanguage(
  configured: string,
  languages: readonly string[],
): string | undefined {
  const own = baseOf(configured);
  if (own === 'mul' || own === 'und' || languages.length < itemsMin) return undefined;
  const counts = new Map<string, number>();
  for (const language of languages.map(baseOf)) {
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [main] = [...counts].sort((a, b) => b[1] - a[1]);
  if (main === undefined || main[0] === own) return undefined;
  if (main[1] < languages.length * otherLanguageShare) return undefined;
  return `${main[1]} of ${languages.length} items are in "${main[0]}", while "${configured}" is configured.`;
}

function baseOf(language: string): string {
  return baseLanguage(language.toLowerCase());
}

/** Items that carry no date that can be read. */
export function findUndated({ items }: Case): Finding | undefined {
  const undated = items.filter(({ publishedRaw }) => publishedRaw === undefined);
  if (items.length < itemsMin || undated.length < items.length * undatedShare) return undefined;
  return toKnow(
    'no-dates',
    `${undated.length} of the last ${items.length} items have no date that can be read; they are ` +
      'ordered by when they were first seen. Nothing to do, unless araz try shows dates there.',
  );
}

/** Dates that all lie ahead: a clock or a zone is wrong. */
export function findFuture({ source, items }: Case): Finding | undefined {
  const leads = items.flatMap(({ publishedRaw, firstSeenAt }) =>
    publishedRaw === undefined ? [] : [publishedRaw - firstSeenAt],
  );
  if (leads.length < itemsMin || leads.some((lead) => lead <= skewMax)) return undefined;
  const least = Math.min(...leads);
  const zone =
    source.timezone === undefined
      ? 'If they name no zone, give the source its "timezone"'
      : `See whether "timezone": "${source.timezone}" is right`;
  return toDo(
    'future-dates',
    `the dates of all ${leads.length} last items lie in the future, by ${inHours(least)} at least; ` +
      `they count as published when first seen. ${zone}; else tell the outlet.`,
  );
}

function inHours(ms: Milliseconds): string {
  return ms < hour ? timeInWords(ms) : `${Math.round((ms / hour) * 2) / 2} h`;
}

/** Polls after which items may have come and gone unseen: all of a full window was new. */
export function findMissed({ source, state, polls }: Case): Finding | undefined {
  // A feed of one item replaces it whenever there is news.
  if ((state.rhythm?.windowItems ?? 0) < 2) return undefined;
  const read = polls.filter(({ outcome }) => outcome === 'modified');
  const full = read.filter((poll) => poll.mayHaveMissed);
  const newest = full[0];
  if (newest === undefined) return undefined;
  const seen =
    `${full.length} of the last ${read.length} polls that brought a document found every item new ` +
    `(last on ${dayText(newest.startedAt)}), so some may have come and gone unseen.`;
  const every = timeInWords(source.everyMs);
  if (source.everyMs > intervalMin && full.length >= missesMin) {
    return toDo('missed', `${seen} Give it a shorter "every" (${every} is configured).`);
  }
  return toKnow('missed', `${seen} It is asked as often as manners allow until that ends.`);
}

/** A document that is longer than is read of one, by the last poll that brought one. */
export function findLeftOut({ source, polls }: Case): Finding | undefined {
  const { itemsLeftOut, startedAt } = polls.find(({ outcome }) => outcome === 'modified') ?? {};
  if (itemsLeftOut === undefined || startedAt === undefined) return undefined;
  const total = itemsPerDocumentMax + itemsLeftOut;
  const site = new URL(redactUrl(source.publicUrl ?? source.url)).origin;
  return toDo(
    'too-many-items',
    `its document has ${total} items, of which only the first ${itemsPerDocumentMax} are read: the ` +
      `last ${itemsLeftOut} were left out on ${dayText(startedAt)}. Look for a shorter feed of the ` +
      `outlet, such as those of its sections (araz try ${site}/), or ask it for one with the newest first.`,
  );
}
