import type { Concept, ConceptKind, Term, TermsByLanguage } from '../../domain/topic.ts';

/** Words by language, each list one string: `Tahran, İran=, SOCAR^, Aliyev*0.7`. */
export type Lists = Readonly<Record<string, string>>;

/**
 * Reads a word list: terms apart by commas; `=` after one: this form only; `^`: case must agree;
 * `*0.7`: its weight.
 */
export function wordList(list: string): readonly Term[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readTerm);
}

function readTerm(text: string): Term {
  const [, term = '', marks = '', weight] = /^(.*?)([=^]*)(?:\*([\d.]+))?$/u.exec(text) ?? [];
  if (marks === '' && weight === undefined) return term;
  return {
    term,
    ...(marks.includes('=') ? { exact: true } : {}),
    ...(marks.includes('^') ? { caseSensitive: true } : {}),
    ...(weight === undefined ? {} : { weight: Number(weight) }),
  };
}

function termsOf(lists: Lists): TermsByLanguage {
  return Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, wordList(list)]));
}

/** What a concept has beside its terms. */
export interface Extras {
  readonly weak?: Lists;
  readonly mask?: Lists;
  readonly context?: readonly string[];
  readonly includes?: readonly string[];
}

/** A shipped concept from word lists. */
export function concept(id: string, kind: ConceptKind, terms: Lists, extras: Extras = {}): Concept {
  return {
    id,
    kind,
    terms: termsOf(terms),
    ...(extras.weak === undefined ? {} : { weak: termsOf(extras.weak) }),
    ...(extras.mask === undefined ? {} : { mask: termsOf(extras.mask) }),
    ...(extras.context === undefined ? {} : { context: extras.context }),
    ...(extras.includes === undefined ? {} : { includes: extras.includes }),
  };
}
