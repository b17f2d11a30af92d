import { AppError } from '../domain/errors.ts';
import type { ConceptId } from '../domain/ids.ts';
import type { Concept, Term, TermsByLanguage } from '../domain/topic.ts';
import type { Lexicon, TermRole } from './lexicon.ts';

const nothing: ReadonlySet<ConceptId> = new Set();

/** The concepts of a configuration and how they include each other. */
export class Vocabulary {
  private readonly concepts = new Map<ConceptId, Concept>();
  private readonly inner = new Map<ConceptId, ReadonlySet<ConceptId>>();
  private readonly reported = new Map<ConceptId, ConceptId>();
  private readonly outer = new Map<ConceptId, Set<ConceptId>>();

  /** Throws AppError `config` when a concept includes or names an unknown one, or is there twice. */
  constructor(concepts: readonly Concept[]) {
    for (const concept of concepts) {
      if (this.concepts.has(concept.id)) {
        throw new AppError(
          'config',
          `concept "${concept.id}" is declared twice; rename or merge it`,
        );
      }
      this.concepts.set(concept.id, concept);
    }
    for (const concept of concepts) this.checkNames(concept);
    for (const { id } of concepts) this.inner.set(id, this.collect(id));
    for (const [id, closure] of this.inner) {
      for (const part of closure) {
        const owners = this.outer.get(part) ?? new Set();
        this.outer.set(part, owners.add(id));
      }
    }
  }

  has(id: ConceptId): boolean {
    return this.concepts.has(id);
  }

  find(id: ConceptId): Concept | undefined {
    return this.concepts.get(id);
  }

  all(): Iterable<Concept> {
    return this.concepts.values();
  }

  /** The concept and all it includes, directly or not. */
  closureOf(id: ConceptId): ReadonlySet<ConceptId> {
    return this.inner.get(id) ?? nothing;
  }

  /** The concept and all that include it: whom a hit of it counts for. */
  ownersOf(id: ConceptId): ReadonlySet<ConceptId> {
    return this.outer.get(id) ?? nothing;
  }

  /**
   * What a hit is reported as: a country's name is the country, however the lists are cut up; any
   * other concept is itself.
   */
  reportedAs(id: ConceptId): ConceptId {
    const known = this.reported.get(id);
    if (known !== undefined) return known;
    let found = id;
    if (this.concepts.get(id)?.kind === 'country') {
      for (const owner of this.ownersOf(id)) {
        const isCountry = this.concepts.get(owner)?.kind === 'country';
        if (isCountry && this.closureOf(owner).size > this.closureOf(found).size) found = owner;
      }
    }
    this.reported.set(id, found);
    return found;
  }

  private checkNames(concept: Concept): void {
    for (const key of ['includes', 'context'] as const) {
      for (const id of concept[key] ?? []) {
        if (this.concepts.has(id)) continue;
        throw new AppError(
          'config',
          `concept "${concept.id}": ${key} names "${id}", which no concept is called; declare it or correct the name`,
        );
      }
    }
  }

  private collect(id: ConceptId, closure: Set<ConceptId> = new Set()): ReadonlySet<ConceptId> {
    if (closure.has(id)) return closure;
    closure.add(id);
    for (const part of this.concepts.get(id)?.includes ?? []) this.collect(part, closure);
    return closure;
  }
}

/** Puts every word of a concept into the lexicon. */
export function addConcept(lexicon: Lexicon, concept: Concept): void {
  const lists: readonly (readonly [TermRole, TermsByLanguage | undefined])[] = [
    ['strong', concept.terms],
    ['weak', concept.weak],
    ['mask', concept.mask],
  ];
  for (const [role, byLanguage] of lists) {
    for (const [language, terms] of Object.entries(byLanguage ?? {})) {
      for (const term of terms) addAlternatives(lexicon, concept.id, language, term, role);
    }
  }
}

/** `a|b` writes two terms as one string. */
function addAlternatives(
  lexicon: Lexicon,
  concept: ConceptId,
  language: string,
  term: Term,
  role: TermRole,
): void {
  const text = typeof term === 'string' ? term : term.term;
  const options = typeof term === 'string' ? {} : term;
  for (const part of text.split('|')) {
    lexicon.add(concept, language, { ...options, term: part.trim() }, role);
  }
}
