import type { ParsedPerson } from '../domain/parsed-feed.ts';
import { type FeedRecord, KeyList } from './feed-record.ts';
import { parsePerson, uniquePeople } from './people.ts';
import { cleanTitle, labelToText } from './plain-text.ts';
import { resolveWebAddress } from './web-address.ts';
import { childrenOf, textOf, type XmlNode, type XmlValue } from './xml-tree.ts';

/** People read of one item; a feed that lists more is broken. */
const peopleMax = 50;

const nobody: readonly ParsedPerson[] = [];

/** The people of these elements, in their order and without repetition. */
export function readPeople(record: FeedRecord, keys: KeyList): readonly ParsedPerson[] {
  const values = record.all(keys);
  return values.length === 0 ? nobody : toPeople(values, record.base);
}

const sourceKeys = new KeyList('source');

/** The authors of the feed an Atom entry was taken from. */
export function readSourceAuthors(record: FeedRecord): readonly ParsedPerson[] {
  const sources = record.all(sourceKeys).filter((source) => typeof source !== 'string');
  return sources.length === 0
    ? nobody
    : toPeople(
        sources.flatMap((source) => childrenOf(source, 'author')),
        record.base,
      );
}

function toPeople(values: readonly XmlValue[], base: string | undefined): readonly ParsedPerson[] {
  const people: ParsedPerson[] = [];
  for (const value of values) {
    if (people.length >= peopleMax) break;
    const person = personOf(value, base);
    if (person !== undefined) people.push(person);
  }
  return uniquePeople(people);
}

/** A person element: text alone (RSS), or name, email and uri (RFC 4287 §3.2). */
function personOf(value: XmlValue, base: string | undefined): ParsedPerson | undefined {
  if (typeof value === 'string') return parsePerson(value);
  const name = partOf(value, 'name');
  const email = partOf(value, 'email')?.replace(/^mailto:/i, '');
  const url = ['uri', 'url', 'homepage'].map((key) => partOf(value, key)).find(Boolean);
  if (name === undefined && email === undefined && url === undefined) {
    return parsePerson(textOf(value));
  }
  const address = resolveWebAddress(url, value['~base'] ?? base);
  return {
    ...(name !== undefined && { name: cleanTitle(labelToText(name)) }),
    ...(email !== undefined && { email }),
    ...(address !== undefined && { url: address }),
  };
}

/** Inside `atom:author` of an RSS document the parts carry the prefix, inside itunes:owner too. */
function partOf(node: XmlNode, key: string): string | undefined {
  for (const prefixed of [key, `atom:${key}`, `itunes:${key}`]) {
    for (const value of childrenOf(node, prefixed)) {
      const text = textOf(value);
      if (text !== '') return text;
    }
  }
  return undefined;
}
