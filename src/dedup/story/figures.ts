import type { Article } from '../article.ts';
import { countedOf } from '../words/meanings.ts';
import { numbersOf } from '../words/numbers.ts';
import { leadWithoutBackground } from './background.ts';

/** A number that a report states. */
export interface Figure {
  readonly weight: number;
  readonly isInTitle: boolean;
  /** What it counts or measures, as far as the words beside it are known. */
  readonly counted: readonly string[];
}

/** What a headline says is of the event; the text also tells its background. */
export const titleFactor = 1.3;

/** The figures of a report by value, but for those of its background. */
export function figuresOf(article: Article): ReadonlyMap<string, Figure> {
  const out = new Map<string, Figure>();
  addFigures(out, article.title, article, true);
  addFigures(out, leadWithoutBackground(article), article, false);
  return out;
}

function addFigures(
  into: Map<string, Figure>,
  text: string,
  { language, published }: Article,
  isInTitle: boolean,
): void {
  const year = new Date(published).getUTCFullYear();
  for (const [value, words] of numbersOf(withoutDates(text), language, year).beside) {
    const known = into.get(value);
    const counted = new Set(known?.counted ?? []);
    const unit = countedOf(words, language);
    if (unit !== undefined) counted.add(unit);
    const weight = figureWeight(value) * (isInTitle ? titleFactor : 1);
    into.set(
      value,
      known ? { ...known, counted: [...counted] } : { weight, isInTitle, counted: [...counted] },
    );
  }
}

/** `7 fevral`, `February 7`, `۷ فوریه`: the day of a date is no quantity. */
function withoutDates(text: string): string {
  if (!/\p{N}/u.test(text)) return text;
  return text.replace(
    // From the beginning of a word only: it ends alike wherever one begins to read it.
    /(\p{N}{1,2})(\s+|-\p{L}{1,3}\s+)(\p{L}+)|(?<!\p{L})(\p{L}+)\s+(\p{N}{1,2})(?!\p{N})/gu,
    (found) => {
      const word = /\p{L}{3,}/u.exec(found)?.[0] ?? '';
      return isMonth(word) ? ' ' : found;
    },
  );
}

const monthStems =
  /^(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sent|okt|noy|dek|ocak|şubat|nisan|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر|بهمن|اسفند|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|يناير|فبراير|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|հունվ|փետր|մարտ|ապր|մայ|հուն|հուլ|օգոս|սեպտ|հոկտ|նոյ|դեկտ|იანვ|თებ|მარტ|აპრ|მაის|ივნ|ივლ|აგვ|სექტ|ოქტ|ნოემ|დეკ)/iu;

function isMonth(word: string): boolean {
  return monthStems.test(word);
}

/** A figure of four digits or with a decimal is nearly a name; `3` is in every second report. */
function figureWeight(value: string): number {
  if (value.startsWith('#')) return 0.4;
  if (value.includes('.')) return 1.6;
  const digits = value.replace(/0+$/, '').length;
  if (value.length >= 4) return digits >= 3 ? 2 : 1.5;
  if (value.length === 3) return 1.5;
  return value.length === 2 ? 1 : 0.5;
}
