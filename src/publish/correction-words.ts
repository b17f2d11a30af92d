import type { LanguageTag } from '../domain/ids.ts';
import { byLanguage } from '../text/base-language.ts';

/** The document of a topic's corrections, in the topic's folder. */
export const correctionsFile = 'corrections.atom';

/** What the corrections of a topic are called, and how one begins. */
export interface CorrectionWords {
  readonly corrections: string;
  readonly edited: string;
  readonly retracted: string;
  readonly restored: string;
}

const english: CorrectionWords = {
  corrections: 'Corrections',
  edited: 'Corrected',
  retracted: 'Retracted',
  restored: 'Restored',
};

const words: Readonly<Record<string, CorrectionWords>> = {
  en: english,
  az: {
    corrections: 'Düzəlişlər',
    edited: 'Düzəliş edilib',
    retracted: 'Geri çağırılıb',
    restored: 'Bərpa olunub',
  },
  tr: {
    corrections: 'Düzeltmeler',
    edited: 'Düzeltildi',
    retracted: 'Geri çekildi',
    restored: 'Geri getirildi',
  },
  fa: {
    corrections: 'اصلاحیه‌ها',
    edited: 'اصلاح شد',
    retracted: 'پس گرفته شد',
    restored: 'بازگردانده شد',
  },
  ru: {
    corrections: 'Исправления',
    edited: 'Исправлено',
    retracted: 'Отозвано',
    restored: 'Восстановлено',
  },
  hy: {
    corrections: 'Ուղղումներ',
    edited: 'Ուղղված է',
    retracted: 'Հետ է կանչված',
    restored: 'Վերականգնված է',
  },
  ka: {
    corrections: 'შესწორებები',
    edited: 'შესწორდა',
    retracted: 'გაუქმდა',
    restored: 'აღდგა',
  },
  ar: {
    corrections: 'تصحيحات',
    edited: 'صُحِّح',
    retracted: 'سُحب',
    restored: 'أُعيد نشره',
  },
};

export function correctionWords(language: LanguageTag): CorrectionWords {
  return byLanguage(words, language) ?? english;
}
