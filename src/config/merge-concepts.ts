import type { Concept, Term, TermsByLanguage } from '../domain/topic.ts';
import { parseLanguage } from './checks/place.ts';
import type { ConceptDeclaration } from './schema-concepts.ts';

type Declarations = Readonly<Record<string, ConceptDeclaration>>;

/**
 * Shipped concepts with the editor's: under a shipped id words are added by language, and `context`
 * and `includes` grow; `"replace": true` forgets what shipped. New ids follow in the file's order.
 */
export function mergeConcepts(
  shipped: readonly Concept[],
  declared: Declarations,
): readonly Concept[] {
  const kept = shipped.map((concept) => {
    const own = declared[concept.id];
    return own === undefined
      ? concept
      : mergeConcept(own.replace ? undefined : concept, own, concept.id);
  });
  const shippedIds = new Set(shipped.map((concept) => concept.id));
  const added = Object.entries(declared)
    .filter(([id]) => !shippedIds.has(id))
    .map(([id, own]) => mergeConcept(undefined, own, id));
  return [...kept, ...added];
}

function mergeConcept(base: Concept | undefined, own: ConceptDeclaration, id: string): Concept {
  const title = own.title ?? base?.title;
  const kind = own.kind ?? base?.kind;
  const weak = mergeTerms(base?.weak, own.weak);
  const mask = mergeTerms(base?.mask, own.mask);
  const context = mergeLists(base?.context, own.context);
  const includes = mergeLists(base?.includes, own.includes);
  return {
    id,
    ...(title !== undefined && { title }),
    ...(kind !== undefined && { kind }),
    terms: mergeTerms(base?.terms, own.terms) ?? {},
    ...(weak && { weak }),
    ...(context && { context }),
    ...(mask && { mask }),
    ...(includes && { includes }),
  };
}

function mergeLists<Entry>(
  base: readonly Entry[] | undefined,
  own: readonly Entry[] | undefined,
): readonly Entry[] | undefined {
  if (base === undefined || own === undefined) return own ?? base;
  return [...new Set([...base, ...own])];
}

function termOf(term: Term): string {
  return typeof term === 'string' ? term : term.term;
}

/** A term that is declared again takes the editor's form: its weight, its exactness. */
function mergeTermLists(base: readonly Term[], own: readonly Term[]): readonly Term[] {
  const again = new Set(own.map(termOf));
  return [...base.filter((term) => !again.has(termOf(term))), ...own];
}

function mergeTerms(
  base: TermsByLanguage | undefined,
  own: TermsByLanguage | undefined,
): TermsByLanguage | undefined {
  if (own === undefined) return base;
  const merged: Record<string, readonly Term[]> = { ...base };
  for (const [tag, terms] of Object.entries(own)) {
    const language = parseLanguage(tag) ?? tag;
    merged[language] = mergeTermLists(merged[language] ?? [], terms);
  }
  return merged;
}
