import type { Instant } from '../../domain/instant.ts';
import type { SearchRequest } from '../../domain/search.ts';

/**
 * Facets are tokens of the index, so that language, source and date narrow a question down before
 * its newest hits are taken, and not after. A day within a month is told by the item itself.
 */

/** Years that a range of dates may span to be narrowed down by; a longer one leaves nothing out. */
const yearsMax = 60;

interface FacetItem {
  readonly language: string;
  readonly sourceId: string;
  readonly published: Instant;
}

export function facetsOf({ language, sourceId, published }: FacetItem): string {
  const month = monthOf(published);
  const subtags = language.split('-');
  const languages = subtags.map((_, index) => `l-${subtags.slice(0, index + 1).join('-')}`);
  return [...languages, `s-${sourceId}`, `y-${month.slice(0, 4)}`, `m-${month}`].join(' ');
}

/** Clauses of the FTS5 expression; all of them have to hold. */
export function facetClauses({ language, sourceId, from, to }: SearchRequest): readonly string[] {
  const months = monthTokens(from, to);
  return [
    ...(language === undefined ? [] : [facet(`l-${language}`)]),
    ...(sourceId === undefined ? [] : [facet(`s-${sourceId}`)]),
    ...(months.length === 0 ? [] : [`(${months.map(facet).join(' OR ')})`]),
  ];
}

function facet(token: string): string {
  return `facets : "${token.replaceAll('"', '""')}"`;
}

/** Whole years where a range covers them, months at its ends; none for a range without a beginning or end. */
function monthTokens(from: Instant | undefined, to: Instant | undefined): readonly string[] {
  if (from === undefined || to === undefined || to < from) return [];
  const [first, last] = [monthNumber(from), monthNumber(to)];
  if (last - first > yearsMax * 12) return [];
  const tokens: string[] = [];
  for (let month = first; month <= last; month += 1) {
    const year = Math.floor(month / 12);
    if (month % 12 === 0 && month + 11 <= last) {
      tokens.push(`y-${year}`);
      month += 11;
    } else {
      tokens.push(`m-${year}${String((month % 12) + 1).padStart(2, '0')}`);
    }
  }
  return tokens;
}

function monthNumber(instant: Instant): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `202602` */
function monthOf(instant: Instant): string {
  const month = monthNumber(instant);
  return `${Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`;
}
