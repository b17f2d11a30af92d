import type { SourceId, TopicId } from '../domain/ids.ts';
import { day, type Instant } from '../domain/instant.ts';
import type { StoredItem } from '../domain/item.ts';
import type { CompiledTopics, MatchOutcome } from '../domain/match.ts';
import { explainSentence } from '../domain/match-sentence.ts';
import type { Store } from '../domain/store.ts';
import { createBreather } from '../pipeline/breather.ts';
import { matchInputOf } from '../pipeline/match-input.ts';

/** Items read at once: some 1 MB of text. */
const pageItems = 200;

/** An item that a topic would gain or lose, and why. */
export interface ItemChange {
  readonly itemId: number;
  readonly title: string;
  readonly sourceId: SourceId;
  readonly link?: string;
  readonly reason: string;
}

/** What another configuration would make of one topic. */
export interface TopicChange {
  readonly topicId: TopicId;
  /** `added` and `removed` topics stand in one of the two configurations only. */
  readonly kind: 'added' | 'removed' | 'changed';
  readonly gained: readonly ItemChange[];
  readonly lost: readonly ItemChange[];
}

export interface RuleComparison {
  /** Stored items that were looked at. */
  readonly items: number;
  /** Topics whose rule, or a word it uses, differs; also those that gain and lose nothing. */
  readonly topics: readonly TopicChange[];
}

export interface CompareRequest {
  readonly store: Pick<Store, 'listItems'>;
  readonly before: CompiledTopics;
  readonly after: CompiledTopics;
  readonly now: Instant;
  /** Items first seen in so many days are compared. */
  readonly days: number;
}

interface Tally {
  readonly kind: TopicChange['kind'];
  readonly gained: ItemChange[];
  readonly lost: ItemChange[];
}

/**
 * What each topic would gain and lose among stored items were other rules in force. Stored matches
 * are not asked: both sets of rules read the items as they stand. Writes nothing.
 */
export async function compareRules(request: CompareRequest): Promise<RuleComparison> {
  const { store, before, after, now, days } = request;
  const tallies = differingTopics(before, after);
  const breathe = createBreather();
  const since = now - days * day;
  let items = 0;
  let page = tallies.size === 0 ? [] : await store.listItems(0, pageItems);
  while (page.length > 0) {
    for (const item of page.filter(({ firstSeenAt }) => firstSeenAt >= since)) {
      items += 1;
      compareItem(item, request, tallies);
      await breathe();
    }
    page = await store.listItems(page.at(-1)?.id ?? 0, pageItems);
  }
  const topics = [...tallies].map(([topicId, tally]) => ({ topicId, ...tally }));
  return { items, topics };
}

/** Topics that stand in one set only, or under another version, in the order of their ids. */
function differingTopics(before: CompiledTopics, after: CompiledTopics): Map<TopicId, Tally> {
  const ids = [...new Set([...before.versions.keys(), ...after.versions.keys()])].toSorted();
  const differing = ids.filter((id) => before.versions.get(id) !== after.versions.get(id));
  return new Map(
    differing.map((id) => {
      const wasThere = before.versions.has(id);
      const isThere = after.versions.has(id);
      const kind = wasThere && isThere ? 'changed' : isThere ? 'added' : 'removed';
      return [id, { kind, gained: [], lost: [] }];
    }),
  );
}

function compareItem(
  item: StoredItem,
  { before, after }: CompareRequest,
  tallies: ReadonlyMap<TopicId, Tally>,
): void {
  const input = matchInputOf(item);
  const old = outcomesByTopic(before.match(input));
  const next = outcomesByTopic(after.match(input));
  for (const [topicId, { gained, lost }] of tallies) {
    const was = old.get(topicId)?.matched === true;
    const outcome = next.get(topicId);
    const is = outcome?.matched === true;
    if (was === is) continue;
    const reason = outcome ? explainSentence(outcome) : 'The topic is not there any more.';
    (is ? gained : lost).push(changeOf(item, reason));
  }
}

function outcomesByTopic(outcomes: readonly MatchOutcome[]): ReadonlyMap<TopicId, MatchOutcome> {
  return new Map(outcomes.map((outcome) => [outcome.topicId, outcome]));
}

function changeOf({ id, title, sourceId, link }: StoredItem, reason: string): ItemChange {
  return { itemId: id, title, sourceId, ...(link === undefined ? {} : { link }), reason };
}
