import type { Article } from '../article.ts';
import { containment } from '../grams.ts';
import { anotherDoubt } from './another-cues.ts';
import { regionDay } from './days-told.ts';
import {
  accidents,
  aftermath,
  consequence,
  daily,
  endings,
  families,
  reckoning,
  recurrent,
  rivals,
} from './event-kinds.ts';
import { profileOf } from './event-profile.ts';
import { figureDoubt } from './figure-doubt.ts';
import { headlineCover } from './headline-cover.ts';
import { clockDoubt, dayDoubt } from './moments.ts';
import { mouldDoubt } from './mould-doubt.ts';
import { nameDoubt } from './name-doubts.ts';
import { capitalDoubt, partyDoubt, stateDoubt, townDoubt } from './place-doubts.ts';
import type { StoryDoubt, Titles } from './story-doubt.ts';
import type { StoryScore } from './story-score.ts';

/** What speaks against two reports being one event. */
export function doubtsOf(a: Article, b: Article, score: StoryScore): readonly StoryDoubt[] {
  const titles = [titleMeanings(a), titleMeanings(b)] as const;
  return [
    mouldDoubt(a, b),
    dailyDoubt(a, b, titles),
    printedDoubt(a, b),
    figureDoubt(a, b, titles),
    rivalDoubt(titles),
    familyDoubt(a, b, titles),
    recurrentDoubt(score, titles),
    aftermathDoubt(a, b),
    accidentDoubt(a, b, titles),
    reckoningDoubt(a, b) ?? reckoningDoubt(b, a),
    anotherDoubt(a, b, titles),
    stateDoubt(a, b),
    townDoubt(a, b),
    capitalDoubt(a, b),
    partyDoubt(a, b, score),
    nameDoubt(a, b, score, titles),
    dayDoubt(a, b),
    clockDoubt(a, b),
  ].filter((doubt) => doubt !== undefined);
}

function titleMeanings(article: Article): ReadonlySet<string> {
  return article.once('titleMeanings', () => {
    const { meanings } = profileOf(article);
    return new Set([...meanings].filter(([, { isInTitle }]) => isInTitle).map(([id]) => id));
  });
}

/** Tables of another day; a digest is a story with nothing but itself. */
function dailyDoubt(a: Article, b: Article, [left, right]: Titles): StoryDoubt | undefined {
  if (left.has('digest') !== right.has('digest')) return { kind: 'certain', says: 'digest' };
  const subject = daily.find((id) => left.has(id) && right.has(id));
  if (subject === undefined || dayOf(a) === dayOf(b)) return undefined;
  // A price may also be an event of its own, told again the next day.
  const says = `${subject} of another day`;
  return { kind: subject === 'price' ? 'price' : 'certain', says };
}

function dayOf(article: Article): number {
  return regionDay(article.published);
}

function rivalDoubt([left, right]: Titles): StoryDoubt | undefined {
  for (const [one, other] of rivals) {
    const has = (titles: ReadonlySet<string>, ids: readonly string[]) =>
      ids.some((id) => titles.has(id));
    const isRival =
      (has(left, one) && !has(left, other) && has(right, other) && !has(right, one)) ||
      (has(right, one) && !has(right, other) && has(left, other) && !has(left, one));
    if (isRival) return { kind: 'act', says: `${one[0]} or ${other[0]}` };
  }
  return undefined;
}

function recurrentDoubt(score: StoryScore, [left, right]: Titles): StoryDoubt | undefined {
  const isRecurrent = recurrent.some((id) => left.has(id) || right.has(id));
  if (!isRecurrent || score.anchors.length > 0) return undefined;
  return { kind: 'which', says: 'nothing tells which one' };
}

/** One headline tells what followed, and the other report does not know of it. */
function aftermathDoubt(a: Article, b: Article): StoryDoubt | undefined {
  for (const [kind, list] of followUps) {
    const so = followUp(a, b, list) ?? followUp(b, a, list);
    if (so !== undefined) return { kind, says: `${so} in one only` };
  }
  return undefined;
}

const followUps = [
  ['ending', endings],
  ['follow-up', aftermath],
  ['consequence', consequence],
] as const;

function followUp(a: Article, b: Article, list: readonly string[]): string | undefined {
  const titles = titleMeanings(a);
  const { meanings } = profileOf(b);
  // `The road is open` and `traffic resumed` are one ending in many words.
  const isKnown = (id: string) => meanings.has(id) || (id === 'reopen' && meanings.has('open'));
  return list.find((id) => titles.has(id) && !isKnown(id));
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
    return { kind: 'thing', says: `${one[0]} or ${other[0]}` };
  }
  return undefined;
}

/** One headline tells of an accident, and the other report knows of none. */
function accidentDoubt(a: Article, b: Article, [left, right]: Titles): StoryDoubt | undefined {
  const knows = (article: Article) => accidents.some((id) => profileOf(article).meanings.has(id));
  const isOneSided =
    (accidents.some((id) => left.has(id)) && !knows(b)) ||
    (accidents.some((id) => right.has(id)) && !knows(a));
  return isOneSided ? { kind: 'accident', says: 'accident in one only' } : undefined;
}

/** One headline tells who is held to account for the accident in the other, which knows of nobody. */
function reckoningDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const isAccident = accidents.some((id) => titleMeanings(b).has(id));
  const told = reckoning.find((id) => titleMeanings(a).has(id));
  if (!isAccident || told === undefined) return undefined;
  const { meanings } = profileOf(b);
  return reckoning.some((id) => meanings.has(id))
    ? undefined
    : { kind: 'reckoning', says: `${told} for it in one only` };
}

/** Share of grams from which one text is printed under both headlines. */
const printedMin = 0.5;
/** Headlines with less than this in common with the other report have nothing in common. */
const coverMin = 0.15;

/** Headlines without anything in common over shared sentences: those are boilerplate. */
function printedDoubt(a: Article, b: Article): StoryDoubt | undefined {
  if (headlineCover(a, b).best >= coverMin) return undefined;
  if (containment(a.textGrams, b.textGrams) < printedMin) return undefined;
  return { kind: 'certain', says: 'headlines apart over one text' };
}
