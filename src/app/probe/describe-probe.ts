import type { SourceId } from '../../domain/ids.ts';
import { day, type Instant } from '../../domain/instant.ts';
import type { Source } from '../../domain/source.ts';
import { discoverHub } from '../../domain/websub.ts';
import { permanentPrefix } from '../../pipeline/poll/learned-address.ts';
import { timeInWords } from '../../pipeline/time-in-words.ts';
import { capitalise } from '../../text/capital.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { otherLanguage } from '../doctor/content-findings.ts';
import { cureOf } from '../doctor/failure-findings.ts';
import { type Finding, toDo, toKnow } from '../doctor/finding.ts';
import type { Probe, ProbeAnswer } from './probe-source.ts';

type FeedProbe = Extract<Probe, { readonly kind: 'feed' }>;

/** News older than this makes one look twice whether the feed is alive. */
const staleAfter = 30 * day;

/**
 * What came of reading a source once, in words: charset and what decided it, items and dates,
 * language against the setting, what the server says about caching, moves, warnings. `source` is
 * the configured one, absent for an address that nobody declared. Pure.
 */
export function describeProbe(
  probe: Probe,
  source: Source | undefined,
  now: Instant,
): readonly Finding[] {
  switch (probe.kind) {
    case 'failed':
      return [
        ...describeMove(probe.answer, source?.id),
        toDo(`failed-${probe.reason}`, `${capitalise(cureOf(probe.reason, probe.from), 'en')}.`),
      ];
    case 'page':
      return describeMove(probe.answer, source?.id);
    case 'feed':
      return describeFeed(probe, source, now);
    default:
      return probe satisfies never;
  }
}

function describeFeed(
  probe: FeedProbe,
  source: Source | undefined,
  now: Instant,
): readonly Finding[] {
  return [
    ...describeMove(probe.answer, source?.id),
    ...describeCharset(probe),
    ...describeItems(probe, now),
    ...describeLanguage(probe, source),
    ...describeCaching(probe),
    ...describeHub(probe),
    ...describeWarnings(probe),
  ];
}

/** Redirects: where they lead, and what to write when they are permanent (RFC 9110 §15.4). */
function describeMove(answer: ProbeAnswer | undefined, id: SourceId | undefined): Finding[] {
  if (answer === undefined || answer.redirects.length === 0) return [];
  const hops = answer.redirects.map(({ status, to }) => `${status} to ${redactUrl(to)}`).join(', ');
  const moved = permanentPrefix(answer.redirects).at(-1);
  if (moved === undefined) {
    return [toKnow('redirected', `Redirected for now (${hops}); the address stays as it is.`)];
  }
  const where = id === undefined ? '' : ` of "${id}"`;
  const text = `Redirected for good (${hops}): set "url"${where} to "${redactUrl(moved)}".`;
  return [toDo('moved', text)];
}

/** What decided each charset, in words (design §10). */
const charsetOrigins: Readonly<Record<string, string>> = {
  'byte order mark': 'by its byte order mark',
  setting: 'as the source’s "charset" says',
  'byte pattern': 'by the pattern of its bytes',
  'valid UTF-8': 'as its bytes are valid UTF-8',
  'HTTP header': 'as the HTTP header says',
  declaration: 'as the document declares',
  language: 'as is usual for the language',
};

function describeCharset({ read }: FeedProbe): Finding[] {
  if (read.charset === undefined) return [];
  const { name, from } = read.charset;
  return [toKnow('charset', `Read as ${name}, ${charsetOrigins[from] ?? from}.`)];
}

function describeItems({ items, dropped, newest }: FeedProbe, now: Instant): Finding[] {
  const left = dropped > 0 ? `; ${dropped} left out as empty or repeated` : '';
  if (items.length === 0) return [toDo('no-items', `It has no items${left}.`)];
  const undated = items.filter(({ item }) => item.publishedRaw === undefined).length;
  const dates =
    undated === 0 ? 'all dated' : undated === items.length ? 'none dated' : `${undated} undated`;
  const counted = items.length === 1 ? '1 item' : `${items.length} items`;
  const found = [toKnow('items', `${counted}, ${dates}${left}.`)];
  if (newest === undefined) return found;
  const age = timeInWords(Math.max(0, now - newest));
  const text = `The newest is ${age} old (${new Date(newest).toISOString().slice(0, 16)}Z).`;
  if (now - newest <= staleAfter) return [...found, toKnow('newest', text)];
  const cure = 'Look at the outlet’s site: the feed may have been given up or moved.';
  return [...found, toDo('stale', `${text} ${cure}`)];
}

function describeLanguage({ items, read }: FeedProbe, source: Source | undefined): Finding[] {
  const languages = items.map(({ item }) => item.language);
  if (languages.length === 0) return [];
  const other = source && otherLanguage(source.language, languages);
  if (other !== undefined) return [toDo('language', `${other} Correct "language".`)];
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  const seen = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([language, count]) => `${language} (${count})`);
  const claimed = read.feed.language === undefined ? '' : `, the feed says ${read.feed.language}`;
  const setting = source === undefined ? '' : `, configured ${source.language}`;
  return [toKnow('languages', `Written in ${seen.join(', ')}${setting}${claimed}.`)];
}

/** What the answer and the document say about when to ask again. */
function describeCaching({ answer, read }: FeedProbe): Finding[] {
  if (answer === undefined) return [];
  const { etag, lastModified } = answer.validators;
  const validators = [
    ...(etag === undefined ? [] : ['ETag']),
    ...(lastModified === undefined ? [] : ['Last-Modified']),
  ];
  const change =
    validators.length > 0
      ? `It can be asked whether it has changed (${validators.join(', ')})`
      : 'It cannot be asked whether it has changed (no ETag, no Last-Modified): every poll transfers it whole';
  const { freshForMs } = answer.freshness;
  const fresh =
    freshForMs === undefined
      ? 'the server does not say how long it is fresh'
      : freshForMs === 0
        ? 'the server does not call it fresh for any time'
        : `the server calls it fresh for ${timeInWords(freshForMs)}`;
  return [toKnow('caching', `${change}; ${fresh}${askedText(read.feed)}.`)];
}

function askedText(feed: FeedProbe['read']['feed']): string {
  const { ttlMinutes, updatePeriod, updateFrequency, skipHours, skipDays } = feed;
  const asked = [
    ...(ttlMinutes === undefined ? [] : [`ttl ${ttlMinutes} min`]),
    ...(updatePeriod === undefined ? [] : [`${updateFrequency ?? 1} × ${updatePeriod}`]),
    ...(skipHours.length > 0 ? [`not in hours ${skipHours.join(', ')} GMT`] : []),
    ...(skipDays.length > 0 ? [`not on ${skipDays.join(', ')}`] : []),
  ];
  return asked.length === 0 ? '' : `; the feed asks for: ${asked.join('; ')}`;
}

function describeHub({ answer, read }: FeedProbe): Finding[] {
  const offer = discoverHub(answer?.links ?? [], read.feed);
  if (offer === undefined) return [];
  return [toKnow('hub', `It names a hub that tells of news: ${redactUrl(offer.hubUrl)}.`)];
}

/** One line for each kind of fault that was read past. */
function describeWarnings({ warnings }: FeedProbe): Finding[] {
  const byCode = new Map<string, { readonly message: string; readonly places: number[] }>();
  for (const { code, message, item } of warnings) {
    const group = byCode.get(code) ?? { message, places: [] };
    byCode.set(code, group);
    if (item !== undefined) group.places.push(item + 1);
  }
  return [...byCode].map(([code, { message, places }]) => {
    const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
    const where = places.length === 0 ? '' : ` (item ${places.slice(0, 3).join(', ')}${more})`;
    return toKnow(code, `${message}${where}`);
  });
}
