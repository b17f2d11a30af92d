import { sharesKey } from '../dedup/article.ts';
import { learnBoilerplate } from '../dedup/boilerplate.ts';
import { decideUnchanged } from '../dedup/decide-unchanged.ts';
import { storyKeys } from '../dedup/story/story-keys.ts';
import type { Candidate, DedupDecision } from '../domain/dedup.ts';
import { fullTrust, gradesOf, type IdentityGrades } from '../domain/identity-trust.ts';
import type { ItemId, SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemWrite } from '../domain/intent.ts';
import { type Item, isAliasKey, isIdentityKey } from '../domain/item.ts';
import { dedupWindowMs } from '../domain/limits.ts';
import type { CompiledTopics, MatchInput, MatchOutcome } from '../domain/match.ts';
import type { CandidateAnswer, Store } from '../domain/store.ts';
import { isNearMiss } from '../match/near-miss.ts';
import { createBreather } from './breather.ts';
import { type Apart, decideApart } from './decide-apart.ts';
import { IdentityWitness, type StoredEvidence } from './identity-witness.ts';
import { matchInputOf } from './match-input.ts';
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
  /** What the store knows for and against the source's identities. */
  readonly witness: { readonly guid: StoredEvidence; readonly link: StoredEvidence };
}

/**
 * Dedup and match for the items of one document, in document order: what is already known, what
 * copies or continues a story, what is new, and which topics each belongs to. Most entries of most
 * documents are as they were at the poll before: they are told by identity alone, and only the others
 * are read for what stories are found by.
 */
export async function decideItems(
  sourceId: SourceId,
  items: readonly Item[],
  tools: DecideTools,
  now: Instant,
  trust: IdentityGrades = gradesOf(fullTrust),
): Promise<DecidedItems> {
  const learned = learnBoilerplate(
    items,
    await tools.store.findSentences(sourceId),
    tools.topics.annotate,
  );
  const known = await findUnchanged(sourceId, learned.items, tools, { now, trust });
  const deciding = new Deciding(tools, { now, trust, standing: known.standing });
  const keyed = await deciding.keyedAll(
    learned.items.filter((_, index) => known.decisions[index] === undefined),
  );
  const answer: Pick<CandidateAnswer, 'candidates' | 'apart'> =
    keyed.length === 0
      ? { candidates: [] }
      : await tools.store.findCandidates({
          sourceId,
          keys: keyed.map((item) => item.keys),
          since: now - dedupWindowMs,
          limit: candidatesMax,
        });
  let next = 0;
  const writes: ItemWrite[] = [];
  const witness = new IdentityWitness();
  for (const [index, item] of learned.items.entries()) {
    const decision = known.decisions[index];
    const stored =
      (decision === undefined ? answer.candidates[next] : known.candidates[index]) ?? [];
    const write =
      decision === undefined
        ? await deciding.decide(index, keyed[next] ?? item, stored, answer.apart ?? [])
        : deciding.takeUnchanged(index, item, decision, stored);
    if (decision === undefined) next += 1;
    witness.add(write, stored);
    writes.push(write);
  }
  const { memory } = learned;
  // What was stored between the two lookups may bear on what the first one said nothing of.
  const settled = { asOf: known.asOf, writes: settleRevisions(writes), witness };
  return memory === undefined ? settled : { ...settled, sentences: memory };
}

interface Unchanged {
  readonly asOf: number;
  readonly candidates: readonly (readonly Candidate[])[];
  /** One for each item; undefined where all layers are to be asked. */
  readonly decisions: readonly (DedupDecision | undefined)[];
  /** Stored items that the document carries under their own link. */
  readonly standing: ReadonlySet<ItemId>;
}

/** What decisions about one document rest on beside items and store. */
interface Terms {
  readonly now: Instant;
  readonly trust: IdentityGrades;
  readonly standing: ReadonlySet<ItemId>;
}

async function findUnchanged(
  sourceId: SourceId,
  items: readonly Item[],
  { store, topics }: DecideTools,
  { now, trust }: Omit<Terms, 'standing'>,
): Promise<Unchanged> {
  const { asOf, candidates } = await store.findCandidates({
    sourceId,
    keys: items.map(({ keys }) =>
      keys.filter(({ kind }) => isIdentityKey(kind) && !isAliasKey(kind)),
    ),
    since: now - dedupWindowMs,
    limit: candidatesMax,
  });
  const { annotate } = topics;
  const decisions = items.map((item, index) =>
    decideUnchanged({ item, candidates: candidates[index] ?? [], annotate, now, trust }),
  );
  const standing = candidates
    .flat()
    .filter((one) => sharesKey(one, 'id:link'))
    .map(({ itemId }) => itemId);
  return { asOf, candidates, decisions, standing: new Set(standing) };
}

/** The items of one document one after the other; each may repeat or continue those before it. */
class Deciding {
  readonly #tools: DecideTools;
  readonly #terms: Terms;
  readonly #siblings = new Siblings(candidatesMax);
  readonly #breathe = createBreather();
  /** Known items that are yet to become siblings: nobody asks when nothing new stands behind them. */
  #unchanged: (readonly [index: number, write: ItemWrite, candidates: readonly Candidate[]])[] = [];

  constructor(tools: DecideTools, terms: Terms) {
    this.#tools = tools;
    this.#terms = terms;
  }

  async keyedAll(items: readonly Item[]): Promise<readonly Item[]> {
    const keyed: Item[] = [];
    for (const item of items) {
      keyed.push(this.#keyed(item));
      await this.#breathe();
    }
    return keyed;
  }

  #keyed(item: Item): Item {
    // One function for as long as the rules stay: dedup remembers by it what it has read.
    const { annotate } = this.#tools.topics;
    return { ...item, keys: [...item.keys, ...storyKeys(item, annotate)] };
  }

  takeUnchanged(
    index: number,
    item: Item,
    decision: DedupDecision,
    candidates: readonly Candidate[],
  ): ItemWrite {
    const write = { item, decision, isRevision: false, matches: [] };
    this.#unchanged.push([index, write, candidates]);
    return write;
  }

  async decide(
    index: number,
    item: Item,
    stored: readonly Candidate[],
    apart: Apart,
  ): Promise<ItemWrite> {
    const { now } = this.#terms;
    for (const [place, write, known] of this.#unchanged) {
      this.#siblings.add(place, { ...write, item: this.#keyed(write.item) }, known, now);
      await this.#breathe();
    }
    this.#unchanged = [];
    const candidates = [...stored, ...this.#siblings.sharing(item, stored)];
    const { annotate } = this.#tools.topics;
    const decision = decideApart({ item, candidates, annotate, ...this.#terms }, apart);
    const write = writeOf(item, decision, candidates, this.#tools, now);
    this.#siblings.add(index, write, candidates, now);
    await this.#breathe();
    return write;
  }
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
