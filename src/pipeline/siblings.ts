import type { Candidate } from '../domain/dedup.ts';
import type { Instant } from '../domain/instant.ts';
import type { ItemWrite } from '../domain/intent.ts';
import { distinctKeys, type Item, type ItemKey, keyName } from '../domain/item.ts';
import type { Story } from '../domain/story.ts';

/** Items of the same document that were decided just before, offered as candidates under negative ids. */
export class Siblings {
  readonly #perKeyMax: number;
  readonly #byKey = new Map<string, Candidate[]>();

  /** Of one key only the first `perKeyMax` items are offered. */
  constructor(perKeyMax: number) {
    this.#perKeyMax = perKeyMax;
  }

  /** Those that share a key with the item and that the store has not offered already. */
  sharing(item: Item, stored: readonly Candidate[]): Candidate[] {
    const offered = new Set(stored.map(({ itemId }) => itemId));
    const shared = new Map<number, { candidate: Candidate; keys: ItemKey[] }>();
    for (const key of distinctKeys(item.keys)) {
      for (const candidate of this.#byKey.get(keyName(key)) ?? []) {
        if (offered.has(candidate.itemId)) continue;
        const seen = shared.get(candidate.itemId) ?? { candidate, keys: [] };
        seen.keys.push(key);
        shared.set(candidate.itemId, seen);
      }
    }
    return [...shared.values()].map(({ candidate, keys }) => ({ ...candidate, sharedKeys: keys }));
  }

  add(index: number, write: ItemWrite, candidates: readonly Candidate[], now: Instant): void {
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
      ...(item.boilerplate === undefined ? {} : { boilerplate: item.boilerplate }),
      ...(item.titleEdges === undefined ? {} : { titleEdges: item.titleEdges }),
      ...(item.link === undefined ? {} : { link: item.link }),
      ...(item.guid === undefined ? {} : { guid: item.guid }),
      published: item.published,
      firstSeenAt: now,
      contentHash: item.contentHash,
      ...(decision.kind === 'duplicate' ? { duplicateOf: decision.of } : {}),
      sharedKeys: [],
    };
    for (const key of item.keys) {
      const list = this.#byKey.get(keyName(key)) ?? [];
      // Two entries may be one known item. And a source that gives all its items one key must not
      // make a document quadratic.
      const isListed = list.some(({ itemId }) => itemId === candidate.itemId);
      if (!isListed && list.length < this.#perKeyMax) list.push(candidate);
      this.#byKey.set(keyName(key), list);
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
