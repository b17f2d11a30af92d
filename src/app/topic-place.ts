import type { Act } from '../domain/act.ts';
import type { Config } from '../domain/config.ts';
import type { Instant } from '../domain/instant.ts';
import type { Match } from '../domain/match.ts';
import { explainSentence } from '../domain/match-sentence.ts';
import type { ArchivePlace, EntryRecord } from '../domain/publication.ts';
import { isReportedBy, reportedBySentence, reportersOf } from '../domain/reported-by.ts';
import type { ItemTrace } from '../domain/store.ts';
import { matchInputOf } from '../pipeline/match-input.ts';
import { archiveFileName } from '../publish/archive-address.ts';
import { variantFolder } from '../publish/build-publication.ts';
import { entriesMax, entriesPerSourceMax } from '../publish/make-room.ts';
import { capitalise } from '../text/capital.ts';
import { publicUrlOf } from './public-url.ts';
import type { Setup } from './setup.ts';

/** Where an article stands with one topic. */
export interface TopicPlace {
  readonly topicId: string;
  /**
   * `published`: in the live documents; `held-back`: found no room there when it came and went into
   * the archive at once; `archived`: made way for others; `left`: taken out; `waiting`: it matches and
   * is in no document yet.
   */
  readonly state: 'published' | 'held-back' | 'archived' | 'left' | 'waiting';
  /** Documents it stands or stood in: `all` and languages. */
  readonly variants: readonly string[];
  readonly entryId: string;
  /** The entry's date, or when it was archived or left; absent while it waits. ISO 8601 UTC. */
  readonly since?: string;
  /** Whether the article itself shows the story in `all`, or is named as another report of it. */
  readonly role: 'shown' | 'also-reported';
  /** Address of the newest archive page that carries the entry. */
  readonly archivePage?: string;
  readonly reason: string;
}

/** Topics that have the story, or had it: those with a match or with a row. */
export function topicPlaces(trace: ItemTrace, setup: Setup): readonly TopicPlace[] {
  const matched = trace.matches.filter((match) => match.matched);
  const ids = new Set([...matched, ...trace.entries].map(({ topicId }) => topicId));
  return [...ids].toSorted().map((topicId) => topicPlace(topicId, matched, trace, setup));
}

function topicPlace(
  topicId: string,
  matched: readonly Match[],
  trace: ItemTrace,
  setup: Setup,
): TopicPlace {
  const { item, story } = trace;
  const rows = trace.entries.filter((row) => row.topicId === topicId);
  // The document of all languages speaks for the others, unless it has no row of the story.
  const row = rows.find(({ variant }) => variant === 'all') ?? rows[0];
  const outcomes = matched.filter((match) => match.topicId === topicId);
  const own = outcomes.find(({ itemId }) => itemId === item.id) ?? outcomes[0];
  // One that was retracted before this store published it has no row that could have left.
  const act = row === undefined ? standingRetraction(trace) : undefined;
  const state = act === undefined ? stateOf(row) : 'left';
  const sinceAt = act?.at ?? row?.leftAt ?? row?.archivedAt ?? row?.published;
  const since = sinceAt === undefined ? undefined : { since: isoOf(sinceAt) };
  const page = trace.pages.find(
    (one) => one.topicId === topicId && one.variant === (row?.variant ?? 'all'),
  );
  const said = [
    row === undefined ? rowlessReason(topicId, trace, setup.config) : rowReason(row, trace, setup),
    own && explainSentence(own),
    row && reportersReason(topicId, trace, setup.config),
  ];
  return {
    topicId,
    state,
    variants: rows.filter((each) => stateOf(each) === state).map(({ variant }) => variant),
    entryId: story.entryId,
    ...since,
    role: row === undefined || row.itemId === item.id ? 'shown' : 'also-reported',
    ...(page && { archivePage: addressOf(page, setup) }),
    reason: said.filter(Boolean).join(' '),
  };
}

function stateOf(row: EntryRecord | undefined): TopicPlace['state'] {
  if (row === undefined) return 'waiting';
  if (row.leftAt !== undefined) return 'left';
  if (row.archivedAt === undefined) return 'published';
  // One whose row was lost with the store enters the archive at once too, but without a reason.
  const isHeldBack = row.archivedReason !== undefined && row.enteredAt === row.archivedAt;
  return isHeldBack ? 'held-back' : 'archived';
}

function rowReason(row: EntryRecord, trace: ItemTrace, setup: Setup): string {
  const state = stateOf(row);
  if (state === 'left') return leftReason(row, trace, setup);
  if (state === 'published' || state === 'waiting') return '';
  const share = `${entriesPerSourceMax} of the ${entriesMax} entries of a live document`;
  const outlet = outletOf(row, trace, setup.config);
  const full = `a live document has room for the ${entriesMax} newest entries`;
  const why =
    row.archivedReason === undefined
      ? `${full}, and a source for ${entriesPerSourceMax} of them`
      : row.archivedReason === 'quota'
        ? `the quota gives a source ${share}, and ${outlet} had newer ones in all of its`
        : full;
  return `${state === 'held-back' ? 'It found no room when it came' : 'It made way for newer ones'}: ${why}.`;
}

function outletOf({ itemId }: EntryRecord, { storyItems }: ItemTrace, config: Config): string {
  const sourceId = storyItems.find(({ id }) => id === itemId)?.sourceId;
  const outlet = config.sources.find(({ id }) => id === sourceId)?.title;
  return outlet ?? sourceId ?? 'its outlet';
}

function leftReason(row: EntryRecord, trace: ItemTrace, setup: Setup): string {
  switch (row.leftReason) {
    case 'retracted':
      return retractedReason(trace);
    case 'split':
      return 'An editor moved the item that showed it to another story.';
    case 'rule':
      return withdrawnReason(row, trace, setup);
    default:
      return '';
  }
}

/** The retraction that no later act has taken back. */
function standingRetraction({ acts }: ItemTrace): Act | undefined {
  const last = acts.find(({ kind }) => kind === 'retract' || kind === 'restore');
  return last?.kind === 'retract' ? last : undefined;
}

/** Why the story has no row in the topic. */
function rowlessReason(topicId: string, trace: ItemTrace, config: Config): string {
  const isRetracted = standingRetraction(trace) !== undefined;
  return isRetracted ? retractedReason(trace) : waitingReason(topicId, trace, config);
}

function retractedReason({ acts }: ItemTrace): string {
  const act = acts.find(({ kind }) => kind === 'retract');
  if (act === undefined) return 'An editor retracted it.';
  return `${act.by} retracted it${act.reason === '' ? '' : `: ${endOfSentence(act.reason)}`}`;
}

function endOfSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A text that was never edited cannot have left by itself: then it was the rule that changed. */
function withdrawnReason(
  { topicId }: EntryRecord,
  { item, storyItems, acts }: ItemTrace,
  setup: Setup,
): string {
  const edits = storyItems
    .filter(({ revisedAt, firstSeenAt }) => revisedAt > firstSeenAt)
    .map(({ revisedAt }) => revisedAt);
  const cause =
    edits.length > 0
      ? `its text, last edited ${isoOf(Math.max(...edits)).slice(0, 16)}Z, or the rule has changed`
      : acts.length > 0
        ? 'the rule, or what belongs to the story, has changed'
        : 'the rule was changed';
  const now = setup.topics.explain(matchInputOf(item)).find((one) => one.topicId === topicId);
  const missing = now === undefined || now.matched ? '' : ` ${explainSentence(now)}`;
  return `No item of the story satisfies the topic any more: ${cause}.${missing}`;
}

/** Why a match is in no document: too few have told the story, or no pass has been since. */
function waitingReason(topicId: string, { storyItems }: ItemTrace, config: Config): string {
  const { topics, sources } = config;
  const topic = topics.find(({ id }) => id === topicId);
  if (topic === undefined) return 'The configuration has this topic no more.';
  const reporters = reportersOf(storyItems, new Map(sources.map((one) => [one.id, one])));
  if (topic.reportedBy !== undefined && !isReportedBy(topic.reportedBy, reporters)) {
    return `It matches, but too few have told it. ${reportedBySentence(topic.reportedBy, reporters)}`;
  }
  return 'It matches; the next pass of araz poll or araz publish puts it in.';
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
  return capitalise(sentence, 'en');
}

function addressOf({ topicId, variant, number }: ArchivePlace, setup: Setup): string {
  return `${publicUrlOf(setup)}/${variantFolder(topicId, variant)}${archiveFileName(number)}`;
}

export function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
