import { hour } from '../../domain/instant.ts';
import type { Article } from '../article.ts';
import { containment } from '../grams.ts';
import {
  accidents,
  aftermath,
  consequence,
  daily,
  endings,
  families,
  recurrent,
  rivals,
} from './event-kinds.ts';
import { profileOf } from './event-profile.ts';
import { figureDoubt } from './figure-doubt.ts';
import { headlineCover } from './headline-cover.ts';
import { mouldDoubt } from './mould-doubt.ts';
import { countryDoubt, nameDoubt, placeDoubt } from './name-doubts.ts';
import type { StoryDoubt, Titles } from './story-doubt.ts';
import type { StoryScore } from './story-score.ts';

/** Hours to the east of Greenwich at which a day of the region turns. */
const regionOffset = 4 * hour;

/** All doubts about two reports being one event. */
export interface Doubts extends StoryDoubt {
  /** Factor of those that names in common do not dispel. */
  readonly contradiction: number;
}

/** What speaks against two reports being one event; factor 1 when nothing does. */
export function doubtOf(a: Article, b: Article, score: StoryScore): Doubts {
  const titles = [titleMeanings(a), titleMeanings(b)] as const;
  const doubts = [
    mouldDoubt(a, b),
    dailyDoubt(a, b, titles),
    rivalDoubt(titles),
    recurrentDoubt(score, titles),
    aftermathDoubt(a, b),
    familyDoubt(a, b, titles),
    figureDoubt(a, b, titles),
    accidentDoubt(a, b, titles),
    placeDoubt(a, b),
    nameDoubt(a, b, score, titles),
    countryDoubt(a, b, score),
    headlineDoubt(a, b),
    timeDoubt(a, b),
  ].filter((doubt) => doubt !== undefined);
  const product = (list: readonly StoryDoubt[]): number =>
    list.reduce((all, { factor }) => all * factor, 1);
  return {
    guard: doubts.map(({ guard }) => guard).join(' '),
    factor: product(doubts),
    contradiction: product(doubts.filter(({ isOmission }) => isOmission !== true)),
  };
}

function titleMeanings(article: Article): ReadonlySet<string> {
  return article.once('titleMeanings', () => {
    const { meanings } = profileOf(article);
    return new Set([...meanings].filter(([, { isInTitle }]) => isInTitle).map(([id]) => id));
  });
}

/** Tables of another day; a digest is a story with nothing but itself. */
function dailyDoubt(a: Article, b: Article, [left, right]: Titles): StoryDoubt | undefined {
  if (left.has('digest') !== right.has('digest')) return { guard: 'digest', factor: 0 };
  const subject = daily.find((id) => left.has(id) && right.has(id));
  if (subject === undefined || dayOf(a) === dayOf(b)) return undefined;
  // A price may also be an event of its own, told again the next day.
  return { guard: `${subject} of another day`, factor: subject === 'price' ? 0.5 : 0 };
}

function dayOf(article: Article): number {
  return Math.floor((article.published + regionOffset) / (24 * hour));
}

function rivalDoubt([left, right]: Titles): StoryDoubt | undefined {
  for (const [one, other] of rivals) {
    const has = (titles: ReadonlySet<string>, ids: readonly string[]) =>
      ids.some((id) => titles.has(id));
    const isRival =
      (has(left, one) && !has(left, other) && has(right, other) && !has(right, one)) ||
      (has(right, one) && !has(right, other) && has(left, other) && !has(left, one));
    if (isRival) return { guard: `${one[0]} or ${other[0]}`, factor: 0.3 };
  }
  return undefined;
}

function recurrentDoubt(score: StoryScore, [left, right]: Titles): StoryDoubt | undefined {
  const isRecurrent = recurrent.some((id) => left.has(id) || right.has(id));
  if (!isRecurrent || score.anchors.length > 0) return undefined;
  return { guard: 'nothing tells which one', factor: 0.5, isOmission: true };
}

/** One headline tells what followed, and the other report does not know of it. */
function aftermathDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const isLater = Math.abs(a.published - b.published) > 12 * hour;
  const end = followUp(a, b, endings) ?? followUp(b, a, endings);
  if (end !== undefined) return { guard: `${end} in one only`, factor: 0.1 };
  const after = followUp(a, b, aftermath) ?? followUp(b, a, aftermath);
  if (after !== undefined) return { guard: `${after} in one only`, factor: isLater ? 0.45 : 0.6 };
  const so = followUp(a, b, consequence) ?? followUp(b, a, consequence);
  if (so !== undefined) {
    return { guard: `${so} in one only`, factor: isLater ? 0.6 : 0.8, isOmission: true };
  }
  return undefined;
}

function followUp(a: Article, b: Article, list: readonly string[]): string | undefined {
  const titles = titleMeanings(a);
  const { meanings } = profileOf(b);
  return list.find((id) => titles.has(id) && !meanings.has(id));
}

/** Each headline, or one headline and the other report, tell of another thing of one kind. */
function familyDoubt(a: Article, b: Article, [left, right]: Titles): StoryDoubt | undefined {
  for (const family of families) {
    const inTitles = [left, right].map((titles) => family.filter((id) => titles.has(id)));
    const [one = [], other = []] = [a, b].map((article, side) => {
      const told = inTitles[side] ?? [];
      return told.length > 0 ? told : family.filter((id) => profileOf(article).meanings.has(id));
    });
    // Where neither headline has one, a hospital and a school are where the injured were taken.
    if (inTitles.every((told) => told.length === 0)) continue;
    if (one.length === 0 || other.length === 0 || one.some((id) => other.includes(id))) continue;
    return { guard: `${one[0]} or ${other[0]}`, factor: 0.5 };
  }
  return undefined;
}

/** One headline tells of an accident, and the other report knows of none. */
function accidentDoubt(a: Article, b: Article, [left, right]: Titles): StoryDoubt | undefined {
  const knows = (article: Article) => accidents.some((id) => profileOf(article).meanings.has(id));
  const isOneSided =
    (accidents.some((id) => left.has(id)) && !knows(b)) ||
    (accidents.some((id) => right.has(id)) && !knows(a));
  return isOneSided ? { guard: 'accident in one only', factor: 0.7, isOmission: true } : undefined;
}

/** Hours within which a reaction or a feature counts as the event's own coverage. */
const reactionMax = 10 * hour;

/** Share of grams from which one text is printed under both headlines. */
const printedMin = 0.5;

/** Little of what the headlines say is told by both: one is the other's background. */
function headlineDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const { both, best } = headlineCover(a, b);
  const isReaction = Math.abs(a.published - b.published) <= reactionMax;
  const cover = isReaction ? Math.max(both, best * 0.9) : both;
  // Headlines without anything in common over shared sentences: those are boilerplate.
  if (best < 0.15) {
    const isPrinted = containment(a.textGrams, b.textGrams) >= printedMin;
    return { guard: 'headlines apart', factor: 0, isOmission: !isPrinted };
  }
  const factor = 0.5 + cover / 2;
  return { guard: `headlines ${Math.round(cover * 100)} %`, factor, isOmission: true };
}

/** A report of the next day may be the follow-up: it must have more in common. */
function timeDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const apart = Math.abs(a.published - b.published);
  if (apart <= 12 * hour) return undefined;
  return { guard: 'hours apart', factor: apart <= 24 * hour ? 0.92 : 0.8 };
}
