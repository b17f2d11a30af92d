import { hour } from '../domain/instant.ts';
import type { Article } from './article.ts';
import { profileOf, type Token } from './event-profile.ts';
import { containment, similarity } from './grams.ts';
import { findConflict } from './guards.ts';
import { headlineCover, type StoryScore } from './story-score.ts';

/**
 * What keeps two reports with much in common from being one event: another act by the same people,
 * the next day's table of the same rates, the same kind of accident somewhere else. `blocks` is
 * certain, otherwise `factor` lowers the score.
 */
export interface StoryDoubt {
  readonly guard: string;
  readonly factor: number;
}

/** Subjects that return every day under one headline. */
const daily = ['rate', 'weather', 'digest', 'gold', 'price'];
/** Accidents and games that happen again and again: only a place, name or figure tells which one. */
const recurrent = [
  'quake',
  'fire',
  'crash',
  'flood',
  'storm',
  'snow',
  'shooting',
  'explosion',
  'landslide',
  'arrest',
  'smuggling',
  'match',
  'protest',
  'drone',
  'attack',
  'outage',
  'sink',
  'win',
  'draw',
];
/** Acts of which a headline tells one or the other, never both as one event. */
const rivals: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['call'], ['meeting', 'visit']],
  [
    ['open', 'reopen'],
    ['close', 'suspend'],
  ],
  [['rise'], ['fall']],
  [['approve'], ['reject']],
  [['release'], ['arrest', 'trial']],
  [['appoint'], ['resign']],
];
/** News of its own that follows an event: in one headline only, it is the other story. */
const aftermath = [
  'reopen',
  'trial',
  'release',
  'resign',
  'deport',
  'celebrate',
  'build',
  'extend',
  'funeral',
];
/** What may be told at once with the event, or after it. */
const consequence = ['arrest', 'investigate', 'appoint', 'protest', 'sanction'];

/** Accidents and acts of force: a report of one always says so. */
const accidents = [
  'quake',
  'fire',
  'explosion',
  'flood',
  'landslide',
  'crash',
  'sink',
  'collapse',
  'death',
  'injury',
  'shooting',
  'attack',
];
/** Things of one kind of which an event has one: a tram is no bus, a chess game no football. */
const families = [
  ['bus', 'car', 'truck', 'tram', 'railway', 'plane', 'ship', 'helicopter', 'metro', 'cablecar'],
  ['football', 'wrestling', 'chess', 'volleyball', 'basketball'],
  [
    'school',
    'hospital',
    'hotel',
    'factory',
    'mine-pit',
    'mosque',
    'church',
    'museum',
    'forest',
    'ship',
  ],
];

/** Hours to the east of Greenwich at which a day of the region turns. */
const regionOffset = 4 * hour;

/** The strongest doubt about two reports being one event; factor 1 when there is none. */
export function doubtOf(a: Article, b: Article, score: StoryScore): StoryDoubt {
  const titles = [titleMeanings(a), titleMeanings(b)] as const;
  const doubts = [
    mouldDoubt(a, b),
    dailyDoubt(a, b, titles),
    rivalDoubt(titles),
    recurrentDoubt(score, titles),
    aftermathDoubt(a, b),
    familyDoubt(a, b),
    accidentDoubt(a, b, titles),
    placeDoubt(a, b),
    nameDoubt(a, b, score, titles),
    headlineDoubt(a, b),
    timeDoubt(a, b),
  ].filter((doubt) => doubt !== undefined);
  return {
    guard: doubts.map(({ guard }) => guard).join(' '),
    factor: doubts.reduce((product, { factor }) => product * factor, 1),
  };
}

type Titles = readonly [ReadonlySet<string>, ReadonlySet<string>];

function titleMeanings(article: Article): ReadonlySet<string> {
  const { meanings } = profileOf(article);
  return new Set([...meanings].filter(([, { isInTitle }]) => isInTitle).map(([id]) => id));
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
  return { guard: 'nothing tells which one', factor: 0.5 };
}

/** One headline tells what followed, and the other report does not know of it. */
function aftermathDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const isLater = Math.abs(a.published - b.published) > 12 * hour;
  const after = followUp(a, b, aftermath) ?? followUp(b, a, aftermath);
  if (after !== undefined) return { guard: `${after} in one only`, factor: isLater ? 0.45 : 0.6 };
  const so = followUp(a, b, consequence) ?? followUp(b, a, consequence);
  if (so !== undefined) return { guard: `${so} in one only`, factor: isLater ? 0.6 : 0.8 };
  return undefined;
}

function followUp(a: Article, b: Article, list: readonly string[]): string | undefined {
  const titles = titleMeanings(a);
  const { meanings } = profileOf(b);
  return list.find((id) => titles.has(id) && !meanings.has(id));
}

/** Each tells of another thing of one kind. */
function familyDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const [left, right] = [profileOf(a).meanings, profileOf(b).meanings];
  for (const family of families) {
    const [one, other] = [
      family.filter((id) => left.has(id)),
      family.filter((id) => right.has(id)),
    ];
    if (one.length === 0 || other.length === 0 || one.some((id) => right.has(id))) continue;
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
  return isOneSided ? { guard: 'accident in one only', factor: 0.7 } : undefined;
}

/** Both name places, and not one in common: the same people are somewhere else. */
function placeDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const [left, right] = [profileOf(a).places, profileOf(b).places];
  if (left.size === 0 || right.size === 0) return undefined;
  if ([...left].some((place) => right.has(place))) return undefined;
  return { guard: 'other places', factor: 0.55 };
}

/** Each headline names someone or somewhere that the other does not: another one of its kind. */
function nameDoubt(
  a: Article,
  b: Article,
  score: StoryScore,
  [left, right]: Titles,
): StoryDoubt | undefined {
  if (!hasForeignName(a, b) || !hasForeignName(b, a)) return undefined;
  // Quakes and crashes come in rows: the place in the headline says which one is told.
  const isRecurrent = recurrent.some((id) => left.has(id) || right.has(id));
  if (isRecurrent) return { guard: 'another place', factor: 0.35 };
  return { guard: 'other names', factor: score.anchors.length > 1 ? 0.9 : 0.7 };
}

function hasForeignName(article: Article, other: Article): boolean {
  const theirs = profileOf(other);
  const isTheirs = (token: Token) =>
    theirs.tokens.some(
      (found) =>
        found.isInTitle &&
        (found.stem === token.stem ||
          found.skeletons.some((skeleton) => token.skeletons.includes(skeleton))),
    );
  const isForeign = profileOf(article).tokens.some(
    (token) =>
      token.isInTitle &&
      (token.isName === 'yes' || token.isName === 'likely') &&
      token.skeletons.some((skeleton) => skeleton.length >= 3) &&
      !isTheirs(token),
  );
  return (
    isForeign ||
    [...profileOf(article).concepts].some(
      ([id, { weight, isInTitle }]) => isInTitle && weight >= 1 && !theirs.concepts.has(id),
    )
  );
}

/** Hours within which a reaction or a feature counts as the event's own coverage. */
const reactionMax = 10 * hour;

/** Little of what the headlines say is told by both: one is the other's background. */
function headlineDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const { both, best } = headlineCover(a, b);
  const isReaction = Math.abs(a.published - b.published) <= reactionMax;
  const cover = isReaction ? Math.max(both, best * 0.9) : both;
  // Headlines without anything in common over shared sentences: those are boilerplate.
  if (best < 0.15) return { guard: 'headlines apart', factor: 0 };
  return { guard: `headlines ${Math.round(cover * 100)} %`, factor: 0.5 + cover / 2 };
}

/**
 * One mould filled anew: the words are nearly all alike, and what is not (a number, a name, a part,
 * a denial) is the news. The duplicate layer has seen the likeness and refused; so does this one.
 */
function mouldDoubt(a: Article, b: Article): StoryDoubt | undefined {
  if (a.language !== b.language) return undefined;
  const isOneText = containment(a.textGrams, b.textGrams) >= 0.55 && a.textForm !== '';
  const isOneTitle = similarity(a.titleGrams, b.titleGrams) >= 0.5;
  if (isOneText && (isOneTitle || a.sourceId === b.sourceId)) {
    const conflict = findConflict(a, b);
    if (conflict !== undefined) return { guard: `one mould, other ${conflict.guard}`, factor: 0 };
  }
  // A headline of one outlet that returns over another text is a rubric.
  const isRubric =
    a.sourceId === b.sourceId && a.titleForm === b.titleForm && a.textForm !== b.textForm;
  return isRubric ? { guard: 'rubric', factor: 0 } : undefined;
}

/** A report of the next day may be the follow-up: it must have more in common. */
function timeDoubt(a: Article, b: Article): StoryDoubt | undefined {
  const apart = Math.abs(a.published - b.published);
  if (apart <= 12 * hour) return undefined;
  return { guard: 'hours apart', factor: apart <= 24 * hour ? 0.92 : 0.8 };
}
