import { urlCharactersMax } from '../../domain/limits.ts';
import type { ReadResult } from '../../domain/parsed-feed.ts';
import type { SourceState } from '../../domain/source.ts';

/**
 * The state with the id that the source's Atom feed goes by (RFC 4287 §4.2.6). The first one stays:
 * it never changes by the book, and where an outlet writes another into every document, our own
 * documents do not change with it.
 */
export function learnFeedId(state: SourceState, read: ReadResult | undefined): SourceState {
  if (state.feedId !== undefined || read?.kind !== 'feed') return state;
  const { format, id } = read.feed;
  const isKept = format === 'atom' && id !== undefined && id.length <= urlCharactersMax;
  return isKept ? { ...state, feedId: id } : state;
}
