import type { LexiconTerm } from './lexicon.ts';
import type { LinearPattern } from './pattern.ts';
import { type Found, fields, type Reading, textOfField } from './reading.ts';

/** What a pattern finds in an item, as finds of a concept called by its label. */
export function findPattern(
  pattern: LinearPattern,
  label: string,
  reading: Reading,
): readonly Found[] {
  const term: LexiconTerm = {
    concept: label,
    term: pattern.source,
    role: 'strong',
    weight: 1,
    caseSensitive: true,
    near: 0,
  };
  return fields.flatMap((field) => {
    const text = textOfField(reading.item, field);
    return pattern.find(text).flatMap(([start, end]): readonly Found[] => {
      const place = reading.locate(field, start, end);
      if (place === undefined) return [];
      return [{ term, field, start, end, surface: text.slice(start, end), weight: 1, ...place }];
    });
  });
}
