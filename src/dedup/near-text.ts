import { hour } from '../domain/instant.ts';
import { type Article, originalOf } from './article.ts';
import { containment, similarity } from './grams.ts';
import {
  type Conflict,
  findConflict,
  findFigureConflict,
  findStatedConflict,
} from './guards/guards.ts';
import type { DedupLayer } from './layer.ts';
import { rounded } from './relatedness.ts';
import { daily } from './story/event-kinds.ts';
import { profileOf } from './story/event-profile.ts';
import { meaningsOf } from './words/meanings.ts';
import { speaksOfPage } from './words/page-words.ts';
import { isSameWord, wordsOf } from './words/word-pairs.ts';

/**
 * The same article under other words at the edges: cut short, retyped, with an edited headline or
 * another credit. Containment of character n-grams finds it in every script; what letters cannot
 * see is left to the guards (numbers, names, denial, opposites, parts, days). Templates live inside
 * one site, so one source must agree more closely (Henzinger, SIGIR 2006). Known misses: wire copy
 * rewritten by more than a third; a wrong merge is the worse mistake.
 */
export const nearText: DedupLayer = {
  name: 'near-text',
  find({ item, candidates }) {
    for (const { candidate, article } of candidates) {
      if (candidate.language !== item.language) continue;
      const found = findNearText(item, article, { isSameAddress: false });
      if (found === undefined) continue;
      return {
        kind: 'duplicate',
        of: originalOf(candidate),
        storyId: candidate.storyId,
        layer: 'near-text',
        evidence: { ...found, source: candidate.sourceId },
      };
    }
    return undefined;
  },
};

/** Figures that led to a near-text decision. */
export interface NearEvidence {
  readonly rule: 'text' | 'title' | 'headline';
  readonly title: number;
  readonly text: number;
}

interface NearOptions {
  /** The two stand at one address of one source, so that time apart says nothing. */
  readonly isSameAddress: boolean;
}

const windowMax = 72 * hour;
const sameSourceWindowMax = 48 * hour;
/** A headline alone proves sameness only within hours inside one source. */
const bareTitleMax = 12 * hour;

/** Why two articles are one text, or undefined. */
export function findNearText(
  a: Article,
  b: Article,
  options: NearOptions,
): NearEvidence | undefined {
  const isSameSource = a.sourceId === b.sourceId;
  const apart = Math.abs(a.published - b.published);
  if (!options.isSameAddress && apart > (isSameSource ? sameSourceWindowMax : windowMax)) {
    return undefined;
  }
  const found = findLikeness(a, b, isSameSource && !options.isSameAddress);
  if (found === undefined) return undefined;
  if (found.rule === 'title' && !options.isSameAddress && apart > bareTitleMax && isSameSource) {
    return undefined;
  }
  return conflictOf(a, b, found.rule, options) === undefined ? found : undefined;
}

function conflictOf(
  a: Article,
  b: Article,
  rule: NearEvidence['rule'],
  { isSameAddress }: NearOptions,
): Conflict | undefined {
  if (a.textForm === '' || a.textForm !== b.textForm) return findConflict(a, b);
  // `A wins` and `B loses` over one text: each headline takes a side of the same event.
  if (rule === 'headline') return findFigureConflict(a, b);
  // At one address over one text, a word put for another is an edit.
  return isSameAddress ? findStatedConflict(a, b) : findConflict(a, b);
}

function findLikeness(a: Article, b: Article, isStrict: boolean): NearEvidence | undefined {
  const title = similarity(a.titleGrams, b.titleGrams);
  const titleIn = containment(a.titleGrams, b.titleGrams);
  const text = containment(a.textGrams, b.textGrams);
  const rule = findRule(a, b, { title, titleIn, text, textNeeded: isStrict ? 0.8 : 0.62 });
  return rule === undefined ? undefined : { rule, title: rounded(title), text: rounded(text) };
}

interface Likeness {
  readonly title: number;
  readonly titleIn: number;
  readonly text: number;
  readonly textNeeded: number;
}

function findRule(a: Article, b: Article, likeness: Likeness): NearEvidence['rule'] | undefined {
  const { title, titleIn, text, textNeeded } = likeness;
  if (a.textForm.length < textMin || b.textForm.length < textMin) {
    return isOneTitle(a, b, likeness) && isTelling(a, b) ? 'title' : undefined;
  }
  if (title >= 0.5 || titleIn >= 0.8) return text >= textNeeded ? 'text' : undefined;
  return isOneTextUnder(a, b, text) || isRewritten(a, b) ? 'headline' : undefined;
}

function isOneTitle(a: Article, b: Article, { title, titleIn }: Likeness): boolean {
  return a.titleForm === b.titleForm || (title >= 0.75 && titleIn >= 0.85);
}

/**
 * A headline that can stand for its article. One outlet does not write one headline twice within
 * hours, unless it is a rubric; two outlets may well write `Rally in the centre` of two rallies.
 */
function isTelling(a: Article, b: Article): boolean {
  const words = a.titleForm.split(' ').length;
  if (isRubric(a)) return false;
  if (a.sourceId === b.sourceId) return a.titleForm.length >= 10 && words >= 2;
  const isNamed = wordsOf(a).some((word) => word.isInTitle && (word.isName || word.isNumber));
  return a.titleForm.length >= 20 && words >= (isNamed ? 4 : 6);
}

/** `Weather`, `Exchange rates`, `The day in brief`: a short headline of what returns every day. */
function isRubric(article: Article): boolean {
  const { meanings } = profileOf(article);
  const isDaily = daily.some((id) => meanings.get(id)?.isInTitle);
  return isDaily && article.titleForm.split(' ').length <= 3;
}

/**
 * Another headline over the same text: both headlines must belong to that text, else the text is a
 * boilerplate that stands under everything.
 */
function isOneTextUnder(a: Article, b: Article, text: number): boolean {
  const grams = Math.min(a.textGrams.length, b.textGrams.length);
  if (text < 0.85 || grams < 40) return false;
  const wordsNeeded = grams >= wireGramsMin ? 1 : 2;
  return isAnchored(a, b, wordsNeeded) && isAnchored(b, a, wordsNeeded);
}

/** Grams of a common text that is more than a sentence which an outlet puts under many reports. */
const wireGramsMin = 120;

/** Folded characters of a text that no two articles share by chance. */
const ownTextMin = 80;
const rewrittenMax = 24 * hour;

/** Figures, names and acts that make a text the telling of one event. */
const ownFeaturesMin = 3;

/**
 * One outlet puts a new headline over its article and gives it a new id: the text is the same to
 * the letter, tells enough that it cannot stand under everything, and does not speak of the page.
 */
function isRewritten(a: Article, b: Article): boolean {
  const isOneText = a.sourceId === b.sourceId && a.textForm === b.textForm;
  const isClose = Math.abs(a.published - b.published) <= rewrittenMax;
  if (!isOneText || !isClose || a.textForm.length < ownTextMin) return false;
  if (speaksOfPage(a.textForm.split(' '))) return false;
  return featuresOfText(a) >= ownFeaturesMin || (isAbout(a) && isAbout(b));
}

/** Whether a telling word of the headline stands in the article's own text. */
function isAbout(article: Article): boolean {
  const words = wordsOf(article);
  const text = words.filter((word) => !word.isInTitle);
  const isTold = (form: string) => text.some((word) => isSameWord(word.form, form));
  return words.some(
    ({ isInTitle, isNumber, form }) =>
      isInTitle &&
      !isNumber &&
      form.length >= 3 &&
      !isPlain(form, article.language) &&
      isTold(form),
  );
}

function isPlain(form: string, language: string): boolean {
  return meaningsOf(form, language).meanings.some(({ kind }) => kind === 'plain');
}

function featuresOfText(article: Article): number {
  const { meanings, numbers, concepts, tokens } = profileOf(article);
  const own = [...meanings, ...numbers, ...concepts].filter(([, { isInTitle }]) => !isInTitle);
  const names = tokens.filter(({ isInTitle, isName }) => !isInTitle && isName === 'yes');
  return own.length + names.length;
}

/** Folded characters a summary needs to be compared at all. */
const textMin = 24;

/** Whether so many words of a's headline stand in b's headline or text. */
function isAnchored(a: Article, b: Article, wordsNeeded: number): boolean {
  const telling = wordsOf(a).filter((word) => word.isInTitle && word.form.length >= 4);
  const others = wordsOf(b);
  const shared = telling.filter((word) =>
    others.some((other) => isSameWord(word.form, other.form)),
  ).length;
  return shared >= wordsNeeded || (shared >= 1 && telling.length <= 3);
}
