import type { Article } from './article.ts';
import { containment, similarity } from './grams.ts';
import { findConflict, findPolarityConflict } from './guards.ts';
import type { StoryDoubt } from './story-doubt.ts';

/**
 * One mould filled anew: the words are nearly all alike, and what is not (a number, a name, a part,
 * a denial) is the news. The duplicate layer has seen the likeness and refused; so does this one.
 */
export function mouldDoubt(a: Article, b: Article): StoryDoubt | undefined {
  if (a.language !== b.language) return undefined;
  const isOneText = containment(a.textGrams, b.textGrams) >= 0.55 && a.textForm !== '';
  const isOneTitle = similarity(a.titleGrams, b.titleGrams) >= 0.5;
  const polarity = isOneTitle ? findPolarityConflict(a, b) : undefined;
  if (polarity !== undefined) return { guard: `headline, other ${polarity.guard}`, factor: 0 };
  if (isOneText && (isOneTitle || a.sourceId === b.sourceId)) {
    const conflict = findConflict(a, b);
    if (conflict !== undefined) return { guard: `one mould, other ${conflict.guard}`, factor: 0 };
  }
  // A headline of one outlet that returns over another text is a rubric.
  const isRubric =
    a.sourceId === b.sourceId && a.titleForm === b.titleForm && a.textForm !== b.textForm;
  return isRubric ? { guard: 'rubric', factor: 0 } : undefined;
}
