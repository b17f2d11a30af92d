import type { Piece } from '../text/highlight.ts';

/** Bold in the two colours of a topic's two sides, others in a third; masked spans struck through. */
const palette = [36, 33, 35, 32, 34];

/** Whether standard output shows colours (https://no-color.org). */
export const isTerminal = process.stdout.isTTY === true && !process.env['NO_COLOR'];

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
