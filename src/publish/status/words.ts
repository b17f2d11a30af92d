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

/**
 * What the status page and the alerts say in our own words; `{name}` stands for what is put in.
 * Figures stand after a colon where a language would count their noun otherwise at every number.
 * What polls report (outcomes, messages, reasons) is English everywhere, as in logs and metrics.
 */
export interface StatusWords {
  readonly title: string;
  readonly about: string;
  /** `{date}` */
  readonly asOf: string;

  readonly topic: string;
  readonly storiesNow: string;
  readonly storiesEver: string;
  readonly newestStory: string;
  readonly lastChange: string;
  readonly source: string;
  readonly state: string;
  readonly lastPoll: string;
  readonly nextPoll: string;
  readonly items: string;
  readonly never: string;

  /** `{count}`, `{list}` of the four after it. */
  readonly counted: string;
  /** `{count}` */
  readonly countOk: string;
  readonly countFailing: string;
  readonly countGone: string;
  readonly countNew: string;

  readonly isNew: string;
  readonly isOk: string;
  readonly isGone: string;
  /** `{count}` */
  readonly isFailing: string;
  /** `{fresh}`, `{copies}` */
  readonly found: string;
  /** `{day}`, `{kept}` */
  readonly kept: string;
  /** `{date}` */
  readonly newest: string;

  readonly now: string;
  /** `{time}`: one of the four after it. */
  readonly in: string;
  /** `{count}` */
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly days: string;

  readonly allWell: string;
  /** `{date}` */
  readonly allWellText: string;
  readonly attention: string;
  readonly noSources: string;
  /** `{file}`, `{verb}` */
  readonly noSourcesText: string;

  readonly nobodyPolls: string;
  /** `{late}`, `{all}` */
  readonly overdue: string;
  /** `{since}` */
  readonly lastPollWas: string;
  readonly firstPoll: string;
  /** `{start}`, `{work}`, `{poll}` */
  readonly seeWhatRuns: string;
  readonly nothingReached: string;
  readonly keepsTrying: string;
  readonly seeNetwork: string;
  /** `{demo}` */
  readonly seeDemo: string;

  /** `{since}`, `{count}`, `{problem}`, `{due}` */
  readonly failing: string;
  /** `{since}`, `{poll}` */
  readonly gone: string;
  /** `{date}` */
  readonly missed: string;
  /** `{count}`, `{date}`, `{max}`, `{doctor}` */
  readonly leftOut: string;
  /** `{since}`, `{doctor}` */
  readonly quiet: string;

  readonly alerts: string;
  /** Titles of alerts. `{outlet}` */
  readonly alertFailing: string;
  readonly alertGone: string;
  readonly alertMissed: string;
  readonly alertLeftOut: string;
  readonly alertQuiet: string;
  /** Texts of alerts; that of a failure is its message. */
  readonly alertGoneText: string;
  readonly alertMissedText: string;
  readonly alertLeftOutText: string;
  readonly alertQuietText: string;
}

const words: Readonly<Record<string, StatusWords>> = { en, az, tr, fa, ru, hy, ka, ar };

/** The words of the status in a language, in English where we have none. */
export function statusWords(language: LanguageTag): StatusWords {
  return byLanguage(words, language) ?? en;
}
