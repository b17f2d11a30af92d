import { day } from '../domain/instant.ts';
import { originalOf, sharesKey } from './article.ts';
import { findConflict } from './guards/guards.ts';
import type { DedupLayer } from './layer.ts';

/** A template whose text returns word for word is another day's item after this. */
const sameSourceMax = 2 * day;
const otherSourceMax = 7 * day;

/**
 * Title and beginning of the text are equal after folding, in any source. The rest of the text may
 * differ, so the guards still look at it; inside one source only items close in time count.
 */
export const sameContent: DedupLayer = {
  name: 'same-content',
  find({ item, candidates }) {
    const found = candidates.find(({ candidate, article }) => {
      if (!sharesKey(candidate, 'content')) return false;
      const apart = Math.abs(item.published - article.published);
      const apartMax = candidate.sourceId === item.sourceId ? sameSourceMax : otherSourceMax;
      return apart <= apartMax && findConflict(item, article) === undefined;
    });
    if (found === undefined) return undefined;
    return {
      kind: 'duplicate',
      of: originalOf(found.candidate),
      storyId: found.candidate.storyId,
      layer: 'same-content',
      evidence: { title: found.article.titleForm, source: found.candidate.sourceId },
    };
  },
};
