import type { SiteConfig } from '../domain/config.ts';
import { AppError } from '../domain/errors.ts';
import type { SourceId, StoryId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { EditionIntent } from '../domain/intent.ts';
import type { StoredItem } from '../domain/item.ts';
import type {
  ArchivePage,
  Correction,
  DeletedEntry,
  Edition,
  EditionRecord,
  EntryRecord,
  Publication,
  Variant,
} from '../domain/publication.ts';
import { isReportedBy, reportersOf } from '../domain/reported-by.ts';
import type { LeftEntry, TopicSelection } from '../domain/selection.ts';
import type { NamedSource } from '../domain/source.ts';
import type { StoryInTopic } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import type { TreeEntry } from '../domain/tree-story.ts';
import { archiveEntries, withdrawRetracted } from './archive-entries.ts';
import { findArchivedEdits } from './archived-edits.ts';
import { atom } from './atom.ts';
import { buildEntry, type EntryContext, shownTitle } from './build-entry.ts';
import { buildPublication } from './build-publication.ts';
import { chooseItem } from './choose-item.ts';
import { compareWithStored } from './compare-with-stored.ts';
import { buildCorrections, corrections, findEdited } from './corrections.ts';
import { feedFormats } from './feed-formats.ts';
import { formats } from './formats.ts';
import { inOneGo } from './in-one-go.ts';
import { compareLiveEntries, type LiveEntry, makeRoom } from './make-room.ts';
import { measureIn, shareBytes } from './share-bytes.ts';
import { updatedOf } from './updated-of.ts';

/** Deleted entries announced in a document, newest first. */
const deletedMax = 50;

export interface EditionInput {
  readonly topic: Topic;
  readonly selection: TopicSelection;
  readonly site: SiteConfig;
  /** Base URL of the published tree, without a trailing slash. */
  readonly publicUrl: string;
  /** Frozen authority of the store's `tag:` URIs, year included. */
  readonly authority: string;
  readonly hubs: readonly string[];
  readonly ttlMinutes: number;
  readonly sources: ReadonlyMap<SourceId, NamedSource>;
  readonly now: Instant;
}

export interface EditionOutput {
  /** Rows that are new or changed; both lists are empty when nothing happened. */
  readonly intent: EditionIntent;
  /** One edition a variant: all languages first, then the topic's languages in their order. */
  readonly editions: readonly Edition[];
  /** What the document of corrections holds. */
  readonly corrections: Edition;
}

/**
 * Every edition of a topic, and what the store is to remember of them. Pure: the same selection
 * gives the same editions, and building again on what was stored changes nothing.
 */
export function buildEditions(input: EditionInput): EditionOutput {
  return inOneGo(buildInSteps(input));
}

/**
 * The same, step by step: a topic that is published for the first time takes seconds, and whoever
 * builds it may have other things to do between two steps of some tens of milliseconds.
 */
export function* buildInSteps(input: EditionInput): Generator<void, EditionOutput> {
  const { topic, selection } = input;
  const variants: readonly Variant[] = ['all', ...new Set(topic.languages)];
  const built: BuiltVariant[] = [];
  for (const variant of variants) built.push(yield* buildVariant(input, variant));
  const all = buildPublication({ ...input, variant: 'all' });
  const archived = findArchivedEdits(input, all, contextOf(all, input));
  const edited = eachOnce([...built.flatMap((one) => one.edited), ...archived.edited]);
  const correct = correctionsOf(input, edited, all);
  return {
    intent: {
      topicId: topic.id,
      entries: [...built.flatMap(({ entries }) => entries), ...archived.entries],
      editions: [...built.flatMap(({ records }) => records), ...correct.records],
      pages: [
        ...selection.stalePages.map(withdrawRetracted),
        ...built.flatMap(({ pages }) => pages),
      ],
      corrections: edited,
    },
    editions: built.map(({ edition }) => edition),
    corrections: correct.edition,
  };
}

/** One edit shows in several variants: it is announced once, as the first of them tells it. */
function eachOnce(edited: readonly Correction[]): readonly Correction[] {
  const ids = new Set<string>();
  return edited.filter(({ id }) => !ids.has(id) && ids.add(id));
}

function correctionsOf(
  input: EditionInput,
  edited: readonly Correction[],
  all: Publication,
): { readonly edition: Edition; readonly records: readonly EditionRecord[] } {
  const content = buildCorrections({ ...input, edited, publication: all });
  const entries = shareBytes(content.entries, measureIn(feedFormats, all));
  const { dates, records } = compareWithStored(input, { ...content, entries }, [corrections]);
  return { edition: { ...content, entries, ...dates }, records };
}

function contextOf(
  { homeUrl, siteUrl }: Publication,
  { sources }: Pick<EditionInput, 'sources'>,
): EntryContext {
  return { sources, homeUrl, siteUrl };
}

interface BuiltVariant {
  readonly edition: Edition;
  readonly entries: readonly EntryRecord[];
  readonly records: readonly EditionRecord[];
  readonly pages: readonly ArchivePage[];
  readonly edited: readonly Correction[];
}

function* buildVariant(input: EditionInput, variant: Variant): Generator<void, BuiltVariant> {
  const { selection, now } = input;
  const publication = buildPublication({ ...input, variant });
  const rows = selection.entries.filter((row) => row.variant === variant);
  const stories = new Map(selection.stories.map((told) => [told.story.id, told]));

  const { kept, leaving } = followRows(rows, stories, input);
  const onPages = new Set(
    selection.carried.filter((one) => one.variant === variant).map(({ storyId }) => storyId),
  );
  const fresh = newRows(input, variant, new Set(rows.map(({ storyId }) => storyId)));
  // Rows that were lost with the store: what left once, or made way, does not come back by itself.
  const [gone, rest] = partition(fresh, ({ row }) => row.leftAt !== undefined);
  const [past, arriving] = partition(rest, ({ row }) => onPages.has(row.storyId));
  const candidates = [...kept, ...arriving]
    .map(({ row, told, item }): LiveEntry => {
      return { row, entry: buildEntry(told, item, row, contextOf(publication, input)) };
    })
    .sort(compareLiveEntries);
  yield;
  const { stay, makeWay } = makeRoom(candidates);
  const bytesOf = measureIn(feedFormats, publication);
  const entries = shareBytes(
    stay.map(({ entry }) => entry),
    bytesOf,
  );
  yield;
  const sizes = { bytesOf, atomBytesOf: measureIn([atom], publication) };
  const way = { stay, makeWay };
  const { pages, newest } = yield* archiveEntries(publication, way, selection, sizes, now);

  const deleted = deletedEntries(input, variant, leaving, stories);
  const archive = newest === undefined ? {} : { archivePages: newest };
  const content = { publication, entries, deleted, ...archive };
  const { dates, records } = compareWithStored(input, content, formats);
  return {
    edition: { ...content, ...dates },
    entries: changedRows(rows, [
      ...stay.map(({ row }) => row),
      ...makeWay.map(({ row, reason }) => ({ ...row, archivedAt: now, archivedReason: reason })),
      ...past.map(({ row }) => ({ ...row, archivedAt: now })),
      ...gone.map(({ row }) => row),
      ...leaving,
    ]),
    records,
    pages,
    edited: findEdited(rows, candidates),
  };
}

interface ToldRow {
  readonly row: EntryRecord;
  readonly told: StoryInTopic;
  readonly item: StoredItem;
}

/** What becomes of the rows that were live: they stay, with their item's last revision, or leave. */
function followRows(
  rows: readonly EntryRecord[],
  stories: ReadonlyMap<StoryId, StoryInTopic>,
  input: EditionInput,
): {
  readonly kept: readonly ToldRow[];
  readonly leaving: readonly EntryRecord[];
} {
  const { now } = input;
  const kept: ToldRow[] = [];
  const leaving: EntryRecord[] = [];
  for (const row of rows) {
    if (row.archivedAt !== undefined || row.leftAt !== undefined) continue;
    const told = stories.get(row.storyId);
    const item = told?.items.find(({ id }) => id === row.itemId);
    if (told === undefined) {
      const where = `${row.topicId}/${row.variant}`;
      throw new AppError('internal', `${where}: story ${row.storyId} is live and was not selected`);
    }
    if (!isInTopic(told, input)) {
      leaving.push({ ...row, leftAt: now, leftReason: 'rule' });
    } else if (item === undefined) {
      // An editor moved the item that shows the story to another story.
      leaving.push({ ...row, leftAt: now, leftReason: 'split' });
    } else {
      kept.push({ row: { ...row, updated: updatedOf(item, row.updated) }, told, item });
    }
  }
  return { kept, leaving };
}

/** Rows for the stories that this variant has never published. */
function newRows(
  input: EditionInput,
  variant: Variant,
  known: ReadonlySet<StoryId>,
): readonly ToldRow[] {
  const { topic, selection, sources, now } = input;
  const rows: ToldRow[] = [];
  for (const told of selection.stories) {
    if (known.has(told.story.id) || !isInTopic(told, input)) continue;
    const items = told.items.filter(({ language }) => variant === 'all' || language === variant);
    const matched = items.filter((item) => isMatched(told, item));
    // Of several reports one may not speak of the topic at all: it shows the story only where no
    // other is in the language.
    const item = chooseItem(matched.length > 0 ? matched : items, sources);
    if (item === undefined) continue;
    const identity = { topicId: topic.id, storyId: told.story.id, variant, itemId: item.id };
    const before = selection.treeEntries?.find(
      (one) => one.storyId === told.story.id && one.variant === variant,
    );
    const dates = datesOf(item, before, input);
    rows.push({ row: { ...identity, ...dates, enteredAt: now }, told, item });
  }
  return rows;
}

/** Where the tree had the entry before its row was lost, it goes on: subscribers have read its dates. */
function datesOf(
  item: StoredItem,
  before: TreeEntry | undefined,
  { sources, now }: EditionInput,
): Omit<EntryRecord, 'topicId' | 'storyId' | 'variant' | 'itemId'> {
  // A date a few minutes ahead is a clock of the outlet's that runs fast: never published as such.
  const published = before?.published ?? Math.min(item.published, now);
  const updated = updatedOf(item, published);
  if (before === undefined) return { published, updated };
  const { updated: said = updated, title, leftAt, leftReason } = before;
  // It was edited since, or another report shows the story now.
  const isOther = updated < said || (title !== undefined && title !== shownTitle(item, sources));
  return {
    published,
    updated: isOther ? Math.max(now, said + 1) : updated,
    ...(leftAt !== undefined && leftReason !== undefined && { leftAt, leftReason }),
  };
}

/** Reports of a published story are never removed, so it does not leave since one has grown old. */
function isInTopic({ matches, items }: StoryInTopic, { topic, sources }: EditionInput): boolean {
  const isMatch = matches.some(({ matched }) => matched);
  return isMatch && isReportedBy(topic.reportedBy, reportersOf(items, sources));
}

function isMatched(told: StoryInTopic, { id }: StoredItem): boolean {
  return told.matches.some(({ itemId, matched }) => matched && itemId === id);
}

function deletedEntries(
  { selection }: EditionInput,
  variant: Variant,
  leaving: readonly EntryRecord[],
  stories: ReadonlyMap<StoryId, StoryInTopic>,
): readonly DeletedEntry[] {
  const justLeft = leaving.map(
    (row): LeftEntry => ({
      ...row,
      entryId: stories.get(row.storyId)?.story.entryId ?? '',
    }),
  );
  const isLeaving = new Set(leaving.map(({ storyId }) => storyId));
  const left = selection.left.filter(
    (row) => row.variant === variant && !isLeaving.has(row.storyId),
  );
  return [...justLeft, ...left]
    .map(({ entryId, leftAt, leftReason, note }) => ({
      id: entryId,
      when: leftAt ?? 0,
      reason: leftReason ?? 'rule',
      ...(note === undefined ? {} : { note }),
    }))
    .sort((a, b) => b.when - a.when || (a.id < b.id ? -1 : 1))
    .slice(0, deletedMax);
}

function partition<T>(list: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))];
}

/** Those of `after` that differ from what is stored. */
function changedRows(
  before: readonly EntryRecord[],
  after: readonly EntryRecord[],
): readonly EntryRecord[] {
  const stored = new Map(before.map((row) => [row.storyId, row]));
  return after.filter((row) => {
    const old = stored.get(row.storyId);
    return (
      old === undefined ||
      old.updated !== row.updated ||
      old.archivedAt !== row.archivedAt ||
      old.leftAt !== row.leftAt
    );
  });
}
