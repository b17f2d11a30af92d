import { byLanguage } from '../text/base-language.ts';

/** How a language writes days, numbers and lists. Months are in the form they take after a number. */
export interface DateNames {
  /** January first; of the Persian calendar, Farvardin first. */
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** Gregorian months as they stand alone, where they read otherwise than in `months`. */
  readonly monthsAlone?: readonly string[];
  readonly calendar: 'gregory' | 'persian';
  /** `{w}` weekday, `{d}` day, `{m}` month, `{y}` year. */
  readonly dayPattern: string;
  /** The ten digits, where they are not 0 to 9. */
  readonly digits?: string;
  /** Between a date and a time, and between the members of a list. */
  readonly comma: string;
  /** Between statements. */
  readonly semicolon: string;
  /** Before the fraction of a number. */
  readonly decimal: string;
  readonly percent: string;
}

const english: DateNames = {
  ...gregorian(
    'January February March April May June July August September October November December',
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
    '{w}, {d} {m} {y}',
  ),
  decimal: '.',
};

/*
 * Written out rather than asked of `Intl`: its wording changes with the version of Node, and the
 * same stories must give the same page on every one.
 */
const names: Readonly<Record<string, DateNames>> = {
  en: english,
  az: gregorian(
    'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
    'bazar bazar_ertəsi çərşənbə_axşamı çərşənbə cümə_axşamı cümə şənbə',
    '{d} {m} {y}, {w}',
  ),
  tr: gregorian(
    'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    'Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi',
    '{d} {m} {y}, {w}',
  ),
  ru: {
    ...gregorian(
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
      'воскресенье понедельник вторник среда четверг пятница суббота',
      '{w}, {d} {m} {y}',
    ),
    monthsAlone: split(
      'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    ),
  },
  hy: {
    ...gregorian(
      'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի ' +
        'նոյեմբերի դեկտեմբերի',
      'կիրակի երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ',
      '{w}, {d} {m} {y}',
    ),
    monthsAlone: split(
      'հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր',
    ),
  },
  ka: gregorian(
    'იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ' +
      'ნოემბერი დეკემბერი',
    'კვირა ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი',
    '{w}, {d} {m} {y}',
  ),
  ar: {
    ...gregorian(
      'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
      'الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
      '{w} {d} {m} {y}',
    ),
    comma: '، ',
    semicolon: '؛ ',
  },
  fa: {
    months: split('فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'),
    monthsAlone: split('ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'),
    weekdays: split('یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه'),
    calendar: 'persian',
    dayPattern: '{w} {d} {m} {y}',
    digits: '۰۱۲۳۴۵۶۷۸۹',
    comma: '، ',
    semicolon: '؛ ',
    decimal: '٫',
    percent: '٪',
  },
};

function gregorian(months: string, weekdays: string, dayPattern: string): DateNames {
  return {
    months: split(months),
    weekdays: split(weekdays),
    calendar: 'gregory',
    dayPattern,
    comma: ', ',
    semicolon: '; ',
    decimal: ',',
    percent: ' %',
  };
}

/** Names apart by a space; `_` stands for a space within one. */
function split(text: string): readonly string[] {
  return text.split(' ').map((name) => name.replace('_', ' '));
}

/** How days, numbers and lists are written in a language, in English where it is none of ours. */
export function dateNames(language: string): DateNames {
  return byLanguage(names, language) ?? english;
}
