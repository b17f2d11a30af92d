import { byLanguage } from '../../text/base-language.ts';
import type { Article } from '../article.ts';
import { cuePatterns } from './cue-patterns.ts';
import { daysTold } from './days-told.ts';

/**
 * Beginnings and turns of sentences that tell what was before or will be, or what else there was, not
 * the event: `A day earlier he met …`, `Two days ago`, `In another match`.
 */
const cues = cuePatterns({
  en: 'earlier|previously|the day before|(?:hours?|days?|weeks?|months?|years?) (?:ago|before)|last (?:week|month|year)|next (?:week|month)|in (?:the other|another)|meanwhile|separately',
  az: '(?:saat|gün|həftə|ay|il) (?:əvvəl|öncə)|bundan əvvəl|daha əvvəl|əvvəllər|ötən (?:həftə|ay|il)|sabah|gələn həftə|xatırladaq|xatırladırıq|digər (?:oyunda|görüşdə|matçda|hadisədə)',
  tr: '(?:saat|gün|hafta|ay|yıl) önce|daha önce|önceki gün|geçen (?:hafta|ay|yıl)|geçtiğimiz|gelecek hafta|hatırlanacağı|hatırlatalım|diğer (?:maçta|karşılaşmada|olayda)|öte yandan',
  ru: 'накануне|ранее|раньше|до этого|(?:часа|часов|дня|дней|недели|недель|неделю|месяца|месяцев|месяц|года|лет|год) назад|прошлой неделе|прошлом (?:месяце|году)|следующей неделе|напомним|напоминаем|в другом (?:матче|случае)|тем временем',
  fa: 'پیش از این|پیشتر|پیش‌تر|(?:ساعت|روز|هفته|ماه|سال) (?:پیش|قبل)|روز گذشته|هفته گذشته|سال گذشته|هفته آینده|یادآور|دیگر (?:دیدار|بازی)',
  ar: 'في وقت سابق|سبق أن|قبل (?:ساعات|ساعتين|يوم|يومين|أيام|أسبوع|أسبوعين|شهر|شهرين|عام|عامين|سنوات)|الأسبوع الماضي|الشهر الماضي|العام الماضي|الأسبوع المقبل|يذكر أن|يُذكر أن|وكان قد|وكانت قد',
  hy: 'ավելի վաղ|նախօրեին|(?:ժամ|օր|շաբաթ|ամիս|տարի) առաջ|անցյալ (?:շաբաթ|ամիս|տարի)|հաջորդ շաբաթ|հիշեցնենք|մյուս (?:խաղում|հանդիպմանը)',
  ka: 'მანამდე|უფრო ადრე|(?:საათით|დღით|კვირით|თვით|წლით) ადრე|(?:საათის|დღის|კვირის|თვის|წლის) წინ|წინა დღეს|გასულ (?:კვირას|თვეს|წელს)|შეგახსენებთ|სხვა (?:მატჩში|შეხვედრაში)',
});

/** A sentence; a stop inside a number or an abbreviation like `02.17` ends none. */
const sentences = /[^\s][\s\S]*?(?:[.!?։؟…]+(?=\s|$)|$)/gu;

/**
 * Where background stands in a report's lead: spans of UTF-16 offsets. Its names and acts belong to
 * another story, so they join nothing. The first sentence never is background; another one is when
 * it says so or tells of another day than the report does. Yesterday alone is left, since a report of
 * the next day tells its event so.
 */
export function backgroundSpans(article: Article): readonly (readonly [number, number])[] {
  return article.once('background', () => readSpans(article));
}

/** The lead with its background blanked out: what stays stands where it stood. */
export function leadWithoutBackground(article: Article): string {
  return backgroundSpans(article).reduce(
    (left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    article.lead,
  );
}

function readSpans(article: Article): readonly (readonly [number, number])[] {
  const { lead, language, published } = article;
  const ownCues = byLanguage(cues, language);
  const days = (text: string) => daysTold(text, published, language);
  const spans: (readonly [number, number])[] = [];
  let own: readonly number[] = days(article.title);
  for (const { 0: sentence, index } of lead.matchAll(sentences)) {
    const told = days(sentence);
    const isFirst = lead.slice(0, index).trim() === '';
    const isBackground = !isFirst && (ownCues?.test(sentence) === true || isOtherDay(told, own));
    if (isBackground) spans.push([index, index + sentence.length]);
    else if (own.length === 0) own = told;
  }
  return spans;
}

/** Whether a sentence tells of days before those the report has told of, or of days to come. */
function isOtherDay(told: readonly number[], own: readonly number[]): boolean {
  // Of a report that names no day, yesterday may be the day of its event.
  const first = own.length === 0 ? -1 : Math.min(...own);
  return told.length > 0 && told.every((offset) => offset < first || offset > 0);
}
