import { foldText } from '../../text/fold.ts';
import type { Article } from '../article.ts';
import { leadWithoutBackground } from './background.ts';
import { daysTold, regionDay } from './days-told.ts';
import type { StoryDoubt } from './story-doubt.ts';

/** When a report says that its event was. */
export interface Moments {
  /** Numbers of the region's days; empty when it names none. */
  readonly days: ReadonlySet<number>;
  /** Times of day in minutes. */
  readonly times: ReadonlySet<number>;
}

export function momentsOf(article: Article): Moments {
  return article.once('moments', () => {
    const told = toldOf(article);
    const today = regionDay(article.published);
    const days = daysTold(told, article.published, article.language)
      .filter((offset) => offset <= 0)
      .map((offset) => today + offset);
    return { days: new Set(days), times: new Set(timesIn(told)) };
  });
}

/** Title and lead without what the report tells as background. */
function toldOf(article: Article): string {
  return `${article.title}. ${leadWithoutBackground(article)}`;
}

/** `21:10`, `saat 05.52'de`, `в 20.52`, `ساعت ۶:۴۰`. */
const clock =
  /(?<![\d.,:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])|(?<!\p{L})(?:saat|at|by|в|около|ساعت|الساعة|ժամը)\s+([01]?\d|2[0-3])\.([0-5]\d)(?!\d)/giu;

function timesIn(text: string): readonly number[] {
  if (!/\p{N}[:.]\p{N}/u.test(text)) return [];
  return [...foldText(text).matchAll(clock)].map(
    ([, hours, minutes, saidHours, saidMinutes]) =>
      Number(hours ?? saidHours) * 60 + Number(minutes ?? saidMinutes),
  );
}

/** Both say on which day it was, and the days are others. */
export function dayDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const [left, right] = [momentsOf(a).days, momentsOf(b).days];
  if (left.size === 0 || right.size === 0) return undefined;
  return [...left].some((day) => right.has(day)) ? undefined : { kind: 'day', says: 'another day' };
}

/** Time zones of the region are whole or half hours apart. */
const zoneStep = 30;
/** A time that is told by the quarter is a rough one. */
const roughStep = 5;

/** Minutes past the half hour, of times told to the minute. */
function exactMinutes({ times }: Moments): readonly number[] {
  return [...times].filter((time) => time % roughStep !== 0).map((time) => time % zoneStep);
}

/** Minutes past the half hour that both tell. */
export function sharedMinutes(a: Article, b: Article): readonly number[] {
  const theirs = exactMinutes(momentsOf(b));
  return exactMinutes(momentsOf(a)).filter((minute) => theirs.includes(minute));
}

/** Both tell the time to the minute, and it is another one. */
export function clockDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const [left, right] = [exactMinutes(momentsOf(a)), exactMinutes(momentsOf(b))];
  if (left.length === 0 || right.length === 0) return undefined;
  const isOther = !left.some((minute) => right.includes(minute));
  return isOther ? { kind: 'clock', says: 'another time of day' } : undefined;
}
