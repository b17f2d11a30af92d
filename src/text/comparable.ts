import { foldText } from './fold.ts';

/**
 * The form in which texts are compared: folded, marks dropped (ə is e, ş is s), everything but
 * letters and digits one space. `İRAN’dan: «Şah»` and `iran dan sah` are equal. Empty when the text
 * has neither letter nor digit.
 */
export function comparable(text: string): string {
  // NFKC makes `No` of it, which would be a word.
  return foldText(text.replaceAll('№', ' '), { marks: 'drop' })
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
