import type { Clock } from '../domain/clock.ts';
import type { DedupDecision, DedupEvidence, DedupLayerName } from '../domain/dedup.ts';
import { AppError } from '../domain/errors.ts';
import { fullTrust } from '../domain/identity-trust.ts';
import type { CountryCode, ItemId, LanguageTag, SourceId, StoryId } from '../domain/ids.ts';
import { type Instant, minute } from '../domain/instant.ts';
import type { ItemWrite } from '../domain/intent.ts';
import type { Item } from '../domain/item.ts';
import type { CompiledTopics } from '../domain/match.ts';
import type { ParsedItem } from '../domain/parsed-feed.ts';
import type { Source, SourceLease } from '../domain/source.ts';
import type { Store } from '../domain/store.ts';
import { compileTopics } from '../match/compile-topics.ts';
import { shippedConcepts } from '../match/concepts/shipped.ts';
import { normaliseDocument } from '../normalise/normalise-document.ts';
import { sanitiseHtml } from '../normalise/sanitise-html.ts';
import { decideItems } from '../pipeline/decide-items.ts';
import { openStore } from '../store/open-store.ts';
import { systemClock } from './system-clock.ts';

/** Authority of ids that never leave the process (RFC 2606 name). */
const authority = 'deduper.invalid,2026';

/**
 * One item with the outlet that carried it: `{ ...item, source: 'azertag-az' }` of an item that
 * `readFeed` gave. Dates are ISO 8601; summary and content may be HTML.
 */
export interface Report extends Omit<Partial<ParsedItem>, 'source'> {
  /** Name of the source; identity (guid, link) counts inside one source only. */
  readonly source: SourceId;
  /** The outlet's country; absent where nobody knows. */
  readonly country?: CountryCode;
  /** The outlet's language, where the item's own text does not decide. */
  readonly language?: LanguageTag;
}

/** What a report is, beside those added before. */
export interface Verdict {
  /**
   * `known`: the same source carried it before; `duplicate`: the same article from elsewhere;
   * `same-story`: its own text about an event already told; `new`: nothing like it.
   */
  readonly kind: DedupDecision['kind'];
  /** Number of the item; of the earlier one when `known`. */
  readonly itemId: ItemId;
  /** The earlier item, when `known` or `duplicate`. */
  readonly of?: ItemId;
  readonly storyId: StoryId;
  /** Which layer decided, and on what; absent when `new`. */
  readonly layer?: DedupLayerName;
  readonly evidence?: DedupEvidence;
}

/** Finds out what has been told before, over the same layers as the worker, in memory. */
export interface Deduper {
  /**
   * Decides about one report against all added before, and keeps it; calls are taken in order.
   * Throws `invalid` for a report that is no item: neither title nor link, or no letter in it.
   */
  add(report: Report): Promise<Verdict>;
  /** Frees the memory; what is added after it throws `unavailable`. */
  close(): Promise<void>;
}

export interface DeduperOptions {
  /** Whose word lists join stories across languages; default the concepts that ship with Araz. */
  readonly topics?: CompiledTopics;
  /**
   * When a report arrives; default the time it is added. Copies and stories are looked for among
   * what arrived within 14 days.
   */
  readonly now?: () => Instant;
}

/** A deduper without anything in it. */
export function createDeduper(options: DeduperOptions = {}): Deduper {
  const topics = options.topics ?? compileTopics({ topics: [], concepts: shippedConcepts });
  return new MemoryDeduper(topics, { now: options.now ?? systemClock.now });
}

class MemoryDeduper implements Deduper {
  readonly #topics: CompiledTopics;
  readonly #clock: Clock;
  readonly #sources = new Map<SourceId, Source>();
  #store: Promise<Store> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(topics: CompiledTopics, clock: Clock) {
    this.#topics = topics;
    this.#clock = clock;
  }

  add(report: Report): Promise<Verdict> {
    const verdict = this.#last.then(() => this.#add(report));
    // A report that is refused does not stop the next one; its own caller is told.
    this.#last = verdict.catch(() => {});
    return verdict;
  }

  async close(): Promise<void> {
    await this.#last;
    await (await this.#open()).close();
  }

  #open(): Promise<Store> {
    this.#store ??= openStore({ url: 'sqlite::memory:', inProcess: true });
    return this.#store;
  }

  async #add(report: Report): Promise<Verdict> {
    const now = this.#clock.now();
    const store = await this.#open();
    const source = sourceOf(report);
    const item = itemOf(report, source, now);
    if (!this.#sources.has(source.id)) {
      this.#sources.set(source.id, source);
      await store.syncSources([...this.#sources.values()], now);
    }
    const tools = { store, topics: this.#topics, authority };
    const { asOf, writes, sentences } = await decideItems(source.id, [item], tools, now);
    const write = writes[0];
    if (write === undefined) throw new AppError('internal', 'deduper: nothing was decided');
    await commit(store, await lease(store, source.id, now), { write, asOf, now, sentences });
    return verdictOf(store, write);
  }
}

/** Polls nothing: the name of an outlet is enough to tell one from another. */
function sourceOf({ source, language = 'und', country = 'ZZ' }: Report): Source {
  return {
    id: source,
    url: 'http://localhost/',
    title: source,
    language,
    country,
    kind: 'independent',
    rank: 3,
    permission: 'summary',
    enabled: true,
    everyMs: 30 * minute,
    timeoutMs: minute,
  };
}

/** A document of one entry, on the way that every document takes. */
function itemOf(report: Report, source: Source, now: Instant): Item {
  const { source: _, country: _c, summary, content, ...rest } = report;
  const entry: ParsedItem = {
    authors: [],
    categories: [],
    enclosures: [],
    links: [],
    ...rest,
    ...(summary !== undefined && { summary: sanitiseHtml(summary, undefined) }),
    ...(content !== undefined && { content: sanitiseHtml(content, undefined) }),
  };
  const lists = { links: [], authors: [], categories: [], skipHours: [], skipDays: [], hubs: [] };
  const feed = { format: 'rss', ...lists } as const;
  const { items, dropped } = normaliseDocument({
    document: { kind: 'feed', feed, items: [entry], warnings: [] },
    source,
    trust: fullTrust,
    now,
  });
  const [item] = items;
  if (item !== undefined) return item;
  throw new AppError('invalid', `the report is no item: ${dropped[0]?.reason ?? 'it is empty'}`);
}

async function lease(store: Store, sourceId: SourceId, now: Instant): Promise<SourceLease> {
  const request = { now, limit: 1, owner: 'deduper', ttlMs: minute, ignoreDue: true };
  const [granted] = await store.leaseDueSources({ ...request, only: [sourceId] });
  if (granted === undefined) throw new AppError('internal', `deduper: no lease of ${sourceId}`);
  return granted;
}

interface Decided {
  readonly write: ItemWrite;
  readonly asOf: number;
  readonly sentences: Uint8Array | undefined;
  readonly now: Instant;
}

/** Nobody else writes to this store, so there is no conflict to decide again for. */
async function commit(store: Store, { state, fence }: SourceLease, decided: Decided) {
  const { write, asOf, now, sentences } = decided;
  const { sourceId } = state;
  const { kind } = write.decision;
  const outcome = await store.commitIngest({
    sourceId,
    fence,
    asOf,
    now,
    items: [write],
    state,
    ...(sentences && { sentences }),
    poll: {
      sourceId,
      startedAt: now,
      finishedAt: now,
      outcome: 'modified',
      bytes: 0,
      itemsNew: kind === 'known' ? 0 : 1,
      itemsDuplicate: kind === 'duplicate' ? 1 : 0,
      itemsRevised: write.isRevision ? 1 : 0,
      mayHaveMissed: false,
      nextDueAt: now,
      nextDueReason: 'never polled',
    },
  });
  if (outcome.kind !== 'committed') throw new AppError('internal', `deduper: ${outcome.kind}`);
}

async function verdictOf(store: Store, { decision, newStory }: ItemWrite): Promise<Verdict> {
  if (decision.kind === 'known') {
    const { kind, itemId, layer, evidence } = decision;
    const storyId = (await store.findItem(itemId))?.storyId ?? '';
    return { kind, itemId, of: itemId, storyId, layer, evidence };
  }
  // The number it was just stored under: ids only grow.
  const { asOf: itemId } = await store.findCandidates({
    sourceId: '',
    keys: [],
    since: 0,
    limit: 0,
  });
  if (decision.kind === 'new') return { kind: 'new', itemId, storyId: newStory?.id ?? '' };
  const { kind, storyId, layer, evidence } = decision;
  const of = decision.kind === 'duplicate' ? { of: decision.of } : {};
  return { kind, itemId, ...of, storyId, layer, evidence };
}
