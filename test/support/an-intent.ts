import type { IngestIntent, ItemWrite } from '../../src/domain/intent.ts';
import type { Item } from '../../src/domain/item.ts';
import type { MatchOutcome } from '../../src/domain/match.ts';
import type { SourceLease } from '../../src/domain/source.ts';
import { aKey } from './an-item.ts';

/** An outcome of a topic, with the evidence of one word. */
export function anOutcome(topicId: string, given: Partial<MatchOutcome> = {}): MatchOutcome {
  const hit = { field: 'title', start: 0, end: 9, surface: 'President' } as const;
  return {
    topicId,
    matched: true,
    score: 4,
    evidence: {
      hits: [{ ...hit, concept: 'leaders', term: 'president', weight: 2, isWeak: false }],
      masked: [],
      vetoes: [],
      scope: 'title',
      missing: [],
      threshold: 3,
      ruleVersion: '00112233aabbccdd',
    },
    ...given,
  };
}

/** A write of a new item that begins a story; the story's id follows from the item's first key. */
export function aNewItem(item: Item, given: Partial<ItemWrite> = {}): ItemWrite {
  const id = `story${(item.keys[0] ?? aKey('link', item.title)).hash.slice(0, 15)}`;
  return {
    item,
    decision: { kind: 'new' },
    newStory: { id, entryId: `tag:news.example,2026:${id}`, createdAt: item.published },
    isRevision: false,
    matches: [],
    ...given,
  };
}

/** A write of an item that its source carries already. */
export function aKnownItem(item: Item, itemId: number, given: Partial<ItemWrite> = {}): ItemWrite {
  const decision = { kind: 'known', itemId, layer: 'same-id', evidence: { by: 'guid' } } as const;
  return { item, decision, isRevision: false, matches: [], ...given };
}

/** A write of an item that repeats an earlier one. */
export function aDuplicate(
  item: Item,
  of: number,
  storyId: string,
  given: Partial<ItemWrite> = {},
): ItemWrite {
  const decision = {
    kind: 'duplicate',
    of,
    storyId,
    layer: 'same-link',
    evidence: { link: item.link },
  } as const;
  return { item, decision, isRevision: false, matches: [], ...given };
}

/** All that one poll under this lease writes; counts of the poll row follow from the writes. */
export function anIntent(
  lease: SourceLease,
  items: readonly ItemWrite[],
  given: Partial<IngestIntent> = {},
): IngestIntent {
  const { sourceId } = lease.state;
  const now = given.now ?? lease.state.nextDueAt;
  const nextDueAt = now + 1_800_000;
  return {
    sourceId,
    fence: lease.fence,
    asOf: Number.MAX_SAFE_INTEGER,
    now,
    items,
    state: { ...lease.state, status: 'ok', lastPolledAt: now, lastSuccessAt: now, nextDueAt },
    poll: {
      sourceId,
      startedAt: now,
      finishedAt: now + 200,
      outcome: 'modified',
      httpStatus: 200,
      bytes: 1_000,
      itemsNew: items.filter(({ decision }) => decision.kind !== 'known').length,
      itemsDuplicate: items.filter(({ decision }) => decision.kind === 'duplicate').length,
      itemsRevised: items.filter(({ isRevision }) => isRevision).length,
      mayHaveMissed: false,
      nextDueAt,
      nextDueReason: 'every 30 minutes',
    },
    ...given,
  };
}
