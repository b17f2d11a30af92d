import type { Piece } from '../text/highlight.ts';

/** Bold in the two colours of a topic's two sides, others in a third; masked spans struck through. */
const palette = [36, 33, 35, 32, 34];

/**
 * Whether a stream shows colours: a terminal does, unless NO_COLOR says otherwise (no-color.org) or it
 * is a dumb one; FORCE_COLOR decides before all of them, as it does for Node itself.
 */
export function hasColours(
  { isTTY }: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

const assigned = new Map<string, number>();

function colourOf(concept: string): number {
  const known = assigned.get(concept);
  if (known !== undefined) return known;
  const colour = palette[assigned.size % palette.length] ?? 36;
  assigned.set(concept, colour);
  return colour;
}

/** A piece of a text with what was found in it made visible; brackets where no colours are. */
export function showPiece({ text, concept, isMasked }: Piece, isColoured: boolean): string {
  if (concept === undefined) return text;
  if (isMasked) return isColoured ? `\u001b[9;2m${text}\u001b[0m` : `(${text})`;
  return isColoured ? `\u001b[1;${colourOf(concept)}m${text}\u001b[0m` : `[${text}]`;
}
