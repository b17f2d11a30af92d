import { Tokenizer } from 'htmlparser2';

/** What `&#128;`–`&#159;` mean to every reader: windows-1252 (HTML standard, numeric references). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Longest name of the HTML table, `CounterClockwiseContourIntegral`, is 31 letters. */
const nameLengthMax = 32;

/** Names looked up so far that the HTML table knows; it has 2,125, so this is bounded. */
const known = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** The text of a named reference of HTML, given without `&` and `;`; undefined when there is none. */
export function findNamedReference(name: string): string | undefined {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  if (name.length > nameLengthMax) return undefined;
  const found = askTokenizer(`&${name};`);
  if (found !== undefined) known.set(name, found);
  return found;
}

/** The HTML table is inside htmlparser2: its tokenizer, given one reference, answers code points. */
function askTokenizer(reference: string): string | undefined {
  let decoded = '';
  let isPlain = false;
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: () => {
        isPlain = true;
      },
      ontextentity: (codePoint) => {
        decoded += String.fromCodePoint(codePoint);
      },
    },
  );
  tokenizer.write(reference);
  tokenizer.end();
  // Text beside the code points means that only the head of the name was a reference (`&notit;`).
  return isPlain || decoded === '' ? undefined : decoded;
}

/**
 * The text of a numeric reference, given without `&#` and `;` (`8230`, `x2026`). Characters XML
 * forbids give the empty string; undefined when it is no number.
 */
export function findNumericReference(digits: string): string | undefined {
  const isHex = digits.startsWith('x') || digits.startsWith('X');
  const number = isHex ? digits.slice(1) : digits;
  if (!(isHex ? /^[0-9a-f]{1,8}$/i : /^[0-9]{1,10}$/).test(number)) return undefined;
  return characterOf(Number.parseInt(number, isHex ? 16 : 10));
}

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? '';
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (isControl || code === 0xfffe || code === 0xffff) return '';
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

/** What a text's named references mean: the document's own entities first, then those of HTML. */
export type FindEntity = (name: string) => string | undefined;

const referencePattern = /^(?:#([0-9]{1,10}|[xX][0-9a-fA-F]{1,8})|([A-Za-z][A-Za-z0-9._-]{0,63}));/;

/** Characters a reference can be long, `&` and `;` included. */
const referenceLengthMax = 66;

/**
 * Replaces the character references of a text once. An ampersand that starts none stays as it is:
 * feeds are full of bare ones.
 */
export function decodeReferences(
  text: string,
  findEntity: FindEntity = findNamedReference,
): string {
  return text.includes('&') ? decodeRest(decodeBrackets(text), findEntity) : text;
}

/** Shorter texts, such as titles and links, are decoded faster one by one. */
const bulkCharactersMin = 250;

/**
 * Brackets and quotes first, natively and in bulk: escaped HTML is full of them. None of them can
 * make a new reference of what is around it, so that nothing is decoded twice.
 */
function decodeBrackets(text: string): string {
  if (text.length < bulkCharactersMin) return text;
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
}

function decodeRest(text: string, findEntity: FindEntity): string {
  let at = text.indexOf('&');
  let decoded = '';
  let copied = 0;
  while (at !== -1) {
    const end = findEnd(text, at);
    const value = end === -1 ? undefined : referenceValue(text, at, end, findEntity);
    if (value !== undefined) {
      decoded += text.slice(copied, at) + value;
      copied = end + 1;
      at = text.indexOf('&', copied);
    } else at = text.indexOf('&', at + 1);
  }
  return copied === 0 ? text : decoded + text.slice(copied);
}

/** Position of the semicolon that ends the reference at `at`, or -1. */
function findEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + referenceLengthMax);
  for (let next = at + 1; next < last; next += 1) {
    const code = text.charCodeAt(next);
    if (code === 0x3b) return next;
    // `&`, `<` and blanks never stand inside a reference.
    if (code === 0x26 || code === 0x3c || code <= 0x20) return -1;
  }
  return -1;
}

function referenceValue(
  text: string,
  at: number,
  end: number,
  findEntity: FindEntity,
): string | undefined {
  const length = end - at;
  if (length === 4 && text.startsWith('amp', at + 1)) return '&';
  if (length === 3 && text.startsWith('lt', at + 1)) return '<';
  if (length === 3 && text.startsWith('gt', at + 1)) return '>';
  const found = referencePattern.exec(text.slice(at + 1, end + 1));
  if (found === null) return undefined;
  const [, digits, name] = found;
  if (digits !== undefined) return findNumericReference(digits);
  return name === undefined ? undefined : findEntity(name);
}
