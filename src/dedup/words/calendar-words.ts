import { comparable } from '../../text/comparable.ts';
import { memo } from '../../text/memo.ts';

/**
 * Days of the week and months in all languages, told from a text in its own spelling: some days are
 * two words (`çərşənbə axşamı` is Tuesday, `çərşənbə` Wednesday), some hide in each other (`سه‌شنبه`
 * and `شنبه`), and all of them take endings. Stems by position, Monday and January first; a stem of
 * several words has dots between them. Longest first, so that a day is not taken for its part.
 */
const weekdayRows: readonly string[] = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'pazartesi salı çarşamba perşembe cuma cumartesi pazar.günü,pazar.gününe,pazar.sabahı,pazar.akşamı',
  'bazar.ertəsi çərşənbə.axşamı çərşənbə cümə.axşamı cümə şənbə bazar.günü,bazar.gününə,bazar.gününədək',
  'понедельник вторник среда,среду,среды,среде четверг пятниц суббот воскресень',
  'دوشنبه,دو.شنبه سه‌شنبه,سه.شنبه چهارشنبه,چهار.شنبه پنجشنبه,پنج‌شنبه,پنج.شنبه جمعه شنبه یکشنبه,یک‌شنبه,یک.شنبه',
  'الاثنين,الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
  'երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ.օրը,շաբաթվա.օրը կիրակի',
  'ორშაბათ სამშაბათ ოთხშაბათ ხუთშაბათ პარასკევ შაბათ კვირას,კვირა.დღე',
];

const monthRows: readonly string[] = [
  'january february march april may june july august september october november december',
  'yanvar fevral mart aprel may,mayın,mayda iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'январ феврал март апрел мая,май,мае июн июл август сентябр октябр ноябр декабр',
  'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  'يناير فبراير مارس أبريل,نيسان مايو,أيار يونيو,حزيران يوليو,تموز أغسطس,آب سبتمبر,أيلول أكتوبر نوفمبر ديسمبر',
  'հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր',
  'იანვ თებერვ მარტ აპრილ მაის ივნის ივლის აგვისტ სექტემბ ოქტომბ ნოემბ დეკემბ',
];

/** Letters that an ending may have; a longer word only begins like a day. */
const endingMax = 5;
/** A stem shorter than this is a whole word: `may`, `مه`, `mart` begin other words. */
const openStemMin = 4;

interface DayName {
  readonly stem: readonly string[];
  readonly label: string;
}

const names: readonly DayName[] = [
  ...rows(weekdayRows, 'weekday'),
  ...rows(monthRows, 'month'),
].toSorted((a, b) => b.stem.length - a.stem.length || longest(b) - longest(a));

const byStart = new Map<string, DayName[]>();
for (const name of names) {
  const start = (name.stem[0] ?? '').slice(0, 2);
  byStart.set(start, [...(byStart.get(start) ?? []), name]);
}

function longest({ stem }: DayName): number {
  return (stem[0] ?? '').length;
}

function rows(lines: readonly string[], kind: string): readonly DayName[] {
  return lines.flatMap((line) =>
    line.split(' ').flatMap((cell, index) =>
      cell.split(',').map((word) => ({
        stem: word.split('.').map(comparable),
        label: `${kind} ${index}`,
      })),
    ),
  );
}

/** The name of a day or month among the words of a text. */
export interface CalendarName {
  /** `weekday 0` is Monday, `month 0` January; equal labels are equal days. */
  readonly label: string;
  /** Place of its first word, and how many it has. */
  readonly index: number;
  readonly length: number;
}

/** The names of days and months among folded words, in their order. */
export function calendarNames(forms: readonly string[]): readonly CalendarName[] {
  const found: CalendarName[] = [];
  for (let index = 0; index < forms.length; index += 1) {
    const name = nameAt(forms, index) ?? nameAt([bareOf(forms[index] ?? '')], 0);
    if (name === undefined) continue;
    const { length } = name.stem;
    found.push({ label: name.label, index, length });
    index += length - 1;
  }
  return found;
}

/** Their labels; equal labels are equal days. */
export function calendarLabels(forms: readonly string[]): ReadonlySet<string> {
  return new Set(calendarNames(forms).map(({ label }) => label));
}

function nameAt(forms: readonly string[], index: number): DayName | undefined {
  const start = (forms[index] ?? '').slice(0, 2);
  return byStart.get(start)?.find((each) => stands(each, forms, index));
}

/** Arabic writes `and`, `in` and `for` on to the article: `والخميس`. */
function bareOf(form: string): string {
  return form.replace(/^[وبل](?=ال)/u, '');
}

/** Whether a word is the name of a day or month. */
export const isCalendarWord = memo((form) => calendarLabels([form]).size > 0, 20_000);

function stands({ stem }: DayName, forms: readonly string[], at: number): boolean {
  return stem.every((part, index) => {
    const form = forms[at + index] ?? '';
    const isLast = index === stem.length - 1;
    if (!isLast || part.length < openStemMin) return form === part;
    return form.startsWith(part) && form.length - part.length <= endingMax;
  });
}
