import { decide } from '../dedup/decide.ts';
import { storyKeys } from '../dedup/story-keys.ts';
import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import type { SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { day } from '../domain/instant.ts';
import type { ItemWrite } from '../domain/intent.ts';
import type { Item, ItemKey } from '../domain/item.ts';
import type { CompiledTopics, Hit, MatchInput, MatchOutcome } from '../domain/match.ts';
import type { Store } from '../domain/store.ts';
import type { Story } from '../domain/story.ts';
import { createBreather } from './breather.ts';
import { mintStory } from './mint-story.ts';

/** How far back windowed keys are looked up: copies and stories of older news are told anew. */
const dedupWindowMs = 14 * day;
/** Candidates looked at per item. More add cost, not merges: the surest come first. */
const candidatesMax = 20;

export interface DecideTools {
  readonly store: Pick<Store, 'findCandidates'>;
  readonly topics: CompiledTopics;
  readonly authority: string;
}

export interface DecidedItems {
  readonly asOf: number;
  readonly writes: readonly ItemWrite[];
}

/** What the matcher reads of an item. */
export function matchInputOf(item: Item): MatchInput {
  return {
    title: item.title,
    summary: item.summary,
    content: item.contentHtml,
    categories: item.categories.map((category) => category.label ?? category.term),
    language: item.language,
    sourceId: item.sourceId,
    country: item.country,
  };
}

/**
 * Dedup and match for the items of one document, in document order: what is already known, what
 * copies or continues a story, what is new, and which topics each belongs to.
 */
export async function decideItems(
  sourceId: SourceId,
  items: readonly Item[],
  tools: DecideTools,
  now: Instant,
): Promise<DecidedItems> {
  const breathe = createBreather();
  const keyed: Item[] = [];
  for (const item of items) {
    const hits = tools.topics.annotate(matchInputOf(item));
    keyed.push({ ...item, keys: [...item.keys, ...storyKeys(item, hits)] });
    await breathe();
  }
  const answer = await tools.store.findCandidates({
    sourceId,
    keys: keyed.map((item) => item.keys),
    since: now - dedupWindowMs,
    limit: candidatesMax,
  });
  const annotate = (input: MatchInput): readonly Hit[] => tools.topics.annotate(input);
  const siblings = new Siblings();
  const writes: ItemWrite[] = [];
  for (const [index, item] of keyed.entries()) {
    const stored = answer.candidates[index] ?? [];
    const candidates = [...stored, ...siblings.sharing(item)];
    const decision = decide({ item, candidates, annotate, now });
    const write = writeOf(item, decision, candidates, tools, now);
    writes.push(write);
    siblings.add(index, write, candidates);
    await breathe();
  }
  return { asOf: answer.asOf, writes };
}

function writeOf(
  item: Item,
  decision: DedupDecision,
  candidates: readonly Candidate[],
  tools: DecideTools,
  now: Instant,
): ItemWrite {
  if (decision.kind === 'known') {
    const known = candidates.find((candidate) => candidate.itemId === decision.itemId);
    const isRevision = known !== undefined && known.contentHash !== item.contentHash;
    return { item, decision, isRevision, matches: isRevision ? matchesOf(item, tools) : [] };
  }
  const matches = matchesOf(item, tools);
  if (decision.kind !== 'new') return { item, decision, isRevision: false, matches };
  const newStory = mintStory(item, tools.authority, now);
  return { item, decision, newStory, isRevision: false, matches };
}

/** Outcomes worth keeping: matches, and near misses that hit something. */
export function matchesOf(item: Item, tools: Pick<DecideTools, 'topics'>): MatchOutcome[] {
  const outcomes = tools.topics.match(matchInputOf(item));
  return outcomes.filter((outcome) => outcome.matched || outcome.evidence.hits.length > 0);
}

/** Items of the same document that were decided just before, offered as candidates under negative ids. */
class Siblings {
  readonly #byKey = new Map<string, Candidate[]>();

  sharing(item: Item): Candidate[] {
    const shared = new Map<number, { candidate: Candidate; keys: ItemKey[] }>();
    for (const key of item.keys) {
      for (const candidate of this.#byKey.get(`${key.kind} ${key.hash}`) ?? []) {
        const seen = shared.get(candidate.itemId) ?? { candidate, keys: [] };
        seen.keys.push(key);
        shared.set(candidate.itemId, seen);
      }
    }
    return [...shared.values()].map(({ candidate, keys }) => ({ ...candidate, sharedKeys: keys }));
  }

  add(index: number, write: ItemWrite, candidates: readonly Candidate[]): void {
    const { item, decision } = write;
    const storyId = storyOf(write, candidates);
    if (storyId === undefined) return;
    const candidate: Candidate = {
      itemId: decision.kind === 'known' ? decision.itemId : -(index + 1),
      storyId: storyId.id,
      sourceId: item.sourceId,
      language: item.language,
      title: item.title,
      summary: item.summary,
      ...(item.link === undefined ? {} : { link: item.link }),
      ...(item.guid === undefined ? {} : { guid: item.guid }),
      published: item.published,
      firstSeenAt: item.published,
      contentHash: item.contentHash,
      ...(decision.kind === 'duplicate' ? { duplicateOf: decision.of } : {}),
      sharedKeys: [],
    };
    for (const key of item.keys) {
      const list = this.#byKey.get(`${key.kind} ${key.hash}`) ?? [];
      // A source that gives all its items one key must not make a document quadratic.
      if (list.length < candidatesMax) list.push(candidate);
      this.#byKey.set(`${key.kind} ${key.hash}`, list);
    }
  }
}

function storyOf(
  write: ItemWrite,
  candidates: readonly Candidate[],
): Pick<Story, 'id'> | undefined {
  const { decision } = write;
  if (decision.kind === 'new') return write.newStory;
  if (decision.kind !== 'known') return { id: decision.storyId };
  const known = candidates.find((candidate) => candidate.itemId === decision.itemId);
  return known === undefined ? undefined : { id: known.storyId };
}
