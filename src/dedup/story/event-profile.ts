import type { Hit } from '../../domain/match.ts';
import { memo } from '../../text/memo.ts';
import { firstVowel, nameSkeletons } from '../../text/skeleton.ts';
import type { Article } from '../article.ts';
import { isCalendarWord } from '../words/calendar-words.ts';
import { isDigestTitle } from '../words/digest-titles.ts';
import { meaningsOf, placeOf } from '../words/meanings.ts';
import { type Word, wordsOf } from '../words/word-pairs.ts';
import { backgroundSpans } from './background.ts';
import { commonNames, metonyms } from './event-kinds.ts';
import { type Figure, figuresOf, titleFactor } from './figures.ts';
import { statesOf } from './states.ts';

/** What a report says happened, to whom and where, in terms that hold across languages. */
export interface EventProfile {
  /** Acts and things by meaning; weight grows when the headline says it. */
  readonly meanings: ReadonlyMap<string, Weighed>;
  /** Countries, persons, places and organisations of the concept lists. */
  readonly concepts: ReadonlyMap<string, Weighed>;
  /** Capitals and other places that the lists know as one place each. */
  readonly places: ReadonlySet<string>;
  /** States in which what is told may have happened, by their own names or those of places. */
  readonly states: ReadonlySet<string>;
  readonly numbers: ReadonlyMap<string, Figure>;
  /** Every other telling word; names among them are compared by skeleton. */
  readonly tokens: readonly Token[];
}

export interface Weighed {
  readonly weight: number;
  readonly isInTitle: boolean;
}

export interface Token extends Weighed {
  /** The name of a state or capital, or of whom half of all reports name. */
  readonly isCommon: boolean;
  /**
   * The concept that has counted this word. Two words of one concept are not counted again; a name
   * that the lists know in one language only still meets its other spellings.
   */
  readonly concept?: string;
  /** First letters of the folded word: one for most inflected forms. */
  readonly stem: string;
  readonly skeletons: readonly string[];
  /** One bit for each skeleton: two words without a common bit have no common skeleton. */
  readonly skeletonBits: number;
  readonly vowel: string;
  /**
   * `yes`: a capital where only names have one; `likely`: a capital that its place explains too;
   * `open`: a script without capitals; `no`: written small.
   */
  readonly isName: 'yes' | 'likely' | 'open' | 'no';
}

/** Meanings nearly every report has one of: they join nothing by themselves. */
const commonMeanings = new Set(
  'president minister premier foreign-minister defence police city province village team water road launch open army project parliament meeting visit agreement company cooperate commission delegation ceremony money found reveal propose choose promise operation deliver opposition party suspect'.split(
    ' ',
  ),
);

/** Whether half of all reports have the meaning. */
export function isUsual(id: string): boolean {
  return commonMeanings.has(id);
}

/** A town tells where; several things may happen there on one day. */
const placeWeight = 1.3;

const stemLength = 5;
/** Words read of one report; agencies tell the event in the first of them. */
const wordsMax = 90;

export function profileOf(article: Article): EventProfile {
  return article.once('profile', () => {
    const background = backgroundSpans(article);
    const isBackground = (at: { readonly start: number }) =>
      background.some(([from, to]) => at.start >= from && at.start < to);
    const words = wordsOf(article)
      .slice(0, wordsMax)
      .filter((word) => word.isInTitle || !isBackground(word));
    const hits = article.readHits().filter((hit) => hit.field === 'title' || !isBackground(hit));
    const covered = coveredBy(hits);
    const meanings = new Map<string, Weighed>();
    const tokens = new Map<string, Token>();
    const named = new Map<string, Weighed>(conceptsOf(hits));
    for (const word of words) {
      const isKnown =
        addPlace(named, word, article) || addMeanings(meanings, word, article.language);
      const token = isKnown ? undefined : tokenOf(word, article.language, covered(word));
      if (token !== undefined && !tokens.has(token.stem)) tokens.set(token.stem, token);
    }
    if (isDigestTitle(article.title)) put(meanings, 'digest', 1, { isInTitle: true });
    return {
      meanings,
      concepts: named,
      places: new Set(
        hits.flatMap((hit) => (metonyms.has(hit.concept) && !hit.isWeak ? hit.concept : [])),
      ),
      states: statesOf([...hits.filter(isOfStory).map(({ concept }) => concept), ...named.keys()]),
      numbers: figuresOf(article),
      tokens: [...tokens.values()],
    };
  });
}

/**
 * Share of a capitalised word that a stem must have, by whether only a name would have the capital:
 * `qara` is not what `Qarabağ` is about, but a headline may well begin with an inflected word.
 */
const nameShare = { quoted: 0.75, yes: 0.6, likely: 0.4 };

function shareNeeded(word: Word): number {
  const isCapital = /^\p{Lu}/u.test(word.surface) && !/^\p{Lu}+$/u.test(word.surface);
  if (!isCapital) return 0;
  // `“Neftçi” won`: what stands in quotes is called so; titles of films are translated all the same.
  if (word.isQuoted) return nameShare.quoted;
  return word.isName ? nameShare.yes : nameShare.likely;
}

/** Adds the place a word names; false when it names none. */
function addPlace(into: Map<string, Weighed>, word: Word, { language }: Article): boolean {
  const place = word.isSmall ? undefined : placeOf(word.form, language);
  if (place !== undefined) put(into, place, placeWeight, word);
  return place !== undefined;
}

/** Adds what the word lists know of a word; false when they do not have it. */
function addMeanings(into: Map<string, Weighed>, word: Word, language: string): boolean {
  const { meanings, stemLength: known } = meaningsOf(word.form, language);
  if (meanings.length === 0 || known < word.form.length * shareNeeded(word)) return false;
  for (const { id, kind } of meanings) {
    if (kind === 'plain') continue;
    const base = kind === 'event' ? 1.5 : 1;
    put(into, id, commonMeanings.has(id) ? base * 0.5 : base, word);
  }
  return true;
}

function put(
  into: Map<string, Weighed>,
  key: string,
  weight: number,
  at: { isInTitle: boolean },
): void {
  const own = at.isInTitle ? weight * titleFactor : weight;
  const known = into.get(key);
  if (known !== undefined && known.weight >= own) return;
  into.set(key, { weight: own, isInTitle: at.isInTitle });
}

/** Kinds of concepts whose words are names; `port of Mersin` as a subject still names Mersin. */
const namingKinds = new Set(['country', 'organisation', 'person']);

/** The concept in whose name a word stands, if any. */
function coveredBy(hits: readonly Hit[]): (word: Word) => string | undefined {
  const naming = hits.filter(
    (hit) => !hit.isWeak && !isGroup(hit) && namingKinds.has(hit.kind ?? 'subject'),
  );
  return (word) =>
    naming.find(
      (hit) =>
        (hit.field === 'title') === word.isInTitle &&
        word.start >= hit.start &&
        word.start < hit.end,
    )?.concept;
}

/**
 * Concepts that name something. Roles, acts and subjects are words that editors of topics add to and
 * take from; the word lists here say the same, and stories must not change with a topic's rule.
 */
const storyKinds = new Set(['country', 'organisation', 'person', 'place']);

function isOfStory(hit: Hit): boolean {
  return !hit.isWeak && storyKinds.has(hit.kind ?? 'subject');
}

function conceptsOf(hits: readonly Hit[]): ReadonlyMap<string, Weighed> {
  const out = new Map<string, Weighed>();
  for (const hit of hits) {
    // One concept for many names tells nothing; the names themselves are compared.
    if (!isOfStory(hit) || groupName.test(hit.concept)) continue;
    put(out, hit.concept, conceptWeight(hit), { isInTitle: hit.field === 'title' });
  }
  return out;
}

const groupName = /-[a-z]+s$/;

/** `iran-officials`, `gulf-states`: one concept for many names, which are then compared themselves. */
function isGroup(hit: Hit): boolean {
  return groupName.test(hit.concept) && hit.kind !== 'country';
}

/** A country is in half of all reports; a person or a crossing is not. */
function conceptWeight(hit: Hit): number {
  if (metonyms.has(hit.concept)) return 0.6;
  switch (hit.kind) {
    case 'country':
      return 0.5;
    case 'place':
      // A list of places may hold many; the name itself is compared by its skeleton.
      return 0.5;
    default:
      return 1.4;
  }
}

const commonSkeletons: ReadonlySet<string> = new Set(
  commonNames.flatMap((name) => nameSkeletons(name, 'en').slice(0, 1)),
);

function tokenOf(word: Word, language: string, concept: string | undefined): Token | undefined {
  if (word.isNumber || word.form.length < 3 || isCalendarWord(word.form)) return undefined;
  const parts = [
    word.surface,
    word.form,
    nameSign(word, language),
    word.isInTitle ? 't' : '',
    language,
  ];
  return rememberedToken([...parts, concept ?? ''].join('\n'));
}

/** News repeats its names: what is known of one stands in memory once, however many reports have it. */
const rememberedToken = memo(
  (key) => {
    const [surface = '', form = '', isName, place, language = '', concept] = key.split('\n');
    const word = { surface, form, isName: isName as Token['isName'], isInTitle: place === 't' };
    return readToken(word, language, concept || undefined);
  },
  30_000,
  256,
);

type NamedWord = Pick<Word, 'surface' | 'form' | 'isInTitle'> & Pick<Token, 'isName'>;

function readToken(word: NamedWord, language: string, concept: string | undefined): Token {
  const { isName } = word;
  const skeletons = isName === 'no' ? [] : nameSkeletons(word.surface, language);
  const stem = word.form.slice(0, stemLength);
  const isCommon = skeletons.some((skeleton) => commonSkeletons.has(skeleton));
  const weight = isCommon
    ? 0.5
    : (isName === 'yes' ? 1.4 : isName === 'likely' ? 1.1 : 0.8) *
      (word.isInTitle ? titleFactor : 1);
  return {
    stem,
    skeletons,
    skeletonBits: skeletons.reduce((bits, skeleton) => bits | bitOf(skeleton), 0),
    vowel: firstVowel(word.surface),
    isName,
    isCommon,
    ...(concept === undefined ? {} : { concept }),
    weight,
    isInTitle: word.isInTitle,
  };
}

/** One of 32 bits. */
function bitOf(skeleton: string): number {
  let hash = 0;
  for (let at = 0; at < skeleton.length; at += 1) {
    hash = Math.imul(hash, 31) + skeleton.charCodeAt(at);
  }
  return 1 << hash;
}

function nameSign(word: Word, language: string): Token['isName'] {
  if (word.isName) return 'yes';
  if (word.isSmall) return 'no';
  if (word.isQuoted || isForeignScript(word, language)) return 'yes';
  return /^\p{Lu}/u.test(word.surface) ? 'likely' : 'open';
}

const latinLanguages = /^(?:az|tr|en)\b/;

/** `MV Meridian Star` in a text of another script is a name. */
function isForeignScript({ surface }: Word, language: string): boolean {
  return !latinLanguages.test(language) && /^\p{Script=Latin}{3}/u.test(surface);
}
