import type { Article } from './article.ts';
import { containment, similarity } from './grams.ts';

/** How much two texts have in common, each 0 to 1. */
export interface Relatedness {
  readonly title: number;
  readonly text: number;
}

/** Below this, two titles or texts share no more than a language and a subject do. */
export const unrelatedMax = 0.35;

export function relatednessOf(a: Article, b: Article): Relatedness {
  if (a === b) return { title: 1, text: 1 };
  return {
    title: similarity(a.titleGrams, b.titleGrams),
    text: containment(a.textGrams, b.textGrams),
  };
}

/** Whether the two could be versions of one text, however edited. */
export function areRelated(a: Article, b: Article): boolean {
  const { title, text } = relatednessOf(a, b);
  return title > unrelatedMax || text > unrelatedMax;
}

/**
 * Whether an address names one article: a number of some length or a long slug. `/news/live` and
 * `/oil` are pages whose content changes.
 */
export function namesArticle(link: string | undefined): boolean {
  if (link === undefined) return false;
  const url = new URL(link);
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (/\d{3,}/.test(`${url.pathname}${url.search}`)) return true;
  return last.split(/[-_]/).length >= 4 || last.length >= 30;
}

/** Evidence in figures a person can read. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
