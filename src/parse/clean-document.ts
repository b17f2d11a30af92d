/** Characters XML forbids, Windows characters in the C1 range, and carriage returns. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const dirtPattern = /[\0-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ufffe\uffff\r]/;

/** What the C1 range means in text that was never converted from windows-1252. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The document without characters that no text may hold (XML 1.0 §2.2), with line ends as `\n`
 * (§2.11) and stray windows-1252 characters as what they mean.
 */
export function cleanDocument(text: string): string {
  if (!dirtPattern.test(text)) return text;
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? '')
  );
}
