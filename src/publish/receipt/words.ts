import type { LanguageTag } from '../../domain/ids.ts';
import { byLanguage } from '../../text/base-language.ts';
import { ar } from './words/ar.ts';
import { az } from './words/az.ts';
import { en } from './words/en.ts';
import { fa } from './words/fa.ts';
import { hy } from './words/hy.ts';
import { ka } from './words/ka.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';

/** What a receipt says in our own words; `{name}` stands for what is put in. */
export interface ReceiptWords {
  readonly kind: string;
  readonly lead: string;
  readonly reports: string;
  /** `{reports}`, `{outlets}`, `{languages}`: how many of each. */
  readonly toldBy: string;
  /** `{count}` */
  readonly moreReports: string;
  readonly firstReport: string;
  /** Of a duplicate, by what was the same. `{outlet}`, `{share}`. */
  readonly sameLink: string;
  readonly sameContent: string;
  readonly nearText: string;
  readonly nearTitle: string;
  readonly sameOther: string;
  /** `{outlet}` */
  readonly sameStory: string;
  /** `{things}` */
  readonly inCommon: string;
  /** `{date}` */
  readonly seen: string;
  /** `{date}`, `{what}` */
  readonly changed: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly textGone: string;
  /** `{topic}` */
  readonly whyIn: string;
  /** Of a topic that matches and still waits for more outlets. `{topic}` */
  readonly whyMatches: string;
  /** `{found}`, `{scope}` */
  readonly because: string;
  /** Of a rule of conditions alone. */
  readonly noWords: string;
  /** Of a topic that asks for a score. `{score}`, `{threshold}` */
  readonly scored: string;
  /** `{count}` */
  readonly moreMatches: string;
  readonly inTitle: string;
  readonly inTitleAndLead: string;
  readonly inSentence: string;
  readonly inArticle: string;
  /** What a topic asks of who told the story. `{least}`, `{names}` */
  readonly byCountries: string;
  readonly byOutlets: string;
  readonly awaitsCountries: string;
  readonly awaitsOutlets: string;
  readonly notCounted: string;
  /** `{words}`, `{rule}`, `{other}` */
  readonly outweighed: string;
  /** `{version}` */
  readonly ruleVersion: string;
  readonly placesTitle: string;
  readonly entryId: string;
  /** `{date}` */
  readonly dated: string;
  /** Of an entry, when it came into the document. `{date}` */
  readonly entered: string;
  readonly live: string;
  /** `{date}` */
  readonly archived: string;
  /** `{date}`, `{reason}` */
  readonly left: string;
  readonly byRule: string;
  readonly byEditor: string;
  readonly bySplit: string;
  readonly retractedTitle: string;
  readonly retractedText: string;
  /** Of a retraction. `{reason}` */
  readonly reason: string;
  readonly acts: string;
  readonly actRetract: string;
  readonly actRestore: string;
  readonly actSplit: string;
  readonly actJoin: string;
  readonly actUnsplit: string;
  readonly actUnjoin: string;
  readonly related: string;
}

const words: Readonly<Record<string, ReceiptWords>> = { en, az, tr, fa, ru, hy, ka, ar };

/** The words of a receipt in a language, in English where we have none. */
export function receiptWords(language: LanguageTag): ReceiptWords {
  return byLanguage(words, language) ?? en;
}
