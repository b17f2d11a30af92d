import { namesArticle } from '../text/article-name.ts';
import { originalOf, sharesKey } from './article.ts';
import type { DedupLayer } from './layer.ts';
import { areRelated } from './relatedness.ts';

/**
 * Another source points to the same page: an outlet's second feed, or an aggregator. Pages without
 * an article's number (live pages, rubrics) and pages read at another fragment must carry a related
 * text, since their content changes.
 */
export const sameLink: DedupLayer = {
  name: 'same-link',
  find({ item, candidates }) {
    const found = candidates.find(({ candidate, article }) => {
      if (candidate.sourceId === item.sourceId || !sharesKey(candidate, 'link')) return false;
      const isOnePage = item.fragment === article.fragment && namesArticle(item.link);
      return isOnePage || areRelated(item, article);
    });
    if (found === undefined) return undefined;
    return {
      kind: 'duplicate',
      of: originalOf(found.candidate),
      storyId: found.candidate.storyId,
      layer: 'same-link',
      evidence: { link: item.link, source: found.candidate.sourceId },
    };
  },
};
