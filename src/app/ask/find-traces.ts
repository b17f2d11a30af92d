import { AppError } from '../../domain/errors.ts';
import type { StoryId } from '../../domain/ids.ts';
import { urlCharactersMax } from '../../domain/limits.ts';
import type { ItemTrace, Store } from '../../domain/store.ts';
import { canonicalUrl } from '../../text/urls.ts';
import type { Reading } from '../open-reading.ts';
import { findStoryId, storyNameForms, traceArticle } from './find-story.ts';
import { traceItem } from './trace-item.ts';

/** Characters of a wrong name that are said back. */
const shownMax = 200;

/**
 * What is meant by the address of an article, the number of an item, or any name of a story, which
 * stands for the item that shows it. Empty for an address that was never seen. Throws `usage` for
 * what is no name of anything, `not-found` for a number or an id that is not stored.
 */
export async function findTraces(
  app: Pick<Reading, 'store' | 'setup'>,
  name: string,
): Promise<readonly ItemTrace[]> {
  const given = name.trim();
  if (/^\d+$/.test(given)) return traceNumber(app.store, given);
  const canonical = canonicalUrl(given);
  const storyId = findStoryId(given);
  const story = storyId === undefined ? undefined : await app.store.findStory(storyId);
  if (story !== undefined) return traceStory(app.store, story.id);
  // An outlet may have addresses like those of our receipts.
  if (canonical !== undefined) return traceArticle(app, canonical);
  if (storyId !== undefined) {
    const why = 'it was never published by this store, or is not whole';
    throw new AppError('not-found', `no story ${given} is stored: ${why}`);
  }
  throw new AppError('usage', `${shown(name)}; give ${storyNameForms}, or the number of an item`);
}

function shown(name: string): string {
  if (name.length <= urlCharactersMax)
    return `"${name.slice(0, shownMax)}" is no http(s) address and no other name of a story`;
  return `"${name.slice(0, shownMax)}…" is longer than the ${urlCharactersMax} characters of an address`;
}

async function traceNumber(store: Store, number: string): Promise<readonly ItemTrace[]> {
  const item = await store.findItem(Number(number));
  const trace = item && (await traceItem(store, item));
  if (trace !== undefined) return [trace];
  throw new AppError('not-found', `there is no item ${number} in the store`);
}

async function traceStory(store: Store, storyId: StoryId): Promise<readonly ItemTrace[]> {
  const { items = [], entries = [] } = (await store.findStoryRecord(storyId)) ?? {};
  const whole = entries.filter(({ variant }) => variant === 'all');
  const row = whole.find(({ leftAt }) => leftAt === undefined) ?? whole[0];
  const item = items.find(({ id }) => id === row?.itemId) ?? items[0];
  const trace = item && (await traceItem(store, item));
  if (trace !== undefined) return [trace];
  const why = 'an editor moved its reports to another (araz acts), or retention removed them';
  throw new AppError('not-found', `story ${storyId} has no report any more: ${why}`);
}
