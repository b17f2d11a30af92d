import type { ParsedPerson } from '../domain/parsed-feed.ts';
import { cleanTitle, labelToText, unwrapCdata } from './plain-text.ts';

/** Longest name or list of names kept. */
const personCharactersMax = 1_000;

const emailPattern = /[^\s()<>[\]",;:@]{1,64}@[^\s()<>[\]",;:@]{1,253}/;

/**
 * A person as RSS writes one: `mail (Name)`, `Name (mail)`, `Name <mail>`, `mail`, `Name`.
 * Undefined when there is no text.
 */
export function parsePerson(text: string): ParsedPerson | undefined {
  const plain = cleanTitle(personText(text.slice(0, personCharactersMax)));
  if (plain === '') return undefined;
  const email = plain.includes('@') ? emailPattern.exec(plain)?.[0] : undefined;
  if (email === undefined) return { name: plain };
  const name = plain
    .replace(email, ' ')
    .replace(/mailto:/gi, ' ')
    .replace(/<\s*>|\(\s*\)|\[\s*\]/g, ' ')
    .trim();
  const bare = cleanName(name);
  return bare === '' ? { email } : { name: bare, email };
}

/** `<mail>` is no tag: only text with real markup goes through the tag remover. */
function personText(text: string): string {
  return labelToText(unwrapCdata(text));
}

function cleanName(name: string): string {
  const inner = /^\((.*)\)$/.exec(name)?.[1] ?? name;
  return inner.replace(/^[\s,;:"'-]+|[\s,;:"']+$/g, '').trim();
}

/** The people without repetition; one with more to say replaces its shorter form. */
export function uniquePeople(people: readonly ParsedPerson[]): readonly ParsedPerson[] {
  if (people.length < 2) return people;
  const byName = new Map<string, ParsedPerson>();
  for (const person of people) {
    const key = (person.name ?? person.email ?? person.url ?? '').toLowerCase();
    byName.set(key, { ...person, ...byName.get(key) });
  }
  return [...byName.values()];
}
