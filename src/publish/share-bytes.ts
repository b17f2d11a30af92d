import type { Entry, Format, Publication } from '../domain/publication.ts';
import { cutAtWord } from './clean.ts';
import { documentBytesMax, entriesMax, headBytes } from './make-room.ts';

/** Bytes of a live document that its entries share. */
const budgetBytes = documentBytesMax - headBytes;
/** What is left to each when the document is full of entries that all want more. */
const equalShareBytes = Math.floor(budgetBytes / entriesMax);
/** Largest entry shown as it is: an extract with its outlets, and one with the full text. */
const extractBytesMax = 16 * 1024;
const fullTextBytesMax = 64 * 1024;
/** Longest title of an entry of which next to nothing else can be shown. */
const bareTitleCharacters = 200;

/** Bytes that an entry adds to the largest document. */
export type BytesOf = (entry: Entry) => number;

/**
 * The entries of a document, newest first, as there is room to show them. One that is larger than
 * an entry may be is shown without text and files; when the bytes are used up all the same, so are
 * those that take more than an equal share, oldest first: most subscribers have read them. Nobody
 * else gives anything up. `bytesOf` is asked only when a rough count says that it could matter.
 */
export function shareBytes(entries: readonly Entry[], bytesOf: BytesOf): readonly Entry[] {
  const shown = entries.map((entry) => {
    const bytesMax = entry.contentHtml === undefined ? extractBytesMax : fullTextBytesMax;
    return roughBytes(entry) > bytesMax ? shorten(entry, bytesMax, bytesOf) : entry;
  });
  if (sum(shown.map(roughBytes)) <= budgetBytes) return shown;
  const sizes = shown.map(bytesOf);
  let bytes = sum(sizes);
  for (let index = shown.length - 1; index >= 0 && bytes > budgetBytes; index -= 1) {
    const entry = shown[index];
    const size = sizes[index] ?? 0;
    if (entry === undefined || size <= equalShareBytes) continue;
    const shorter = shorten(entry, equalShareBytes, bytesOf);
    bytes += bytesOf(shorter) - size;
    shown[index] = shorter;
  }
  return shown;
}

/** The entry with as much as fits, dropping first what readers can do without. */
function shorten(entry: Entry, bytesMax: number, bytesOf: BytesOf): Entry {
  const fits = (one: Entry): boolean => bytesOf(one) <= bytesMax;
  if (fits(entry)) return entry;
  const { contentHtml: _text, ...extract } = entry;
  const lean = { ...extract, enclosures: [] };
  if (fits(lean)) return lean;
  const { image: _image, ...plain } = lean;
  const bare = {
    ...plain,
    title: cutAtWord(lean.title, bareTitleCharacters),
    summary: '',
    authors: [],
    categories: [],
  };
  let outlets = bare.alsoReportedBy;
  while (outlets.length > 0 && !fits({ ...bare, alsoReportedBy: outlets })) {
    outlets = outlets.slice(0, Math.floor(outlets.length / 2));
  }
  return { ...bare, alsoReportedBy: outlets };
}

/** Measures what an entry adds to the largest of the documents in these formats. */
export function measureIn(formats: readonly Format[], publication: Publication): BytesOf {
  const bytesIn = (format: Format, entries: readonly Entry[]): number =>
    Buffer.byteLength(format.render({ publication, updated: 0, entries, deleted: [] }));
  const empty = new Map<Format, number>();
  return (entry) => {
    const added = formats.map((format) => {
      const without = empty.get(format) ?? bytesIn(format, []);
      empty.set(format, without);
      return bytesIn(format, [entry]) - without;
    });
    return Math.max(...added);
  };
}

/**
 * An upper bound that is cheap to take. A document says each text at most twice and has some two
 * kilobytes of markup an entry; a character that has to be escaped costs ten bytes more.
 */
export function roughBytes(entry: Entry): number {
  const text = JSON.stringify(entry);
  const escaped = text.match(/[&<>]|\\"/g)?.length ?? 0;
  return Buffer.byteLength(text) * 2 + escaped * 10 + 2_000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
