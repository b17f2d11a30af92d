import { learnBoilerplate } from '../dedup/boilerplate.ts';
import { storyKeys } from '../dedup/story-keys.ts';
import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import type { ItemId, SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemWrite } from '../domain/intent.ts';
import type { Item } from '../domain/item.ts';
import { dedupWindowMs } from '../domain/limits.ts';
import type { CompiledTopics, MatchInput, MatchOutcome } from '../domain/match.ts';
import type { Store } from '../domain/store.ts';
import { isNearMiss } from '../match/near-miss.ts';
import { toPlainText } from '../text/plain.ts';
import { createBreather } from './breather.ts';
import { decideApart } from './decide-apart.ts';
import { mintStory } from './mint-story.ts';
import { searchTextOf } from './search-text.ts';
import { settleRevisions } from './settle-revisions.ts';
import { Siblings } from './siblings.ts';

/** Candidates looked at per item. More add cost, not merges: the surest come first. */
const candidatesMax = 20;

export interface DecideTools {
  readonly store: Pick<Store, 'findCandidates' | 'findSentences'>;
  readonly topics: CompiledTopics;
  readonly authority: string;
}

export interface DecidedItems {
  readonly asOf: number;
  readonly writes: readonly ItemWrite[];
  /** To be committed with them. */
  readonly sentences?: Uint8Array;
}

/** What the matcher reads of an item: plain text, so that no attribute of a tag is taken for a word. */
export function matchInputOf(item: Item): MatchInput {
  return {
    title: item.title,
    summary: item.summary,
    content: toPlainText(item.contentHtml),
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
  // One function for as long as the rules stay: dedup remembers by it what it has read.
  const { annotate } = tools.topics;
  const learned = learnBoilerplate(items, await tools.store.findSentences(sourceId));
  const keyed: Item[] = [];
  for (const item of learned.items) {
    keyed.push({ ...item, keys: [...item.keys, ...storyKeys(item, annotate)] });
    await breathe();
  }
  const answer = await tools.store.findCandidates({
    sourceId,
    keys: keyed.map((item) => item.keys),
    since: now - dedupWindowMs,
    limit: candidatesMax,
  });
  const siblings = new Siblings(candidatesMax);
  const writes: ItemWrite[] = [];
  for (const [index, item] of keyed.entries()) {
    const stored = answer.candidates[index] ?? [];
    const candidates = [...stored, ...siblings.sharing(item)];
    const decision = decideApart({ item, candidates, annotate, now }, answer.apart ?? []);
    const write = writeOf(item, decision, candidates, tools, now);
    writes.push(write);
    siblings.add(index, write, candidates, now);
    await breathe();
  }
  const { memory } = learned;
  const settled = { asOf: answer.asOf, writes: settleRevisions(writes) };
  return memory === undefined ? settled : { ...settled, sentences: memory };
}

/** Only what is new or reads otherwise now is matched and indexed, of one reading. */
function writeOf(
  item: Item,
  decision: DedupDecision,
  candidates: readonly Candidate[],
  tools: DecideTools,
  now: Instant,
): ItemWrite {
  const isRevision = decision.kind === 'known' && hasOtherText(decision.itemId, item, candidates);
  if (decision.kind === 'known' && !isRevision) return { item, decision, isRevision, matches: [] };
  const input = matchInputOf(item);
  const matches = matchesOf(input, tools);
  const search = searchTextOf(item, tools.topics.annotate(input));
  if (decision.kind !== 'new') return { item, decision, isRevision, matches, search };
  const newStory = mintStory(item, tools.authority, now);
  return { item, decision, newStory, isRevision, matches, search };
}

/** Whether the known item has another text than what arrives. */
function hasOtherText(itemId: ItemId, item: Item, candidates: readonly Candidate[]): boolean {
  const known = candidates.find((candidate) => candidate.itemId === itemId);
  return known !== undefined && known.contentHash !== item.contentHash;
}

/** Outcomes worth keeping: matches, and near misses for review; the rest would be rows nobody reads. */
export function matchesOf(input: MatchInput, tools: Pick<DecideTools, 'topics'>): MatchOutcome[] {
  const outcomes = tools.topics.match(input);
  return outcomes.filter((outcome) => outcome.matched || isNearMiss(outcome));
}
