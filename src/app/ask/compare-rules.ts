import type { Config } from '../../domain/config.ts';
import type { SourceId, StoryId, TopicId } from '../../domain/ids.ts';
import { day, type Instant } from '../../domain/instant.ts';
import type { StoredItem } from '../../domain/item.ts';
import type { CompiledTopics, MatchOutcome } from '../../domain/match.ts';
import { explainSentence } from '../../domain/match-sentence.ts';
import {
  isReportedBy,
  type ReportedBy,
  type Reporters,
  reportedBySentence,
  reportersOf,
} from '../../domain/reported-by.ts';
import type { Store } from '../../domain/store.ts';
import { createBreather } from '../../pipeline/breather.ts';
import { matchInputOf } from '../../pipeline/match-input.ts';
import { entriesPerSourceMax } from '../../publish/make-room.ts';

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
  /** Items that only the other rule matches, in stories that too few have told for its `reportedBy`. */
  readonly waiting: readonly ItemChange[];
  /** Sources with more stories in it than they have room for in a live document. */
  readonly crowded: readonly {
    readonly sourceId: SourceId;
    readonly stories: number;
    readonly room: number;
  }[];
}

export interface RuleComparison {
  /** Stored items that were looked at. */
  readonly items: number;
  /** Topics whose rule, a word it uses or `reportedBy` differs; also those that gain and lose nothing. */
  readonly topics: readonly TopicChange[];
}

/** A configuration, as far as it decides about topics; a `Setup` is one. */
export interface Rules {
  readonly topics: CompiledTopics;
  readonly config: Pick<Config, 'topics' | 'sources'>;
}

export interface CompareRequest {
  readonly store: Pick<Store, 'listItems' | 'findStoryRecord'>;
  readonly before: Rules;
  readonly after: Rules;
  readonly now: Instant;
  /** Items first seen in so many days are compared. */
  readonly days: number;
}

interface Tally {
  readonly kind: TopicChange['kind'];
  readonly gained: ItemChange[];
  readonly lost: ItemChange[];
  readonly waiting: ItemChange[];
  /** Stories that the other configuration has in the topic, by source. */
  readonly stories: Map<SourceId, Set<StoryId>>;
}

/**
 * What each topic would gain and lose among stored items were other rules in force. Stored matches
 * are not asked: both sets of rules read the items as they stand. Writes nothing.
 */
export async function compareRules(request: CompareRequest): Promise<RuleComparison> {
  const { store, before, after, now, days } = request;
  const tallies = differingTopics(before, after);
  const tellers = storyTellers(request);
  const breathe = createBreather();
  const since = now - days * day;
  let items = 0;
  let page = tallies.size === 0 ? [] : await store.listItems(0, pageItems);
  while (page.length > 0) {
    for (const item of page.filter(({ firstSeenAt }) => firstSeenAt >= since)) {
      items += 1;
      await compareItem(item, request, tallies, tellers);
      await breathe();
    }
    page = await store.listItems(page.at(-1)?.id ?? 0, pageItems);
  }
  const topics = [...tallies].map(([topicId, { stories, ...tally }]) => ({
    topicId,
    ...tally,
    crowded: [...stories]
      .map(([sourceId, ids]) => ({ sourceId, stories: ids.size, room: entriesPerSourceMax }))
      .filter(({ stories: ofSource, room }) => ofSource > room),
  }));
  return { items, topics };
}

/** Topics that stand in one set only, or under another version or condition, in the order of their ids. */
function differingTopics(before: Rules, after: Rules): Map<TopicId, Tally> {
  const ids = new Set([...before.topics.versions.keys(), ...after.topics.versions.keys()]);
  const said = (rules: Rules, id: TopicId): string =>
    JSON.stringify([rules.topics.versions.get(id), reportedByOf(rules, id)]);
  const differing = [...ids].toSorted().filter((id) => said(before, id) !== said(after, id));
  return new Map(
    differing.map((id) => {
      const wasThere = before.topics.versions.has(id);
      const isThere = after.topics.versions.has(id);
      const kind = wasThere && isThere ? 'changed' : isThere ? 'added' : 'removed';
      return [id, { kind, gained: [], lost: [], waiting: [], stories: new Map() }];
    }),
  );
}

function reportedByOf({ config }: Rules, topicId: TopicId): ReportedBy | undefined {
  return config.topics.find(({ id }) => id === topicId)?.reportedBy;
}

type Tellers = (storyId: StoryId, rules: Rules) => Promise<Reporters>;

/** Who told a story, as the store knows it now; each story is read once. */
function storyTellers({ store }: CompareRequest): Tellers {
  const records = new Map<StoryId, ReturnType<Store['findStoryRecord']>>();
  return async (storyId, { config }) => {
    const record = records.get(storyId) ?? store.findStoryRecord(storyId);
    records.set(storyId, record);
    const sources = new Map(config.sources.map((source) => [source.id, source]));
    return reportersOf((await record)?.items ?? [], sources);
  };
}

/** Whether a topic takes an item, and why or why not; `isMatch` is what its rule alone says. */
interface Standing {
  readonly isMatch: boolean;
  readonly isTaken: boolean;
  readonly reason: string;
}

async function standingOf(
  { storyId }: StoredItem,
  topicId: TopicId,
  outcome: MatchOutcome | undefined,
  rules: Rules,
  tellers: Tellers,
): Promise<Standing> {
  if (outcome === undefined) {
    return { isMatch: false, isTaken: false, reason: 'The topic is not there any more.' };
  }
  const reason = explainSentence(outcome);
  const wanted = reportedByOf(rules, topicId);
  if (!outcome.matched || wanted === undefined) {
    return { isMatch: outcome.matched, isTaken: outcome.matched, reason };
  }
  const found = await tellers(storyId, rules);
  const who = reportedBySentence(wanted, found);
  return { isMatch: true, isTaken: isReportedBy(wanted, found), reason: `${reason} ${who}` };
}

async function compareItem(
  item: StoredItem,
  { before, after }: CompareRequest,
  tallies: ReadonlyMap<TopicId, Tally>,
  tellers: Tellers,
): Promise<void> {
  const input = matchInputOf(item);
  const old = outcomesByTopic(before.topics.match(input));
  const next = outcomesByTopic(after.topics.match(input));
  for (const [topicId, tally] of tallies) {
    const was = await standingOf(item, topicId, old.get(topicId), before, tellers);
    const is = await standingOf(item, topicId, next.get(topicId), after, tellers);
    if (is.isTaken) addStory(tally, item);
    const change = changeOf(item, is.reason);
    if (is.isTaken && !was.isTaken) tally.gained.push(change);
    else if (was.isTaken && !is.isTaken) tally.lost.push(change);
    else if (is.isMatch && !is.isTaken && !was.isMatch) tally.waiting.push(change);
  }
}

function addStory({ stories }: Tally, { sourceId, storyId }: StoredItem): void {
  const known = stories.get(sourceId) ?? new Set();
  stories.set(sourceId, known.add(storyId));
}

function outcomesByTopic(outcomes: readonly MatchOutcome[]): ReadonlyMap<TopicId, MatchOutcome> {
  return new Map(outcomes.map((outcome) => [outcome.topicId, outcome]));
}

function changeOf({ id, title, sourceId, link }: StoredItem, reason: string): ItemChange {
  return { itemId: id, title, sourceId, ...(link === undefined ? {} : { link }), reason };
}
