import type { StoryId } from '../../domain/ids.ts';

/** Holds the receipts of all stories. */
export const receiptsFolder = 'stories';

/** Folder of a story's receipt in the published tree, with a trailing slash. */
export function receiptFolder(storyId: StoryId): string {
  return `${receiptsFolder}/${storyId}/`;
}
