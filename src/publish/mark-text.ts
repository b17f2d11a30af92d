/** A place in a text to be shown as marked; UTF-16 offsets, end exclusive. */
export interface MarkedSpan<Mark> {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** A stretch of a text, marked or not. */
export interface TextPiece<Mark> {
  readonly text: string;
  readonly mark?: Mark;
}

/** Characters shown on either side of a mark where a text is too long to be shown whole. */
const contextCharacters = 90;

/** A text cut at the edges of its marks, in order. Of marks that overlap the first and longest stays. */
export function markText<Mark>(
  text: string,
  spans: readonly MarkedSpan<Mark>[],
): readonly TextPiece<Mark>[] {
  const pieces: TextPiece<Mark>[] = [];
  let at = 0;
  for (const { start, end, mark } of sorted(text, spans)) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/**
 * The same, cut to the surroundings of the marks where the text is longer than `charactersMax`:
 * what is left out is an ellipsis. Without a mark the beginning is shown.
 */
export function markExcerpt<Mark>(
  text: string,
  spans: readonly MarkedSpan<Mark>[],
  charactersMax: number,
): readonly TextPiece<Mark>[] {
  if (text.length <= charactersMax) return markText(text, spans);
  const known = sorted(text, spans);
  const windows = windowsOf(text, known, charactersMax);
  const pieces: TextPiece<Mark>[] = [];
  for (const [index, { start, end }] of windows.entries()) {
    if (index > 0 || start > 0) pieces.push({ text: index > 0 ? ' … ' : '… ' });
    const inner = known
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ ...span, start: span.start - start, end: span.end - start }));
    pieces.push(...markText(text.slice(start, end), inner));
  }
  if ((windows.at(-1)?.end ?? 0) < text.length) pieces.push({ text: ' …' });
  return pieces;
}

interface Window {
  readonly start: number;
  readonly end: number;
}

/** Stretches around the marks, joined where they meet, as many as there is room for. */
function windowsOf(
  text: string,
  spans: readonly MarkedSpan<unknown>[],
  charactersMax: number,
): readonly Window[] {
  if (spans.length === 0) return [{ start: 0, end: wordEdge(text, charactersMax, -1) }];
  const windows: Window[] = [];
  let left = charactersMax;
  for (const span of spans) {
    const last = windows.at(-1);
    const start = wordEdge(text, Math.max(0, span.start - contextCharacters), 1);
    const end = wordEdge(text, Math.min(text.length, span.end + contextCharacters), -1);
    const isJoined = last !== undefined && start <= last.end;
    left -= end - (isJoined ? last.end : start);
    if (left < 0 && windows.length > 0) break;
    if (isJoined) windows[windows.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else windows.push({ start: Math.min(start, span.start), end: Math.max(end, span.end) });
  }
  return windows;
}

/** The nearest gap between words, looked for a little way in one direction; no pair is halved. */
function wordEdge(text: string, offset: number, step: 1 | -1): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  for (let at = offset, looked = 0; looked < 24 && at > 0 && at < text.length; at += step) {
    if (/\s/.test(text.charAt(step === 1 ? at - 1 : at))) return at;
    looked += 1;
  }
  const isHalved = /[\uDC00-\uDFFF]/.test(text.charAt(offset));
  return isHalved ? offset - 1 : offset;
}

/** Spans that lie in the text, in its order, longer ones first. */
function sorted<Mark>(
  text: string,
  spans: readonly MarkedSpan<Mark>[],
): readonly MarkedSpan<Mark>[] {
  return spans
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}
