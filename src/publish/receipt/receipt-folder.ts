import type { StoryId } from '../../domain/ids.ts';

/** Folder of a story's receipt in the published tree, with a trailing slash. */
export function receiptFolder(storyId: StoryId): string {
  return `stories/${storyId}/`;
}
