import type { ConceptId, CountryCode, LanguageTag, SourceId, TopicId } from './ids.ts';

export type ItemField = 'title' | 'summary' | 'content' | 'categories';

/** Words of a concept by language; `*` is for words of no or every language. */
export type TermsByLanguage = Readonly<Record<string, readonly Term[]>>;

/** A word or phrase to look for; a bare string inflects by its script's suffix table. */
export type Term =
  | string
  | {
      readonly term: string;
      /** Default 1. */
      readonly weight?: number;
      /** True: no suffixes, only this form. */
      readonly exact?: boolean;
      /** True: letters' case must agree (SOCAR, not socar). */
      readonly caseSensitive?: boolean;
    };

/** A named group of words in several languages. */
export interface Concept {
  readonly id: ConceptId;
  readonly title?: string;
  readonly terms: TermsByLanguage;
  /** Words that count only near a hit of `context` or of the other group. */
  readonly weak?: TermsByLanguage;
  readonly context?: readonly ConceptId[];
  /** Spans in which no other term is seen, such as `East Azerbaijan province`. */
  readonly mask?: TermsByLanguage;
  /** Other concepts whose words this one includes. */
  readonly includes?: readonly ConceptId[];
}

/** A leaf or branch of a rule. Keys of one rule combine by AND. */
export type Clause = ConceptId | Phrase | Condition | Rule;

export interface Phrase {
  readonly phrase: string;
  /** Words apart the parts of the phrase may stand; 0 or absent: adjacent. */
  readonly near?: number;
  readonly fields?: readonly ItemField[];
}

export interface Condition {
  readonly language?: readonly LanguageTag[];
  readonly source?: readonly SourceId[];
  readonly country?: readonly CountryCode[];
}

export interface Rule {
  /** A two-sided topic: relations between two actors. */
  readonly between?: readonly [ConceptId, ConceptId];
  readonly all?: readonly Clause[];
  readonly any?: readonly Clause[];
  readonly none?: readonly Clause[];
  readonly fields?: readonly ItemField[];
}

export interface TopicExample {
  readonly title: string;
  readonly summary?: string;
  readonly language?: LanguageTag;
}

/** An editor's rule and how it is published. */
export interface Topic {
  readonly id: TopicId;
  readonly title: Readonly<Record<LanguageTag, string>>;
  readonly description?: Readonly<Record<LanguageTag, string>>;
  readonly rule: Rule;
  readonly languages: readonly LanguageTag[];
  /** Former ids; their addresses answer 301. */
  readonly aliases: readonly TopicId[];
  readonly examples: {
    readonly match: readonly TopicExample[];
    readonly reject: readonly TopicExample[];
  };
}
