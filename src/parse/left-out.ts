import { itemsPerDocumentMax } from '../domain/limits.ts';
import type { ParsedFeed } from '../domain/parsed-feed.ts';

/** The number of items of a document that were not read, and the warning of it; empty for none. */
export function leftOut(count: number): Pick<ParsedFeed, 'warnings' | 'itemsLeftOut'> {
  if (count <= 0) return { warnings: [] };
  const message = `${count} items beyond the first ${itemsPerDocumentMax} were left out.`;
  return { warnings: [{ code: 'too-many-items', message }], itemsLeftOut: count };
}
