/**
 * What an address calls its article by, whatever host, section, layout and words stand around it:
 * sites put a new slug behind the old number when a headline is edited, move to another domain with
 * all their paths, or print the number of a page in AMP under another path. A name is a lookup key
 * inside one source and proves nothing alone: sections may number on their own, and a column has one
 * slug every week. Whoever finds two addresses of one name has to compare what stands there.
 */

/** Digits of an article's number; shorter ones are pages, days and months. */
const digitsMin = 4;
/** Words or letters of a slug that say which article it is. */
const slugWordsMin = 4;
const slugLettersMin = 30;

/** The article's number (`#48113`), else its slug; undefined where an address has neither. */
export function articleName(canonical: string): string | undefined {
  const number = ownNumber(canonical) ?? numberIn(segmentsOf(canonical));
  return number === undefined ? slugOf(canonical) : `#${number}`;
}

/**
 * The number in the last part of a path, or the only one in the query: the article's own, where one
 * further up may be a section's (`/10234/new-ferry-to-the-east`). Undefined for dates.
 */
export function ownNumber(canonical: string): string | undefined {
  const values = [...new URL(canonical).searchParams.values()];
  const numbers = values.filter((value) => /^\d+$/.test(value));
  const [number, ...others] = numbers;
  if (number !== undefined && others.length === 0 && isNumber(number)) return number;
  return numberIn(segmentsOf(canonical).slice(0, 1));
}

/** The parts of the path, last first. */
function segmentsOf(canonical: string): readonly string[] {
  return new URL(canonical).pathname.split('/').filter(Boolean).reverse();
}

function numberIn(segments: readonly string[]): string | undefined {
  for (const place of places) {
    for (const segment of segments) {
      const digits = place.exec(segment)?.[1];
      if (digits !== undefined && isNumber(digits)) return digits;
    }
  }
  return undefined;
}

/** Where in a part of a path a number stands, surest first: alone, before the words, behind them. */
const places: readonly RegExp[] = [
  /^[a-z]{0,3}(\d+)(?:\.\w{1,5})?$/i,
  /^[a-z]{0,3}(\d+)[-_.]/i,
  /[-_.][a-z]{0,3}(\d+)(?:\.\w{1,5})?$/i,
];

const year = '(?:19|20)\\d\\d';
const month = '(?:0[1-9]|1[0-2])';
const dayOfMonth = '(?:[0-2]\\d|3[01])';
/** `2026`, `202602`, `20260207`, `07022026`, `020726`, `260207`, `0207`: a slug may end with its day. */
const dates = new RegExp(
  `^(?:${year}(?:${month}${dayOfMonth}?)?|${dayOfMonth}${month}(?:${year}|\\d\\d)?|` +
    `(?:\\d\\d)?${month}${dayOfMonth}(?:\\d\\d)?)$`,
);

function isNumber(digits: string): boolean {
  return digits.length >= digitsMin && !dates.test(digits);
}

function slugOf(canonical: string): string | undefined {
  const slug = segmentsOf(canonical)[0]?.replace(/\.\w{1,5}$/, '') ?? '';
  const isTelling = slug.split(/[-_]/).length >= slugWordsMin || slug.length >= slugLettersMin;
  return isTelling ? slug : undefined;
}

/**
 * Whether an address names one article: a number of some length or a long slug. `/news/live` and
 * `/oil` are pages whose content changes.
 */
export function namesArticle(link: string | undefined): boolean {
  if (link === undefined) return false;
  const url = new URL(link);
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
  if (/\d{3,}/.test(`${url.pathname}${url.search}`)) return true;
  return last.split(/[-_]/).length >= 4 || last.length >= 30;
}
