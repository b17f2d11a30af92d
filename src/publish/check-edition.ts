import { AppError } from '../domain/errors.ts';
import { idPattern } from '../domain/ids.ts';
import type {
  Attribution,
  DeletedEntry,
  Edition,
  Entry,
  Publication,
} from '../domain/publication.ts';
import { httpUrl } from './clean.ts';

/*
 * What `prepareEdition` cannot mend. The worker's own editions are built of values that were judged
 * at the door; one from another program is judged here, before a writer stumbles over it. Texts and
 * addresses of outlets are not judged: they may be anything, and each writer copes.
 */

interface Rule {
  readonly isMet: (value: unknown) => boolean;
  /** What to give, to be read after "give". */
  readonly wanted: string;
}

/** A rule for each key: a key of the type that has none would not compile. */
type Shape<T> = { readonly [Key in keyof T]-?: Rule };

/** Years as every format writes them, and every reader takes them: of four digits, and not 0. */
const firstInstant = Date.parse('0001-01-01T00:00:00Z');
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');

const text: Rule = { isMet: (value) => typeof value === 'string', wanted: 'a text' };
const thing: Rule = {
  isMet: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  wanted: 'an object',
};
const instant: Rule = {
  isMet: (value) => isWhole(value, firstInstant) && Number(value) <= lastInstant,
  wanted: 'whole milliseconds since 1970, UTC, in a year from 1 to 9999',
};
const language: Rule = {
  isMet: isLanguageTag,
  wanted: 'a language tag such as "az" or "zh-Hant" (BCP 47)',
};
const uri: Rule = {
  // RFC 3986: a scheme, and no character but those that stand in an address.
  isMet: (value) => /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(String(value)),
  wanted: 'an absolute URI in ASCII, such as "tag:news.example.org,2026:story/1" (RFC 4151)',
};
const folder: Rule = {
  isMet: (value) =>
    typeof value === 'string' && value.endsWith('/') && httpUrl(value) !== undefined,
  wanted: 'an absolute http(s) address that ends with "/"',
};
const segment: Rule = {
  isMet: (value) => idPattern.test(String(value)),
  wanted: 'small letters a–z, digits and hyphens, a letter or digit first, at most 64',
};
const timezone: Rule = { isMet: isTimezone, wanted: 'a time zone such as "Asia/Baku" (IANA)' };
const count: Rule = { isMet: (value) => isWhole(value, 1), wanted: 'a whole number from 1' };

const publicationShape: Shape<Publication> = {
  topicId: segment,
  variant: { ...segment, wanted: '"all" or a language tag in small letters' },
  title: text,
  description: text,
  language,
  homeUrl: folder,
  feedId: uri,
  siteTitle: text,
  siteUrl: folder,
  contact: optional(text),
  timezone,
  hubs: listOf(text),
  languages: listOf(language),
  ttlMinutes: count,
};

const attributionShape: Shape<Attribution> = {
  sourceId: text,
  outlet: text,
  feedUrl: text,
  feedId: optional(text),
  link: optional(text),
  title: text,
  language,
  country: text,
  published: instant,
};

const entryShape: Shape<Entry> = {
  id: uri,
  storyId: text,
  title: text,
  link: text,
  summary: text,
  contentHtml: optional(text),
  language,
  direction: oneOf('ltr', 'rtl'),
  published: instant,
  updated: instant,
  authors: listOf(ofTexts('name?', 'email?', 'url?')),
  categories: listOf(ofTexts('term', 'label?', 'scheme?')),
  enclosures: listOf(ofTexts('url', 'type?')),
  image: optional(text),
  receipt: optional(text),
  matchedWords: optional(listOf(text)),
  shownBy: thing,
  alsoReportedBy: listOf(thing),
  sameAs: optional(listOf(text)),
};

const deletedShape: Shape<DeletedEntry> = {
  id: uri,
  when: instant,
  reason: oneOf('rule', 'retracted', 'split'),
  note: optional(text),
};

const editionShape: Shape<Edition> = {
  publication: thing,
  updated: instant,
  updatedOf: optional(thing),
  entries: listOf(thing),
  deleted: listOf(thing),
  archivePages: optional(count),
};

/** Throws `invalid` for an edition of which no valid document can be made: what, where, what to give. */
export function checkEdition(edition: Edition): void {
  checkShape(edition, editionShape, 'edition');
  const { publication, entries, deleted, updatedOf = {} } = edition;
  checkShape(publication, publicationShape, 'edition.publication');
  for (const [format, at] of Object.entries(updatedOf)) {
    checkValue(at, instant, `edition.updatedOf.${format}`);
  }
  entries.forEach((entry, index) => {
    checkEntry(entry, `edition.entries[${index}]`);
  });
  deleted.forEach((one, index) => {
    checkShape(one, deletedShape, `edition.deleted[${index}]`);
  });
  checkIds(edition);
}

function checkEntry(entry: Entry, path: string): void {
  checkShape(entry, entryShape, path);
  checkShape(entry.shownBy, attributionShape, `${path}.shownBy`);
  entry.alsoReportedBy.forEach((other, index) => {
    checkShape(other, attributionShape, `${path}.alsoReportedBy[${index}]`);
  });
}

/** An id stands for one entry, which is there or has left. */
function checkIds({ entries, deleted }: Edition): void {
  const places = new Map<string, string>();
  const named = [
    ...entries.map(({ id }, index) => [id, `edition.entries[${index}].id`] as const),
    ...deleted.map(({ id }, index) => [id, `edition.deleted[${index}].id`] as const),
  ];
  for (const [id, path] of named) {
    const other = places.get(id);
    if (other !== undefined) {
      throw new AppError('invalid', `${path} is "${id}", as is ${other}; give each entry its own`);
    }
    places.set(id, path);
  }
}

function checkShape<T extends object>(value: T, shape: Shape<T>, path: string): void {
  checkValue(value, thing, path);
  for (const key of Object.keys(shape) as (keyof T & string)[]) {
    checkValue(value[key], shape[key], `${path}.${key}`);
  }
}

function checkValue(value: unknown, rule: Rule, path: string): void {
  if (rule.isMet(value)) return;
  const found = value === undefined ? 'is missing' : `is ${inWords(value)}`;
  throw new AppError('invalid', `${path} ${found}; give ${rule.wanted}`);
}

function optional({ isMet, wanted }: Rule): Rule {
  return { isMet: (value) => value === undefined || isMet(value), wanted: `${wanted}, or nothing` };
}

function listOf({ isMet, wanted }: Rule): Rule {
  return {
    isMet: (value) => Array.isArray(value) && value.every(isMet),
    wanted: `a list, empty when there is nothing, of which each is ${wanted}`,
  };
}

/** An object with texts under these keys; under those with a question mark there may be none. */
function ofTexts(...keys: readonly string[]): Rule {
  const isMet = (value: unknown): boolean =>
    thing.isMet(value) &&
    keys.every((key) => {
      const rule = key.endsWith('?') ? optional(text) : text;
      return rule.isMet((value as Readonly<Record<string, unknown>>)[key.replace('?', '')]);
    });
  return { isMet, wanted: `an object with the texts ${keys.join(', ')}` };
}

function oneOf(...values: readonly string[]): Rule {
  return { isMet: (value) => values.includes(String(value)), wanted: values.join(' or ') };
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

function isLanguageTag(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    // RangeError: not a well-formed tag (RFC 5646).
    return false;
  }
}

function isTimezone(value: unknown): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value as string }) !== undefined;
  } catch {
    // RangeError: no such zone.
    return false;
  }
}

/** Longest value shown in a message. */
const shownCharacters = 80;

function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
    return shown.length > shownCharacters ? `${shown.slice(0, shownCharacters)}…` : shown;
  }
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}
