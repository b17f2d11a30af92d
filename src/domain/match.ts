import type { ConceptId, CountryCode, ItemId, LanguageTag, SourceId, TopicId } from './ids.ts';
import type { ConceptKind, ItemField } from './topic.ts';

/** What the matcher reads of an item; offsets in the evidence count UTF-16 units of these strings. */
export interface MatchInput {
  /** Plain text, as are summary and content: markup is the caller's to remove. */
  readonly title: string;
  readonly summary?: string;
  readonly content?: string;
  readonly categories?: readonly string[];
  readonly language?: LanguageTag;
  readonly sourceId?: SourceId;
  readonly country?: CountryCode;
}

/** A place in a field of the item; `categories` are counted as one text, joined by `\n`. `start` is inclusive, `end` exclusive, in UTF-16 units. */
export interface Span {
  readonly field: ItemField;
  readonly start: number;
  readonly end: number;
  /** The text there, as the source wrote it. */
  readonly surface: string;
}

/** A concept's word that was found. */
export interface Hit extends Span {
  readonly concept: ConceptId;
  /** The term of the word list that it is a form of. */
  readonly term: string;
  readonly weight: number;
  readonly isWeak: boolean;
  /** What the concept's words name; filled by `annotate`, left out of stored evidence. */
  readonly kind?: ConceptKind;
}

/** A span that was hidden from the matcher, and which rule hid it. */
export interface MaskedSpan extends Span {
  readonly concept: ConceptId;
  readonly term: string;
}

/** A clause that would have excluded the item, and what overrode it, if anything did. */
export interface Veto {
  readonly clause: string;
  readonly surface: string;
  readonly overriddenBy?: string;
}

/** Why an item is in a topic, or why it is not. Stored with the match; never recomputed for a receipt. */
export interface Evidence {
  readonly hits: readonly Hit[];
  readonly masked: readonly MaskedSpan[];
  readonly vetoes: readonly Veto[];
  /** Where the clauses were satisfied together: `title`, `sentence`, `article`; absent on a miss. */
  readonly scope?: string;
  /** Clauses that nothing satisfied, in words. */
  readonly missing: readonly string[];
  readonly threshold: number;
  /** Hash of the compiled rule and its concepts: 16 hex digits. */
  readonly ruleVersion: string;
}

export interface MatchOutcome {
  readonly topicId: TopicId;
  readonly matched: boolean;
  readonly score: number;
  readonly evidence: Evidence;
}

/** A stored outcome of one topic on one item. */
export interface Match extends MatchOutcome {
  readonly itemId: ItemId;
}

/** A topic set ready to match; made by `compileTopics`. */
export interface CompiledTopics {
  /** One outcome per topic, in the order of the configuration. Linear in the length of the text. */
  match(item: MatchInput): readonly MatchOutcome[];
  /**
   * The same decisions with nothing left out of the evidence: `match` passes over a topic whose
   * first words are missing, and then does not say what else was there.
   */
  explain(item: MatchInput): readonly MatchOutcome[];
  /** Rule version of each topic: changes when the rule or any word it uses changes. */
  readonly versions: ReadonlyMap<TopicId, string>;
  /** All concept words found in an item, whatever the topics: what stories are joined by. */
  readonly annotate: (item: MatchInput) => readonly Hit[];
}
