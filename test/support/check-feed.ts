import type { Rendered } from '../../src/domain/publication.ts';
import { checkAtom } from './check-atom.ts';
import { checkJsonFeed } from './check-json-feed.ts';
import { checkRss } from './check-rss.ts';

/** Every fault of a published feed document by the rules of its format; none for other documents. */
export function checkFeed({ mediaType, path, body }: Rendered): readonly string[] {
  const check = { rss: checkRss, atom: checkAtom, feed: checkJsonFeed }[formatOf(mediaType)];
  try {
    return (check?.(body) ?? []).map((fault) => `${path}: ${fault}`);
  } catch (error) {
    return [`${path}: ${String(error)}`];
  }
}

function formatOf(mediaType: string): 'rss' | 'atom' | 'feed' {
  return (/^application\/(\w+)\+/.exec(mediaType)?.[1] ?? '') as 'rss' | 'atom' | 'feed';
}
