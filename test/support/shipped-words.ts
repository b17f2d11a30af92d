import type { Hit, MatchInput } from '../../src/domain/match.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';

const compiled = compileTopics({ topics: [], concepts: shippedConcepts });

/** Concept words of a text by the word lists that ship with Araz. */
export function annotate(input: MatchInput): readonly Hit[] {
  return compiled.annotate(input);
}
