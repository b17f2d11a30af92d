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

/** Evidence in figures a person can read. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
