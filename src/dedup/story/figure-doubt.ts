import { foldText } from '../../text/fold.ts';
import type { Article } from '../article.ts';
import { profileOf } from './event-profile.ts';
import type { StoryDoubt, Titles } from './story-doubt.ts';

/** Difference of two agencies' magnitudes of one quake; more is another quake. */
const magnitudeApart = 0.4;

/** Quakes of another magnitude, games of another score. */
export function figureDoubt(a: Article, b: Article, titles: Titles): StoryDoubt | undefined {
  const both = (id: string) => titles.every((meanings) => meanings.has(id));
  if (both('quake')) {
    const [left, right] = [magnitudesOf(a), magnitudesOf(b)];
    const isFar = (one: number) =>
      right.every((other) => Math.abs(one - other) > magnitudeApart + 0.001);
    const isOther = left.length > 0 && right.length > 0 && left.every(isFar);
    return isOther ? { kind: 'magnitude', says: 'other magnitude' } : undefined;
  }
  const [left, right] = [scoresOf(a), scoresOf(b)];
  const isGame = games.some((id) => titles.some((meanings) => meanings.has(id)));
  if (!isGame || left.length === 0 || right.length === 0) return undefined;
  return left.some((score) => right.includes(score))
    ? undefined
    : { kind: 'certain', says: 'other score' };
}

const games = ['win', 'draw', 'match', 'football', 'basketball', 'volleyball', 'cup', 'goal'];

function magnitudesOf(article: Article): readonly number[] {
  return [...profileOf(article).numbers.keys()]
    .map(Number)
    .filter((value) => value > 1 && value < 9.5 && !Number.isInteger(value));
}

/** `3:1`, `1–3`: the goals of a game, the greater first, since either side may be named first. */
function scoresOf(article: Article): readonly string[] {
  const text = foldText(article.title);
  return [...text.matchAll(/(?<!\d)(\d{1,3})\s?[:-]\s?(\d{1,3})(?!\d)/g)].map(([, one, other]) =>
    [Number(one), Number(other)].sort((x, y) => y - x).join(':'),
  );
}
