import type { CompiledTopics } from '../domain/match.ts';
import type { Store } from '../domain/store.ts';
import { createBreather } from './breather.ts';
import { matchInputOf } from './match-input.ts';
import { searchTextOf } from './search-text.ts';

/** Items read and indexed between two commits: some 1 MB of text. */
const batchItems = 200;
/** Items indexed in one pass: what is due after an upgrade must not keep news waiting. */
const passItemsMax = 4_000;

/**
 * Indexes stored items that are due for search, newest first: after the upgrade that brought the
 * index, after the words of concepts changed, after retention took a text away. Stops after a
 * bounded number, the rest is for the next pass. Answers how many were indexed.
 */
export async function fillSearch(
  store: Pick<Store, 'listSearchDue' | 'commitSearch'>,
  topics: CompiledTopics,
  stop?: AbortSignal,
): Promise<number> {
  const breathe = createBreather();
  let done = 0;
  while (done < passItemsMax && !stop?.aborted) {
    const items = await store.listSearchDue(batchItems);
    if (items.length === 0) return done;
    const entries = [];
    for (const item of items) {
      entries.push({
        itemId: item.id,
        text: searchTextOf(item, topics.annotate(matchInputOf(item))),
      });
      await breathe();
    }
    await store.commitSearch(entries);
    done += items.length;
  }
  return done;
}
