import type { Candidate } from '../domain/dedup.ts';
import type { ItemId, LanguageTag, SourceId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { type Item, type ItemKey, isIdentityKey, type TextSpan } from '../domain/item.ts';
import type { Hit, MatchInput } from '../domain/match.ts';
import { comparable } from '../text/comparable.ts';
import { guidForm } from '../text/guid-form.ts';
import { canonicalUrl, fragmentOf } from '../text/urls.ts';
import { cleanText, cleanTitle } from './clean-text.ts';
import { type Grams, gramsOf } from './grams.ts';
import { withoutSpans } from './title-edges.ts';

/** What is compared of an arriving item or of a candidate; costly parts are made when asked for. */
export class Article {
  readonly sourceId: SourceId;
  readonly language: LanguageTag;
  readonly published: Instant;
  /** Title and summary as the source wrote them. */
  readonly rawTitle: string;
  readonly rawSummary: string;
  private readonly givenGuid: string | undefined;
  private readonly givenLink: string | undefined;
  private readonly boilerplate: readonly TextSpan[];
  private readonly titleEdges: readonly TextSpan[];
  private readonly annotate: (input: MatchInput) => readonly Hit[];
  private readonly made = new Map<string, unknown>();

  constructor(given: Item | Candidate, annotate: (input: MatchInput) => readonly Hit[]) {
    this.sourceId = given.sourceId;
    this.language = given.language;
    this.published = given.published;
    this.rawTitle = given.title;
    this.rawSummary = given.summary;
    this.boilerplate = given.boilerplate ?? [];
    this.titleEdges = given.titleEdges ?? [];
    this.givenGuid = given.guid;
    this.givenLink = given.link;
    this.annotate = annotate;
  }

  get guid(): string | undefined {
    return this.once('guid', () => guidForm(this.givenGuid));
  }

  get link(): string | undefined {
    const { givenLink } = this;
    return givenLink === undefined ? undefined : this.once('link', () => canonicalUrl(givenLink));
  }

  get fragment(): string {
    return this.once('fragment', () => fragmentOf(this.givenLink ?? ''));
  }

  /** Title without its outlet's name and status words (`FOTO`, `UPDATED 2`), not folded. */
  get title(): string {
    return this.once('title', () => cleanTitle(withoutSpans(this.rawTitle, this.titleEdges)));
  }

  /** Summary without stamps, counters, credits and read-also lines, not folded; its first part. */
  get text(): string {
    return this.once('text', () => cleanText(this.ownSummary().slice(0, textMax)));
  }

  /** The summary without what its source prints under other items too. */
  private ownSummary(): string {
    return withoutSpans(this.rawSummary, this.boilerplate);
  }

  get titleForm(): string {
    return this.once('titleForm', () => comparable(this.title));
  }

  get textForm(): string {
    return this.once('textForm', () => comparable(this.text));
  }

  get titleGrams(): Grams {
    return this.once('titleGrams', () => gramsOf(this.titleForm));
  }

  get textGrams(): Grams {
    return this.once('textGrams', () => gramsOf(this.textForm));
  }

  /** Beginning of the text, in which a report tells its event; what follows is background. */
  get lead(): string {
    return this.text.slice(0, leadMax);
  }

  /** Concept words of title and lead; not kept, for they are read once and are many. */
  readHits(): readonly Hit[] {
    return this.annotate({ title: this.title, summary: this.lead, language: this.language });
  }

  /** Any other derived part, made once under its name. */
  once<T>(name: string, make: () => T): T {
    const known = this.made.get(name);
    if (known !== undefined || this.made.has(name)) return known as T;
    const made = make();
    this.made.set(name, made);
    return made;
  }
}

/** Characters of a summary that are compared; what tells articles apart stands at the beginning. */
const textMax = 1_500;
/** Characters of a text that tell the event. */
const leadMax = 700;

/** A candidate ready to compare. */
export interface Compared {
  readonly candidate: Candidate;
  readonly article: Article;
}

/** Whether the candidate was found by a key of this kind. */
export function sharesKey(candidate: Candidate, kind: ItemKey['kind']): boolean {
  return candidate.sharedKeys.some((key) => key.kind === kind);
}

/** Whether it is an item of this source, found by what the source itself knows its items by. */
export function sharesIdentity(candidate: Candidate, sourceId: SourceId): boolean {
  return (
    candidate.sourceId === sourceId && candidate.sharedKeys.some(({ kind }) => isIdentityKey(kind))
  );
}

/** The first original: what a duplicate of the candidate is a duplicate of. */
export function originalOf(candidate: Candidate): ItemId {
  return candidate.duplicateOf ?? candidate.itemId;
}
