import type { Instant } from '../domain/instant.ts';
import type { DeletedEntry, LeftReason } from '../domain/publication.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml-tree.ts';

/** What an Atom document of ours, as it stands in the tree, says of itself. */
export interface StandingDocument {
  readonly updated: Instant;
  readonly entries: readonly { readonly id: string; readonly updated: Instant }[];
  readonly deleted: readonly DeletedEntry[];
}

const reasons: readonly string[] = ['rule', 'retracted', 'split'] satisfies LeftReason[];

/** Reads back what `atom.ts` wrote; undefined when it is no Atom document of ours, or only half of one. */
export function readStanding(body: string): StandingDocument | undefined {
  const root = rootOf(body);
  const updated = Date.parse(textOf(root && childrenOf(root, 'updated')[0]));
  if (root === undefined || Number.isNaN(updated)) return undefined;
  return {
    updated,
    entries: childrenOf(root, 'entry').map((entry) => ({
      id: textOf(childrenOf(entry, 'id')[0]),
      updated: Date.parse(textOf(childrenOf(entry, 'updated')[0])),
    })),
    deleted: childrenOf(root, 'at:deleted-entry').map(readRecord),
  };
}

function rootOf(body: string): XmlElement | undefined {
  try {
    return readXml(body).elements?.find(({ name }) => name === 'feed');
  } catch {
    // A file that something else has damaged tells nothing; it is about to be replaced.
    return undefined;
  }
}

function readRecord(record: XmlElement): DeletedEntry {
  const [reason = '', ...rest] = textOf(childrenOf(record, 'at:comment')[0]).split(': ');
  const note = rest.join(': ');
  return {
    id: String(record.attributes?.['ref'] ?? ''),
    when: Date.parse(String(record.attributes?.['when'] ?? '')),
    reason: reasons.includes(reason) ? (reason as LeftReason) : 'rule',
    ...(note === '' ? {} : { note }),
  };
}

/** When a feed document of ours in whatever format says that it changed last. */
export function standingDate(body: string): Instant | undefined {
  const pattern = /<updated>([^<]+)<|<lastBuildDate>([^<]+)<|^ {2}"updated": "([^"]+)"/m;
  const [, atom, rss, json] = pattern.exec(body) ?? [];
  const date = Date.parse(atom ?? rss ?? json ?? '');
  return Number.isNaN(date) ? undefined : date;
}
