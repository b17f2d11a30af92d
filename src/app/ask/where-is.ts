import type { Act } from '../../domain/act.ts';
import { type DedupReason, dedupSentence } from '../../domain/dedup-sentence.ts';
import type { SourceId } from '../../domain/ids.ts';
import { day } from '../../domain/instant.ts';
import { keyRetentionMs } from '../../domain/limits.ts';
import type { MatchOutcome } from '../../domain/match.ts';
import { explainSentence } from '../../domain/match-sentence.ts';
import type { Source, SourceState } from '../../domain/source.ts';
import type { ItemTrace } from '../../domain/store.ts';
import { trustSentences } from '../../domain/trust-sentence.ts';
import { matchInputOf } from '../../pipeline/match-input.ts';
import { receiptFolder } from '../../publish/receipt/receipt-folder.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { canonicalUrl, registrableDomain } from '../../text/urls.ts';
import type { Reading } from '../open-reading.ts';
import { publicUrlOf } from '../public-url.ts';
import { isoOf, type TopicPlace, topicPlaces } from '../topic-place.ts';
import { findTraces } from './find-traces.ts';

/** Items of a source whose links are looked at: what its documents of some days carry. */
const recentItems = 50;
/** Polls of a source looked at for possible losses. */
const recentPolls = 50;

/** What became of one stored item. */
export interface ItemPlace {
  readonly itemId: number;
  readonly title: string;
  readonly outlet: string;
  readonly link?: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  /** Present where retention has removed the text; titles, links and decisions stay. */
  readonly isTextRemoved?: true;
  readonly storyId: string;
  /** Address of the story's receipt; absent while it was never published. */
  readonly receipt?: string;
  readonly duplicateOf?: Told & Decision;
  /** Which layer put it into a story that another item began, and with which item it was compared. */
  readonly joined?: Decision & { readonly with?: Told };
  /** Which identities of its source are not fully believed, and why; empty where all are. */
  readonly doubts: readonly string[];
  /** What editors did to the story, the last first. */
  readonly acts: readonly Act[];
  /** The other items of the story. */
  readonly alsoIn: readonly Told[];
  readonly topics: readonly TopicPlace[];
  /** The rule that came closest; present when no topic has the story. */
  readonly nearest?: { readonly topicId: string; readonly score: number; readonly reason: string };
}

/** A decision of dedup: data, and the same in words. */
export interface Decision extends DedupReason {
  readonly reason: string;
}

export interface Told {
  readonly itemId: number;
  readonly title: string;
  readonly outlet: string;
  readonly link?: string;
}

/** A source that could have brought it. */
export interface PossibleSource {
  readonly id: string;
  readonly url: string;
  /** Its document is on the same host or site (registrable domain), or its items link there. */
  readonly because: 'same-host' | 'same-site' | 'links-there';
  readonly status: string;
  readonly lastPolledAt?: string;
  readonly lastOutcome?: string;
  readonly nextDueAt?: string;
  /** The last poll before which items may have come and gone unseen. */
  readonly mayHaveMissedAt?: string;
}

export interface Whereabouts {
  /** As it was asked for. */
  readonly url: string;
  readonly isSeen: boolean;
  readonly items: readonly ItemPlace[];
  /** Filled when it was never seen. */
  readonly sources: readonly PossibleSource[];
  /** Days after which what no topic took is forgotten, so that it looks like never seen. */
  readonly forgottenAfterDays: number;
  /** What its source last carried before this moment, and no topic took, is forgotten by now. */
  readonly forgottenBefore: string;
}

/**
 * Where an article is, or the item that shows a story, by what was stored when it came; only the
 * nearest rule is looked for by the rules as they are now. Throws as `findTraces`.
 */
export async function whereIs(
  app: Pick<Reading, 'store' | 'setup' | 'clock'>,
  url: string,
): Promise<Whereabouts> {
  const traces = await findTraces(app, url);
  const states = new Map((await app.store.listSourceStates()).map((row) => [row.sourceId, row]));
  const items = traces.map((trace) => {
    const state = states.get(trace.item.sourceId);
    return {
      ...placeOf(trace, app),
      doubts: state === undefined ? [] : trustSentences(state.trust),
    };
  });
  const canonical = canonicalUrl(url);
  const isSeen = items.length > 0 || canonical === undefined;
  const sources = isSeen ? [] : await possibleSources(app, canonical, states);
  const keptMs = Math.max(keyRetentionMs, app.setup.config.retentionMs);
  const forgottenAfterDays = Math.round(keptMs / day);
  const forgottenBefore = isoOf(app.clock.now() - keptMs);
  return { url, isSeen, items, sources, forgottenAfterDays, forgottenBefore };
}

function placeOf(trace: ItemTrace, { setup }: Pick<Reading, 'setup'>): Omit<ItemPlace, 'doubts'> {
  const { item, story, storyItems, entries } = trace;
  const outlets = new Map(setup.config.sources.map(({ id, title }) => [id, title]));
  const told = ({ id, title, sourceId, link }: ItemTrace['item']): Told => {
    const outlet = outlets.get(sourceId) ?? sourceId;
    return { itemId: id, title, outlet, ...(link === undefined ? {} : { link }) };
  };
  const toldOf = (id: unknown): Told | undefined => {
    const found = storyItems.find((one) => one.id === id);
    return found && told(found);
  };
  const topics = topicPlaces(trace, setup);
  const isUnmatched = topics.length === 0 && item.isPruned !== true;
  const nearest = isUnmatched ? nearestRule(setup.topics.explain(matchInputOf(item))) : undefined;
  const { duplicate, joined } = item;
  const first = joined && toldOf(joined.evidence['with']);
  return {
    ...told(item),
    firstSeenAt: isoOf(item.firstSeenAt),
    lastSeenAt: isoOf(item.lastSeenAt),
    ...(item.isPruned && { isTextRemoved: true as const }),
    storyId: story.id,
    ...(entries.length > 0 && { receipt: `${publicUrlOf(setup)}/${receiptFolder(story.id)}` }),
    ...(duplicate && {
      duplicateOf: {
        ...(toldOf(duplicate.itemId) ?? { title: '', outlet: '' }),
        ...duplicate,
        reason: dedupSentence(duplicate),
      },
    }),
    ...(joined && {
      joined: { ...joined, reason: dedupSentence(joined), ...(first && { with: first }) },
    }),
    acts: trace.acts,
    alsoIn: storyItems.filter(({ id }) => id !== item.id).map(told),
    topics,
    ...(nearest && { nearest }),
  };
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

/** Those whose document is nearest to the address first. */
const nearestFirst = ['same-host', 'same-site', 'links-there'] as const;

async function possibleSources(
  app: Pick<Reading, 'store' | 'setup'>,
  url: string,
  states: ReadonlyMap<SourceId, SourceState>,
): Promise<readonly PossibleSource[]> {
  const found: PossibleSource[] = [];
  for (const source of app.setup.config.sources) {
    const state = states.get(source.id);
    const because = await relationTo(url, source, state, app);
    if (because !== undefined) found.push(await possibleSource(source, state, because, app));
  }
  return found.toSorted(
    (a, b) => nearestFirst.indexOf(a.because) - nearestFirst.indexOf(b.because),
  );
}

async function relationTo(
  url: string,
  source: Source,
  state: SourceState | undefined,
  { store }: Pick<Reading, 'store'>,
): Promise<PossibleSource['because'] | undefined> {
  const documents = [source.url, state?.effectiveUrl ?? source.url];
  const { host } = new URL(url);
  if (documents.some((one) => hostOf(one) === host)) return 'same-host';
  const site = registrableDomain(url);
  if (documents.some((one) => registrableDomain(one) === site)) return 'same-site';
  // Some outlets have their feeds with a service, so that only the links lead to their site.
  const items = state === undefined ? [] : await store.listRecentItems(source.id, recentItems);
  const isLinked = items.some(({ link = '' }) => registrableDomain(link) === site);
  return isLinked ? 'links-there' : undefined;
}

/** Compared as addresses of articles are: without `www.` and the like. */
function hostOf(address: string): string | undefined {
  const canonical = canonicalUrl(address);
  return canonical === undefined ? undefined : new URL(canonical).host;
}

async function possibleSource(
  source: Source,
  state: SourceState | undefined,
  because: PossibleSource['because'],
  { store }: Pick<Reading, 'store'>,
): Promise<PossibleSource> {
  const { lastPolledAt, lastOutcome, nextDueAt, status = 'new' } = state ?? {};
  const polls = state === undefined ? [] : await store.listPolls(recentPolls, source.id);
  const lossy = polls.find(({ mayHaveMissed }) => mayHaveMissed);
  return {
    id: source.id,
    url: source.publicUrl ?? redactUrl(source.url),
    because,
    status: source.enabled ? status : 'disabled',
    ...(lastPolledAt === undefined ? {} : { lastPolledAt: isoOf(lastPolledAt) }),
    ...(lastOutcome === undefined ? {} : { lastOutcome }),
    ...(nextDueAt === undefined || !source.enabled ? {} : { nextDueAt: isoOf(nextDueAt) }),
    ...(lossy && { mayHaveMissedAt: isoOf(lossy.startedAt) }),
  };
}
