import type { ConceptId, CountryCode, LanguageTag, SourceId, TopicId } from './ids.ts';
import type { ReportedBy } from './reported-by.ts';

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

/**
 * What a concept's words name. A `country` is an actor: one that is not a side of a two-sided topic
 * is a third country there. Persons, places, roles and acts tell stories apart across languages.
 */
export type ConceptKind =
  | 'country'
  | 'organisation'
  | 'person'
  | 'place'
  | 'role'
  | 'act'
  | 'subject';

/** A named group of words in several languages. */
export interface Concept {
  readonly id: ConceptId;
  readonly title?: string;
  /** Default `subject`. */
  readonly kind?: ConceptKind;
  readonly terms: TermsByLanguage;
  /**
   * Words that count only near a hit of `context`, or of the other side of a two-sided topic; of
   * weight under 0.5: near a hit of `context` alone.
   */
  readonly weak?: TermsByLanguage;
  readonly context?: readonly ConceptId[];
  /**
   * Spans in which words of this concept, and of those it includes, are not seen, such as
   * `East Azerbaijan province`. Other concepts still see their own words there.
   */
  readonly mask?: TermsByLanguage;
  /** Other concepts whose words this one includes. */
  readonly includes?: readonly ConceptId[];
}

/** A leaf or branch of a rule: a concept, words, a pattern, a condition, or a rule of its own. */
export type Clause = ConceptId | Phrase | Pattern | Condition | Rule;

export interface Phrase {
  readonly phrase: string;
  /** Words apart the parts of the phrase may stand; 0 or absent: adjacent. */
  readonly near?: number;
  readonly fields?: readonly ItemField[];
}

/** A regular expression in RE2 syntax, on the text as the source wrote it: nothing is folded. */
export interface Pattern {
  readonly pattern: string;
  readonly fields?: readonly ItemField[];
}

export interface Condition {
  readonly language?: readonly LanguageTag[];
  readonly source?: readonly SourceId[];
  readonly country?: readonly CountryCode[];
}

/** Keys of one rule combine by AND. */
export interface Rule {
  /** A two-sided topic: relations between two actors. */
  readonly between?: readonly [ConceptId, ConceptId];
  /** With `between`: clauses that stand for both sides at once, such as a dam they share. */
  readonly strong?: readonly Clause[];
  readonly all?: readonly Clause[];
  readonly any?: readonly Clause[];
  readonly none?: readonly Clause[];
  /** Clauses that exclude an item unless another clause overrides them. */
  readonly veto?: readonly VetoClause[];
  /** Fields the clauses of this rule are looked for in; default all but `categories`. */
  readonly fields?: readonly ItemField[];
  /**
   * How close the clauses of `all` must stand together; default `article`. A number: in one
   * sentence, with at most so many words between two of them.
   */
  readonly within?: 'title' | 'sentence' | 'article' | number;
  /** Worth of a hit by field; default title 3, summary 1 (2 in its first sentence), content 0.5. */
  readonly weights?: Readonly<Partial<Record<ItemField, number>>>;
  /** Score from which the rule is satisfied; absent: its clauses are enough, with `between` 3. */
  readonly threshold?: number;
}

/** Excludes what satisfies `when`, unless one of `unless` is satisfied too. */
export interface VetoClause {
  readonly when: Clause;
  readonly unless?: readonly Clause[];
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
  /** How many outlets or countries must have told a story before it is taken; absent: one report is enough. */
  readonly reportedBy?: ReportedBy;
  readonly languages: readonly LanguageTag[];
  /** Former ids; their addresses answer 301. */
  readonly aliases: readonly TopicId[];
  readonly examples: {
    readonly match: readonly TopicExample[];
    readonly reject: readonly TopicExample[];
  };
}

/** Why a rule or a concept cannot be compiled; the configuration shows it with its line. */
export interface RuleProblem {
  /** Place in the configuration as it was handed over, such as `['topics', 3, 'rule', 'any', 0]`. */
  readonly path: readonly (string | number)[];
  /** Said of that place: `is empty`, `is not a pattern that can be matched in linear time`. */
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}
