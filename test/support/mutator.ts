/** A number in [0, 1) at each call. */
type Random = () => number;

/** Pieces that break readers: delimiters, half constructs, odd characters, long runs. */
const shrapnel: readonly string[] = [
  '<',
  '>',
  '&',
  ';',
  '"',
  "'",
  '/',
  '=',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  '&#',
  '&#x0;',
  '&#xd800;',
  '&amp;amp;',
  '</',
  '</item>',
  '<item>',
  '</channel>',
  '<entry/>',
  '</rss>',
  '<title>',
  '</title>',
  '\0',
  '\u0008',
  '\ufffe',
  '\u2028',
  '\r',
  '\ufeff',
  ' xmlns=""',
  ' xmlns:x="y"',
  ' xml:base="http://["',
  '<__proto__>',
  'constructor',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\ud800',
  'null',
  '1e999',
  '<html>',
  '<script>',
  '%',
  '😀',
  'ə',
  'İ',
  '\u202e',
  '<a b',
  'x'.repeat(5_000),
  '<b>'.repeat(300),
  '&lt;'.repeat(500),
  ' '.repeat(3_000),
];

const operations: readonly ((text: string, random: Random) => string)[] = [
  // Insert.
  (text, random) => {
    const at = index(text, random);
    return text.slice(0, at) + pick(shrapnel, random) + text.slice(at);
  },
  // Delete a stretch.
  (text, random) => {
    const at = index(text, random);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40));
  },
  // Copy a stretch elsewhere.
  (text, random) => {
    const from = index(text, random);
    const piece = text.slice(from, from + Math.floor(random() * 400));
    const at = index(text, random);
    return text.slice(0, at) + piece + text.slice(at);
  },
  // Cut the end off.
  (text, random) => text.slice(0, index(text, random)),
  // Cut the start off.
  (text, random) => text.slice(Math.floor(random() * Math.min(400, text.length))),
  // Change one character.
  (text, random) => {
    const at = index(text, random);
    return (
      text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x3000)) + text.slice(at + 1)
    );
  },
  // Swap the case of a stretch.
  (text, random) => {
    const at = index(text, random);
    return text.slice(0, at) + text.slice(at, at + 60).toUpperCase() + text.slice(at + 60);
  },
];

function index(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** The bytes of a document after one to six random injuries, in a random encoding now and then. */
export function mutate(document: string, random: Random): Uint8Array {
  let text = document;
  const times = 1 + Math.floor(random() * 6);
  for (let time = 0; time < times; time += 1) text = pick(operations, random)(text, random);
  const bytes = encode(text, random);
  // A few bytes of their own, which no text editor would write.
  if (random() < 0.3 && bytes.length > 0) {
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  return bytes;
}

function encode(text: string, random: Random): Uint8Array {
  const choice = random();
  if (choice < 0.8) return new TextEncoder().encode(text);
  if (choice < 0.9) return new Uint8Array(Buffer.from(text, 'utf16le'));
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
