import { AppError } from '../../domain/errors.ts';
import type { ItemTrace } from '../../domain/store.ts';
import type { Story } from '../../domain/story.ts';
import { buildKey } from '../../normalise/item-hash.ts';
import { canonicalUrl } from '../../text/urls.ts';
import type { Reading } from '../open-reading.ts';

/** Public id of a story, as `araz where` prints it. */
const storyIdPattern = /^[a-z2-7]{20}$/;
/** The receipt of a story, wherever the site lives. */
const receiptPattern = /\/stories\/([a-z2-7]{20})(?:\/|\/index\.html)?$/;

/** The forms in which a story is named, for messages. */
export const storyNameForms =
  'the address of an article or of a receipt, a story’s id or the id of its entry (tag:…)';

/**
 * The story an editor means: by its id, the id of its entry, the address of its receipt, or the
 * address of an article that tells it. Throws `usage` for what is none of them and for an address
 * that several stories have, `not-found` when nothing like it is stored.
 */
export async function findStoryByName(
  app: Pick<Reading, 'store' | 'setup'>,
  name: string,
): Promise<Story> {
  const given = name.trim();
  const canonical = canonicalUrl(given);
  const storyId = findStoryId(given);
  if (canonical !== undefined && storyId === undefined)
    return storyOfArticle(app, given, canonical);
  if (storyId === undefined)
    throw new AppError('usage', `"${name}" names no story; give ${storyNameForms}`);
  const story = await app.store.findStory(storyId);
  if (story !== undefined) return story;
  const cure = 'araz where <address of the article> prints the id of its story';
  throw new AppError('not-found', `no story ${given} is stored; ${cure}`);
}

/** What a name says of a story by itself: its id, that of its entry, or the id in the address of its receipt. */
export function findStoryId(given: string): string | undefined {
  if (canonicalUrl(given) !== undefined) return receiptPattern.exec(new URL(given).pathname)?.[1];
  return storyIdPattern.test(given) || given.startsWith('tag:') ? given : undefined;
}

async function storyOfArticle(
  app: Pick<Reading, 'store' | 'setup'>,
  url: string,
  canonical: string,
): Promise<Story> {
  const traces = await traceArticle(app, canonical);
  const stories = new Map(traces.map(({ story, item }) => [story.id, { story, item }]));
  const [first, ...others] = stories.values();
  if (first === undefined) {
    const cure = `araz where ${url} tells by which source it could have come`;
    throw new AppError('not-found', `no article at ${url} is stored; ${cure}`);
  }
  if (others.length === 0) return first.story;
  const names = [...stories.values()].map(({ story, item }) => `  ${story.id}  ${item.title}`);
  const lead = `${stories.size} stories have an article at ${url}; give the id of the one you mean:`;
  throw new AppError('usage', [lead, ...names].join('\n'));
}

/** The stored items of an article, by the address under which it may have come. */
export async function traceArticle(
  { store, setup }: Pick<Reading, 'store' | 'setup'>,
  canonical: string,
): Promise<readonly ItemTrace[]> {
  const sourceIds = setup.config.sources.map(({ id }) => id);
  return store.traceItems([
    buildKey('link', '', canonical),
    // A link that stood for several items of its document is no key, but may have been one before.
    ...sourceIds.map((id) => buildKey('id:link', id, canonical)),
  ]);
}
