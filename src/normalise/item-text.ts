import { textFieldBytesMax } from '../domain/limits.ts';
import { comparable } from '../text/comparable.ts';
import { toPlainText } from '../text/plain.ts';

/** Characters of a summary made from the body, when the source gives none. */
const derivedSummaryMax = 600;

/**
 * The title as the source wrote it: one line, single spaces, without the editor's `titleSuffix`
 * (`… - Outlet`). Empty when nothing else was in it.
 */
export function itemTitle(title: string | undefined, titleSuffix: string | undefined): string {
  let text = oneLine(title ?? '');
  const suffix = oneLine(titleSuffix ?? '');
  while (suffix !== '' && text.endsWith(suffix)) text = text.slice(0, -suffix.length).trimEnd();
  return capBytes(repairEnd(text));
}

/**
 * The summary as plain text; when there is none, the beginning of the body. Empty when it only
 * repeats the title, as title-only agencies do.
 */
export function itemSummary(
  summary: string | undefined,
  content: string | undefined,
  title: string,
): string {
  const own = capBytes(repairEnd(toPlainText(summary ?? '').trim()));
  if (hasLetters(own) && comparable(own) !== comparable(title)) return own;
  const body = repairEnd(toPlainText(content ?? '').trim());
  if (!hasLetters(body) || comparable(body) === comparable(title)) return '';
  return shorten(body, derivedSummaryMax);
}

/** Whether the text says anything in any script. */
export function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A text cut inside an entity (`…&n...`, `…&`) ends in one ellipsis instead. */
function repairEnd(text: string): string {
  return text.replace(/\s*&(?:#?\w{0,8})?(?:\.{2,}|…)?$/u, (found) =>
    found.endsWith('.') || found.endsWith('…') || /&#?\w+$/u.test(found) ? '…' : found,
  );
}

/** Cut after a whole word, with an ellipsis. */
function shorten(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax);
  const space = cut.search(/\s\S*$/u);
  // Without a space near the end the cut may halve a surrogate pair: that half goes too.
  const end = space > charactersMax / 2 ? space : charactersMax;
  return `${cut
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** At most 64 KB of UTF-8 (design §10), never half a character. */
function capBytes(text: string): string {
  if (text.length * 3 <= textFieldBytesMax) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= textFieldBytesMax) return text;
  let end = textFieldBytesMax;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end);
}
