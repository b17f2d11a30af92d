import type { Act, MoveIntent, MoveOutcome } from '../../domain/act.ts';
import { AppError } from '../../domain/errors.ts';
import type { ItemId, StoryId, TopicId } from '../../domain/ids.ts';
import type { StoredItem } from '../../domain/item.ts';
import { mintSplitStory } from '../../pipeline/mint-story.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { canonicalUrl } from '../../text/urls.ts';
import { findStoryByName, traceArticle } from '../ask/find-story.ts';
import type { App } from '../create-app.ts';
import { oneLine, publishSoon } from './editor-acts.ts';

const nameTheCopy = 'name the copy to set free by its number, which araz where prints';

/** Who moves items, and why. */
export interface Editor {
  readonly by: string;
  readonly reason: string;
}

export interface MoveReport {
  readonly act: Act;
  readonly keptId: StoryId;
  readonly otherId: StoryId;
  readonly movedIds: readonly ItemId[];
  /** Both stories are published: they stay, and name each other. */
  readonly isLinked: boolean;
  readonly topics: readonly TopicId[];
  /** False when a run beside holds the lock and has not published yet: it will. */
  readonly isPublished: boolean;
}

/**
 * Takes items out of the story they are in: those at these addresses or of these numbers, together;
 * of a story named alone, every report that is not shown, each on its own. Throws `usage`,
 * `not-found` and `conflict` with what to do.
 */
export async function splitItems(
  app: App,
  names: readonly string[],
  editor: Editor,
): Promise<readonly MoveReport[]> {
  const groups = await groupsToSplit(app, names);
  const reports: MoveReport[] = [];
  for (const itemIds of groups) {
    const at = app.clock.now();
    const newStory = mintSplitStory(itemIds[0] ?? 0, app.authority, at);
    reports.push(await move(app, { kind: 'split', itemIds, newStory, at, ...editor }));
  }
  return published(app, reports);
}

/** Makes one story of two, or links them where both are published. */
export async function joinStories(
  app: App,
  names: readonly [string, string],
  editor: Editor,
): Promise<readonly MoveReport[]> {
  const [one, other] = [await findStoryByName(app, names[0]), await findStoryByName(app, names[1])];
  const storyIds = [one.id, other.id] as const;
  const intent = { kind: 'join', storyIds, at: app.clock.now(), ...editor } as const;
  return published(app, [await move(app, intent)]);
}

/** Takes back the last split or join of the story that stands. */
export async function undoMove(
  app: App,
  of: 'split' | 'join',
  name: string,
  editor: Editor,
): Promise<readonly MoveReport[]> {
  const storyId = /^\d+$/.test(name)
    ? (await getItem(app, name)).storyId
    : (await findStoryByName(app, name)).id;
  const intent = { kind: 'undo', of, storyId, at: app.clock.now(), ...editor } as const;
  return published(app, [await move(app, intent)]);
}

async function published(app: App, reports: readonly MoveReport[]): Promise<readonly MoveReport[]> {
  const topics = [...new Set(reports.flatMap((report) => report.topics))];
  const isPublished = await publishSoon(app, topics);
  return reports.map((report) => ({ ...report, isPublished }));
}

async function move(app: App, intent: MoveIntent): Promise<MoveReport> {
  const by = oneLine(intent.by, 'who does it (--by)');
  const reason = oneLine(intent.reason, 'a reason (--reason)', true);
  const outcome = await app.store.commitMove({ ...intent, by, reason });
  if (outcome.kind !== 'done') throw refusal(outcome);
  const { kind: _, ...report } = outcome;
  const { act, keptId, otherId, movedIds } = report;
  app.log.info('an editor acted', {
    act: act.kind,
    story: keptId,
    other: otherId,
    items: movedIds,
  });
  return { ...report, isPublished: false };
}

function refusal(outcome: Exclude<MoveOutcome, { kind: 'done' }>): AppError {
  switch (outcome.kind) {
    case 'unknown':
      return new AppError('not-found', `${outcome.name} is not stored`);
    case 'several-stories':
      return new AppError(
        'usage',
        `the items are of ${outcome.storyIds.length} stories (${outcome.storyIds.join(', ')}); ` +
          'split one story at a time',
      );
    case 'one-whole':
      return new AppError(
        'conflict',
        `story ${outcome.storyId} has nothing beside these and their copies; ${nameTheCopy}`,
      );
    case 'one-story':
      return new AppError('conflict', `both are told by story ${outcome.storyId} already`);
    case 'nothing-to-undo': {
      const { of, storyId, other } = outcome;
      const cure =
        other === undefined
          ? 'araz acts lists what was done'
          : `what stands is ${actText(other)}: take that back with ${undoing(other)}`;
      return new AppError('conflict', `no ${of} of story ${storyId} stands; ${cure}`);
    }
    case 'in-the-way':
      return new AppError(
        'conflict',
        `${actText(outcome)} came later and rests on this one; take that back first with ${undoing(outcome)}`,
      );
    default:
      return outcome satisfies never;
  }
}

type Named = Extract<MoveOutcome, { readonly kind: 'in-the-way' }>;

/** `act 7 (the join by Ann of 2026-02-08 06:00Z)`. */
function actText({ act }: Pick<Named, 'act'>): string {
  return `act ${act.number} (the ${act.kind} by ${act.by} of ${isoMinute(act.at)})`;
}

function undoing({ act, otherId }: Pick<Named, 'act' | 'otherId'>): string {
  return `araz ${act.kind} --undo ${otherId}`;
}

async function groupsToSplit(
  app: App,
  names: readonly string[],
): Promise<readonly (readonly ItemId[])[]> {
  const [only] = names;
  if (names.length === 1 && only !== undefined && !/^\d+$/.test(only) && !isArticle(only)) {
    return reportsOf(app, (await findStoryByName(app, only)).id);
  }
  const found = await Promise.all(names.map((name) => itemsNamed(app, name)));
  return [found.flat()];
}

/** An address, and not that of a receipt of ours. */
function isArticle(name: string): boolean {
  return canonicalUrl(name.trim()) !== undefined && !/\/stories\/[a-z2-7]{20}(\/|$)/.test(name);
}

async function itemsNamed(app: App, name: string): Promise<readonly ItemId[]> {
  if (/^\d+$/.test(name)) return [(await getItem(app, name)).id];
  const canonical = canonicalUrl(name.trim());
  if (canonical === undefined || !isArticle(name)) {
    const forms =
      'the address or the number of an item (araz where prints both), or one story alone';
    throw new AppError('usage', `"${name}" names no item; give ${forms}`);
  }
  const traces = await traceArticle(app, canonical);
  if (traces.length > 0) return traces.map(({ item }) => item.id);
  throw new AppError('not-found', `no article at ${name} is stored`);
}

async function getItem(app: App, name: string): Promise<StoredItem> {
  const item = await app.store.findItem(Number(name));
  if (item !== undefined) return item;
  throw new AppError('not-found', `there is no item ${name} in the store`);
}

/** Every report of a story but the one that shows it, or the first; copies follow by themselves. */
async function reportsOf(app: App, storyId: StoryId): Promise<readonly (readonly ItemId[])[]> {
  const record = await app.store.findStoryRecord(storyId);
  const { items = [], entries = [] } = record ?? {};
  const shown = entries.find(({ variant, leftAt }) => variant === 'all' && leftAt === undefined);
  const shownItem = items.find(({ id }) => id === shown?.itemId) ?? items[0];
  const staying = shownItem?.duplicate?.itemId ?? shownItem?.id;
  const reports = items.filter(({ id, duplicate }) => id !== staying && duplicate === undefined);
  if (reports.length > 0) return reports.map(({ id }) => [id]);
  throw new AppError('conflict', `story ${storyId} has one report only; ${nameTheCopy}`);
}
