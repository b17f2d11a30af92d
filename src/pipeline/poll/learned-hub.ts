import type { FetchResult } from '../../domain/fetch-result.ts';
import type { ReadResult } from '../../domain/parsed-feed.ts';
import type { SourceState } from '../../domain/source.ts';
import { discoverHub } from '../../domain/websub.ts';

/**
 * The state with the hub that the source names now. A document that names none takes it away; a
 * 304 has no document, so it can add a hub by its headers but says nothing by leaving them out.
 */
export function learnHub(
  state: SourceState,
  result: FetchResult,
  read: ReadResult | undefined,
): SourceState {
  if (result.kind === 'not-modified') {
    const hub = discoverHub(result.links, undefined);
    return hub === undefined ? state : { ...state, hub };
  }
  if (result.kind !== 'modified' || read?.kind !== 'feed') return state;
  const { hub: _, ...rest } = state;
  const hub = discoverHub(result.links, read.feed);
  return hub === undefined ? rest : { ...rest, hub };
}
