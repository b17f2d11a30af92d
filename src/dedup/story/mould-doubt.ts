import type { Article } from '../article.ts';
import { containment, similarity } from '../grams.ts';
import { findConflict, findPolarityConflict } from '../guards/guards.ts';
import { isLiveTitle } from '../live-titles.ts';
import type { StoryDoubt } from './story-doubt.ts';

/** Likeness of two texts of one outlet that are no copies: it fills one form again and again. */
const mouldTextMin = 0.6;
const mouldTitleMin = 0.35;

function isOneMould(a: Article, b: Article): boolean {
  const text = similarity(a.textGrams, b.textGrams);
  return text >= mouldTextMin && similarity(a.titleGrams, b.titleGrams) >= mouldTitleMin;
}

/**
 * One mould filled anew: the words are nearly all alike, and what is not (a number, a name, a part,
 * a denial) is the news. The duplicate layer has seen the likeness and refused; so does this one.
 */
export function mouldDoubt(a: Article, b: Article): StoryDoubt | undefined {
  if (a.language !== b.language) return undefined;
  const isOneTitle = similarity(a.titleGrams, b.titleGrams) >= 0.5;
  const polarity = isOneTitle ? findPolarityConflict(a, b) : undefined;
  if (polarity !== undefined) return { kind: 'certain', says: `headline, other ${polarity.guard}` };
  return filledAnew(a, b, isOneTitle) ?? (a.sourceId === b.sourceId ? formOf(a, b) : undefined);
}

function filledAnew(a: Article, b: Article, isOneTitle: boolean): StoryDoubt | undefined {
  // Nothing but headlines to go by: what one outlet puts for a word is the news.
  const isBare = a.textForm === '' && b.textForm === '' && a.sourceId === b.sourceId;
  const isOneText =
    (isBare && isOneTitle) || (containment(a.textGrams, b.textGrams) >= 0.55 && a.textForm !== '');
  if (!isOneText || !(isOneTitle || a.sourceId === b.sourceId)) return undefined;
  const conflict = findConflict(a, b);
  return conflict && { kind: 'certain', says: `one mould, other ${conflict.guard}` };
}

/** Forms that one outlet fills again and again. */
function formOf(a: Article, b: Article): StoryDoubt | undefined {
  const isLive = isLiveTitle(a.rawTitle) && isLiveTitle(b.rawTitle);
  if (isLive && a.titleForm !== b.titleForm) return { kind: 'certain', says: 'live entries' };
  if (isOneMould(a, b)) return { kind: 'certain', says: 'one mould' };
  // A headline that returns over another text is a rubric.
  const isRubric = a.titleForm === b.titleForm && a.textForm !== b.textForm;
  return isRubric ? { kind: 'certain', says: 'rubric' } : undefined;
}
