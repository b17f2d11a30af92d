import type { Act } from '../domain/act.ts';
import type { Config } from '../domain/config.ts';
import { AppError } from '../domain/errors.ts';
import type { Match, MatchOutcome } from '../domain/match.ts';
import { explainSentence } from '../domain/match-sentence.ts';
import type { EntryRecord } from '../domain/publication.ts';
import { reportedBySentence, reportersOf } from '../domain/reported-by.ts';
import type { Source } from '../domain/source.ts';
import type { ItemTrace } from '../domain/store.ts';
import { matchInputOf } from '../pipeline/match-input.ts';
import { redactUrl } from '../text/redact-url.ts';
import { canonicalUrl, registrableDomain } from '../text/urls.ts';
import { traceArticle } from './find-story.ts';
import type { Reading } from './open-reading.ts';

/** Where an article stands with one topic. */
export interface TopicPlace {
  readonly topicId: string;
  /**
   * `published`: in the live documents; `archived`: it made way for others, or found no room, and
   * is in the archive; `left`: taken out; `waiting`: it matches and no pass has published it yet.
   */
  readonly state: 'published' | 'archived' | 'left' | 'waiting';
  /** Documents it stands or stood in: `all` and languages. */
  readonly variants: readonly string[];
  readonly entryId: string;
  /** The entry's date, or when it was archived or left; absent while it waits. ISO 8601 UTC. */
  readonly since?: string;
  /** Whether the article itself shows the story in `all`, or is named as another report of it. */
  readonly role: 'shown' | 'also-reported';
  readonly reason: string;
}

/** What became of one stored item. */
export interface ItemPlace {
  readonly itemId: number;
  readonly title: string;
  readonly outlet: string;
  readonly link?: string;
  readonly firstSeenAt: string;
  readonly storyId: string;
  readonly duplicateOf?: Told & { readonly layer: string; readonly evidence: unknown };
  /** Which layer put it into a story that another item began. */
  readonly joined?: { readonly layer: string; readonly evidence: unknown };
  /** What editors did to the story, the last first. */
  readonly acts: readonly Act[];
  /** The other items of the story. */
  readonly alsoIn: readonly Told[];
  readonly topics: readonly TopicPlace[];
  /** The rule that came closest; present when no topic has the story. */
  readonly nearest?: { readonly topicId: string; readonly score: number; readonly reason: string };
}

export interface Told {
  readonly itemId: number;
  readonly title: string;
  readonly outlet: string;
  readonly link?: string;
}

/** A source that could have brought it: one of the same registrable domain. */
export interface PossibleSource {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  readonly lastPolledAt?: string;
  readonly lastOutcome?: string;
}

export interface Whereabouts {
  readonly url: string;
  readonly isSeen: boolean;
  readonly items: readonly ItemPlace[];
  /** Filled when it was never seen. */
  readonly sources: readonly PossibleSource[];
}

/**
 * Where the article at an address is, by what was stored when it came; only the nearest rule is
 * looked for by the rules as they are now. Throws `usage` for what is no http(s) address.
 */
export async function whereIs(
  app: Pick<Reading, 'store' | 'setup'>,
  url: string,
): Promise<Whereabouts> {
  const canonical = canonicalUrl(url);
  if (canonical === undefined) {
    throw new AppError('usage', `"${url}" is no http(s) address; give that of the article`);
  }
  const traces = await traceArticle(app, canonical);
  const items = traces.map((trace) => placeOf(trace, app));
  const sources = items.length > 0 ? [] : await possibleSources(app, canonical);
  return { url, isSeen: items.length > 0, items, sources };
}

function placeOf(trace: ItemTrace, { setup }: Pick<Reading, 'setup'>): ItemPlace {
  const { item, story, storyItems } = trace;
  const outlets = new Map(setup.config.sources.map(({ id, title }) => [id, title]));
  const told = ({ id, title, sourceId, link }: ItemTrace['item']): Told => {
    const outlet = outlets.get(sourceId) ?? sourceId;
    return { itemId: id, title, outlet, ...(link === undefined ? {} : { link }) };
  };
  const topics = topicPlaces(trace, setup.config);
  const nearest =
    topics.length > 0 ? undefined : nearestRule(setup.topics.explain(matchInputOf(item)));
  const original = item.duplicate && storyItems.find(({ id }) => id === item.duplicate?.itemId);
  return {
    ...told(item),
    firstSeenAt: iso(item.firstSeenAt),
    storyId: story.id,
    ...(item.duplicate && {
      duplicateOf: {
        ...(original ? told(original) : { title: '', outlet: '' }),
        ...item.duplicate,
      },
    }),
    ...(item.joined && { joined: item.joined }),
    acts: trace.acts,
    alsoIn: storyItems.filter(({ id }) => id !== item.id).map(told),
    topics,
    ...(nearest && { nearest }),
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Topics that have the story, or had it: those with a match or with a row. */
function topicPlaces(trace: ItemTrace, config: Config): readonly TopicPlace[] {
  const matched = trace.matches.filter(({ matched }) => matched);
  const ids = new Set([...matched, ...trace.entries].map(({ topicId }) => topicId));
  return [...ids].toSorted().map((topicId) => {
    const rows = trace.entries.filter((row) => row.topicId === topicId);
    const place = topicPlace(topicId, rows, matched, trace);
    const who = reportersReason(topicId, trace, config);
    return who === undefined ? place : { ...place, reason: `${place.reason} ${who}`.trim() };
  });
}

/** Where the topic asks for several outlets or countries: who has told the story, or what is missing. */
function reportersReason(
  topicId: string,
  { storyItems }: ItemTrace,
  { topics, sources }: Config,
): string | undefined {
  const wanted = topics.find(({ id }) => id === topicId)?.reportedBy;
  if (wanted === undefined) return undefined;
  const titles = new Map(sources.map((source) => [source.id, source]));
  const sentence = reportedBySentence(wanted, reportersOf(storyItems, titles));
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function topicPlace(
  topicId: string,
  rows: readonly EntryRecord[],
  matched: readonly Match[],
  { item, story }: ItemTrace,
): TopicPlace {
  // The document of all languages speaks for the others, unless it has no row of the story.
  const row = rows.find(({ variant }) => variant === 'all') ?? rows[0];
  const outcomes = matched.filter((match) => match.topicId === topicId);
  const own = outcomes.find(({ itemId }) => itemId === item.id) ?? outcomes[0];
  const state = stateOf(row);
  const since = row && { since: iso(row.leftAt ?? row.archivedAt ?? row.published) };
  return {
    topicId,
    state,
    variants: rows.filter((each) => stateOf(each) === state).map(({ variant }) => variant),
    entryId: story.entryId,
    ...since,
    role: row === undefined || row.itemId === item.id ? 'shown' : 'also-reported',
    reason: [stateReason(state, row), own && explainSentence(own)].filter(Boolean).join(' '),
  };
}

function stateOf(row: EntryRecord | undefined): TopicPlace['state'] {
  if (row === undefined) return 'waiting';
  if (row.leftAt !== undefined) return 'left';
  return row.archivedAt === undefined ? 'published' : 'archived';
}

const leftReasons = {
  rule: 'No item of the story matches the rule any more.',
  retracted: 'An editor retracted it.',
  split: 'An editor moved the item that showed it to another story.',
} as const;

function stateReason(state: TopicPlace['state'], row: EntryRecord | undefined): string {
  switch (state) {
    case 'published':
      return '';
    case 'archived':
      return 'The live document had no room: it is full, or its source has its share of it.';
    case 'left':
      return row?.leftReason === undefined ? '' : leftReasons[row.leftReason];
    case 'waiting':
      return 'It matches; the next pass of araz poll or araz publish decides whether it has room.';
    default:
      return state satisfies never;
  }
}

/** The rule with least missing, of those the one that scored most of what it wants. */
function nearestRule(outcomes: readonly MatchOutcome[]): ItemPlace['nearest'] {
  const found = outcomes.filter(({ evidence }) => evidence.hits.length > 0);
  const candidates = found.length > 0 ? found : outcomes;
  const [best] = candidates.toSorted(
    (a, b) =>
      a.evidence.missing.length - b.evidence.missing.length ||
      b.score / (b.evidence.threshold || 1) - a.score / (a.evidence.threshold || 1),
  );
  if (best === undefined) return undefined;
  return { topicId: best.topicId, score: best.score, reason: explainSentence(best) };
}

async function possibleSources(
  { store, setup }: Pick<Reading, 'store' | 'setup'>,
  url: string,
): Promise<readonly PossibleSource[]> {
  const domain = registrableDomain(url);
  const states = new Map((await store.listSourceStates()).map((row) => [row.sourceId, row]));
  const isPossible = (source: Source): boolean =>
    [source.url, states.get(source.id)?.effectiveUrl].some(
      (address) => address !== undefined && registrableDomain(address) === domain,
    );
  return setup.config.sources.filter(isPossible).map((source) => {
    const { lastPolledAt, lastOutcome, status = 'new' } = states.get(source.id) ?? {};
    return {
      id: source.id,
      url: source.publicUrl ?? redactUrl(source.url),
      status: source.enabled ? status : 'disabled',
      ...(lastPolledAt === undefined ? {} : { lastPolledAt: iso(lastPolledAt) }),
      ...(lastOutcome === undefined ? {} : { lastOutcome }),
    };
  });
}
