/** A span of a text that something was found in, or that was hidden; UTF-16 units, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What it stands for, such as `iran`. */
  readonly concept: string;
}

/** Which spans of one text to show. */
export interface Marks {
  readonly hits: readonly Mark[];
  /** Spans that count for nothing, such as the name of a province. */
  readonly masked: readonly Mark[];
}

/** A text cut at the edges of its marks; the pieces put together are the text. */
export interface Piece {
  readonly text: string;
  readonly concept?: string;
  readonly isMasked: boolean;
}

/** Cuts a text at its marks. Of marks that overlap the first, and of those the longest, is shown. */
export function cutPieces(text: string, { hits, masked }: Marks): readonly Piece[] {
  const spans = [
    ...hits.map(({ start, end, concept }) => ({ start, end, concept, isMasked: false })),
    ...masked.map(({ start, end, concept }) => ({ start, end, concept, isMasked: true })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, concept, isMasked } of spans) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isMasked: false });
    pieces.push({ text: text.slice(start, end), concept, isMasked });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMasked: false });
  return pieces;
}

/** Colours that a reader can still tell apart; further concepts share them. */
export const highlightColours = 5;

/** Number of each concept's colour, from 1, in the order in which the pieces name them. */
export function colourConcepts(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const colours = new Map<string, number>();
  for (const { concept, isMasked } of pieces) {
    if (concept === undefined || isMasked || colours.has(concept)) continue;
    colours.set(concept, (colours.size % highlightColours) + 1);
  }
  return colours;
}

/**
 * The pieces as HTML text: `<mark class="hit hit-1" title="iran">` around what was found,
 * `<s class="masked" title="azerbaijan">` around what was hidden; everything else is escaped. The
 * names are told to those who see no colours by `title`. Give the colours of the whole item, so
 * that title and summary agree.
 */
export function renderPieces(
  pieces: readonly Piece[],
  colours: ReadonlyMap<string, number> = colourConcepts(pieces),
): string {
  return pieces
    .map(({ text, concept, isMasked }) => {
      const shown = escapeHtml(text);
      if (concept === undefined) return shown;
      const title = escapeHtml(concept);
      if (isMasked) return `<s class="masked" title="${title}">${shown}</s>`;
      return `<mark class="hit hit-${colours.get(concept) ?? 1}" title="${title}">${shown}</mark>`;
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
