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

/** Attributes that change what an element means. */
const attributes: readonly string[] = [
  ' xmlns="http://www.w3.org/2005/Atom"',
  ' xmlns="http://purl.org/rss/1.0/"',
  ' xmlns:dc="urn:other"',
  ' xml:base="//["',
  ' xml:lang="fa"',
  ' type="xhtml"',
  ' type="html"',
  ' type="image/png"',
  ' mode="base64"',
  ' href="javascript:1"',
  ' rel="enclosure"',
  ' isPermaLink="false"',
  ' __proto__="1"',
];

/** What an element may hold instead of what it should. */
const contents: readonly string[] = [
  '',
  '&#x110000;',
  '&amp;#8;',
  '<![CDATA[<![CDATA[]]>]]>',
  '99999999999999999999',
  '-1',
  '\ud83d',
  'EwA=',
  '0001-01-01T00:00:00Z',
  'Sat, 07 Feb 2026 99:99:99 +9999',
  'http://[::1',
  '//x',
  '<b><i></b></i>',
  '&lt;img src=x onerror=1&gt;&amp;#8;&lt;/p&gt;',
  '🧵'.repeat(200),
];

const tagPattern = /<[^<>]{1,300}>/g;
const elementPattern = /<(\w[\w:-]*)[^<>]*>[^<>]*<\/\1>/g;

/** Injuries that leave tags whole: what a broken template or a clumsy editor does. */
const structural: readonly ((text: string, random: Random) => string)[] = [
  // Drop a tag.
  (text, random) => replaceOne(text, tagPattern, random, () => ''),
  // Repeat a tag.
  (text, random) =>
    replaceOne(text, tagPattern, random, (tag) => tag.repeat(1 + Math.floor(random() ** 2 * 400))),
  // Give a start tag one more attribute.
  (text, random) =>
    replaceOne(text, /<\w[^<>/]{0,300}>/g, random, (tag) =>
      tag.replace('>', `${pick(attributes, random)}>`),
    ),
  // Exchange what an element holds.
  (text, random) =>
    replaceOne(text, elementPattern, random, (element) =>
      element.replace(/>[^<>]*</, () => `>${pick(contents, random)}<`),
    ),
  // Copy an element before another.
  (text, random) => {
    const element = pick([...text.matchAll(elementPattern)], random)?.[0] ?? '';
    return replaceOne(text, elementPattern, random, (other) => element + other);
  },
];

function replaceOne(
  text: string,
  pattern: RegExp,
  random: Random,
  change: (found: string) => string,
): string {
  const found = pick([...text.matchAll(pattern)], random);
  if (found === undefined) return text;
  return text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length);
}

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
  for (let time = 0; time < times; time += 1) {
    text = pick(random() < 0.5 ? operations : structural, random)(text, random);
  }
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
