/** Whether bytes are UTF-8 with few faults, and the text with those faults mended. */
export interface DamagedUtf8 {
  readonly text: string;
  /** Bytes that belong to no letter. */
  readonly badBytes: number;
}

/** Whole letters there must be for each bad byte, else the bytes are of another encoding. */
const goodPerBad = 5;

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads UTF-8 that is damaged in few places: a text cut inside a letter, or a fragment pasted from
 * Windows. Reading all of it in another encoding would spoil every letter to save one. Halves of
 * cut letters are dropped, Windows punctuation becomes what it means. Undefined when the bytes are
 * not UTF-8 at all.
 */
export function readDamagedUtf8(bytes: Uint8Array): DamagedUtf8 | undefined {
  const bad: number[] = [];
  let good = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = sequenceLength(bytes, at);
    if (length === 0) bad.push(at);
    else {
      good += 1;
      at += length - 1;
    }
  }
  if (good === 0 || good < bad.length * goodPerBad) return undefined;
  return { text: mend(bytes, bad), badBytes: bad.length };
}

function mend(bytes: Uint8Array, bad: readonly number[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const at of bad) {
    parts.push(lenient.decode(bytes.subarray(copied, at)), meaningOf(bytes[at] ?? 0));
    copied = at + 1;
  }
  parts.push(lenient.decode(bytes.subarray(copied)));
  return parts.join('');
}

/**
 * Quotes, dashes and dots of windows-1252 keep their number, which `cleanDocument` gives its
 * meaning; any other stray byte is half of a cut letter.
 */
function meaningOf(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? String.fromCharCode(byte) : '';
}

/** Length of the well-formed sequence at `at` (Unicode, table 3-7); 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthByLead(lead);
  if (length === 0 || at + length > bytes.length) return 0;
  const [least, most] = secondRanges.get(lead) ?? [0x80, 0xbf];
  const second = bytes[at + 1] ?? 0;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** Second bytes after leads that could begin overlong forms, surrogates, or more than Unicode has. */
const secondRanges: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

function lengthByLead(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
