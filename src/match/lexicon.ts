import { AppError } from '../domain/errors.ts';
import type { ConceptId } from '../domain/ids.ts';
import type { Term } from '../domain/topic.ts';
import { foldText } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import { splitWords } from '../text/words.ts';
import { arabic, arabicProclitics, waysOf } from './suffixes.ts';
import { Trie } from './trie.ts';
import { formsOfWord } from './word-forms.ts';

/** What a term does where it is found. */
export type TermRole = 'strong' | 'weak' | 'mask';

/** A term of a concept, or a phrase of a clause, as compiled. */
export interface LexiconTerm {
  readonly concept: ConceptId;
  /** As the word list writes it. */
  readonly term: string;
  readonly role: TermRole;
  readonly weight: number;
  /** Set when the letters' case must agree: the term without apostrophes. */
  readonly caseSensitive: boolean;
  /** Words that may stand between its parts, in any order; 0: adjacent, in order. */
  readonly near: number;
}

/** A way of writing a term: the parts it consists of. */
export interface Pattern {
  readonly term: LexiconTerm;
  readonly parts: readonly number[];
  /** Which part it is looked up by: the rarest in the lexicon. */
  anchor: number;
}

interface Ending {
  readonly part: number;
  readonly ways: number;
  readonly isAscii: boolean;
}

/** Longest word looked up, in folded units; longer ones are no words of a language here. */
const wordMax = 64;
/** Words of texts whose parts are remembered; news repeats its words. */
const wordsKept = 20_000;
/** Stem length from which the ASCII spelling is taken in any text: `azerbaycan` is no chance. */
const asciiAlwaysMin = 7;

/** Parts a word can be a form of, with whether each was spelt without its marks. */
export interface PartMatch {
  readonly part: number;
  readonly isAscii: boolean;
}

interface Lookup {
  readonly text: string;
  readonly end: number;
  /** Whether the text has none of the letters that ASCII spellings lack. */
  readonly isAsciiText: boolean;
  readonly found: PartMatch[];
}

const everyWay = -1;

function collect(lookup: Lookup, endings: readonly Ending[], ways: number, length: number): void {
  const isAsciiAllowed = lookup.isAsciiText || length >= asciiAlwaysMin;
  for (const { part, ways: own, isAscii } of endings) {
    if ((own & ways) === 0 || (isAscii && !isAsciiAllowed)) continue;
    if (!lookup.found.some((found) => found.part === part)) lookup.found.push({ part, isAscii });
  }
}

/** All terms of a configuration in one automaton: the cost of a word does not grow with them. */
export class Lexicon {
  private readonly trie = new Trie();
  private readonly endings: Ending[][] = [];
  private readonly partIds = new Map<string, number>();
  private readonly patterns: Pattern[] = [];
  private byAnchor: Pattern[][] = [];

  /** Adds a term under a language (`*` for none); throws AppError `config` when it has no word. */
  add(concept: ConceptId, language: string, term: Term, role: TermRole, near = 0): void {
    const object = typeof term === 'string' ? { term } : term;
    const compiled: LexiconTerm = {
      concept,
      term: object.term,
      role,
      weight: object.weight ?? 1,
      caseSensitive: object.caseSensitive ?? false,
      near,
    };
    const spellings = spellingsOf(object.term);
    if (spellings.length === 0) {
      throw new AppError(
        'config',
        `concept "${concept}": the term ${JSON.stringify(object.term)} has no letter or digit; remove it`,
      );
    }
    for (const words of spellings) {
      const parts = words.map((word) => this.partOf(word, language, object.exact ?? false));
      this.patterns.push({ term: compiled, parts, anchor: 0 });
    }
  }

  /** Chooses what each pattern is looked up by; call once after the last `add`. */
  finish(): void {
    const uses = new Int32Array(this.partIds.size);
    for (const { parts } of this.patterns) {
      for (const part of parts) uses[part] = (uses[part] ?? 0) + 1;
    }
    this.byAnchor = Array.from({ length: this.partIds.size }, () => []);
    for (const pattern of this.patterns) {
      const { parts } = pattern;
      for (let index = 1; index < parts.length; index++) {
        const rarest = uses[parts[pattern.anchor] as number] as number;
        if ((uses[parts[index] as number] as number) < rarest) pattern.anchor = index;
      }
      this.byAnchor[parts[pattern.anchor] as number]?.push(pattern);
    }
  }

  /** Patterns looked up by a part. */
  patternsAt(part: number): readonly Pattern[] {
    return this.byAnchor[part] ?? [];
  }

  /** Parts that the folded units `start`…`end` of a text are a form of. */
  partsOf(text: string, start: number, end: number, isAsciiText: boolean): readonly PartMatch[] {
    if (end - start > wordMax) return [];
    return (isAsciiText ? this.asciiParts : this.markedParts)(text.slice(start, end));
  }

  private readonly asciiParts = memo((word) => this.readParts(word, true), wordsKept, wordMax);
  private readonly markedParts = memo((word) => this.readParts(word, false), wordsKept, wordMax);

  private readParts(text: string, isAsciiText: boolean): readonly PartMatch[] {
    const lookup: Lookup = { text, end: text.length, isAsciiText, found: [] };
    this.walk(lookup, 0, everyWay);
    const unit = text.charCodeAt(0);
    if (unit < 0x600 || unit > 0x6ff) return lookup.found;
    for (const proclitic of arabicProclitics) {
      const after = proclitic.length;
      // What is left must be a word: two letters are no stem.
      if (after + 2 < text.length && text.startsWith(proclitic)) this.walk(lookup, after, arabic);
    }
    return lookup.found;
  }

  private walk(lookup: Lookup, start: number, allowed: number): void {
    const { text, end } = lookup;
    this.trie.match(text, start, end, (stemEnd, stemId) => {
      const ways = waysOf(text.slice(stemEnd, end)) & allowed;
      if (ways !== 0) collect(lookup, this.endings[stemId] ?? [], ways, stemEnd - start);
    });
  }

  private partOf(word: string, language: string, isExact: boolean): number {
    const forms = formsOfWord(word, language, isExact);
    const key = forms.map(({ stem, ways }) => `${stem}/${ways}`).join(' ');
    const known = this.partIds.get(key);
    if (known !== undefined) return known;
    const part = this.partIds.size;
    this.partIds.set(key, part);
    for (const { stem, ways, isAscii } of forms) {
      const stemId = this.trie.add(stem, this.endings.length);
      const endings = this.endings[stemId];
      if (endings === undefined) this.endings.push([{ part, ways, isAscii }]);
      else endings.push({ part, ways, isAscii });
    }
    return part;
  }
}

/**
 * The ways to write a term, as folded words: as it stands; with a ZWNJ read as a space; and, in
 * Arabic letters, two words written as one, since a ZWNJ between them folds to nothing.
 */
function spellingsOf(term: string): readonly (readonly string[])[] {
  const plain = wordsOf(term);
  if (plain.length === 0) return [];
  const spellings = [plain];
  if (term.includes('\u200C')) spellings.push(wordsOf(term.replaceAll('\u200C', ' ')));
  if (plain.length === 2 && /^[\u0600-\u06ff]/.test(plain[0] ?? ''))
    spellings.push([plain.join('')]);
  return spellings;
}

function wordsOf(term: string): readonly string[] {
  const folded = foldText(term);
  // An apostrophe inside a listed word is a letter of it (`Kur'an`), not the start of a suffix.
  return splitWords(folded).map(({ start, end }) => folded.slice(start, end).replaceAll("'", ''));
}
