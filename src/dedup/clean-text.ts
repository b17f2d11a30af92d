/**
 * What outlets put round an article and change without changing the article: status words on a
 * headline, credits, datelines, time stamps, view counters, links to other articles. Cut before
 * comparing, never from what is shown. A pattern must not eat a sentence that tells something, so
 * each is tied to its marker word and ends at the sentence or line.
 */

const status =
  'foto|fotos|photos?|video|videolar|fotolar|yenilənib|yeniləndi|yenilendi|güncellendi|güncelleme|' +
  'updated?|update|exclusive|özəl|eksklüziv|özel|canlı|live|təcili|son dəqiqə|son dakika|flaş|' +
  'breaking(?: news)?|срочно|молния|обновлено|обновляется|дополнено|фото|видео|эксклюзив|' +
  'فوری|ویدئو|ویدیو|فیلم|عکس|تصاویر|اختصاصی|به‌روزرسانی|عاجل|تحديث|فيديو|صور|' +
  'շտապ|լուսանկարներ|տեսանյութ|թարմացված|სასწრაფოდ|ფოტო|ვიდეო|განახლებულია|actualizado|更新|अपडेट';

/** Patterns ignore case by Unicode, which keeps İ and ı apart from i: here all are one letter. */
function anyI(pattern: string): string {
  return pattern.replace(/[iıİ]/g, '[iıİI]');
}

/** One status word, or several joined by + , / and. */
const statusWord = `(?:${anyI(status)})`;
const statusRun = `${statusWord}(?:\\s*[+,/&]\\s*${statusWord})*(?:\\s+\\d{1,2})?`;

const titlePatterns: readonly RegExp[] = [
  new RegExp(`^[\\s\\[({«"]*${statusRun}[\\])}»"]*\\s*[:：!|—–-]+\\s*`, 'iu'),
  new RegExp(`^[\\[({]${statusRun}[\\])}]\\s*`, 'iu'),
  new RegExp(`\\s*(?:[—–|/-]+|[\\[({])\\s*${statusRun}\\s*[\\])}]*[.!]*$`, 'iu'),
  // `Headline | Outlet`: the bar is no punctuation of a sentence.
  /\s+[|｜]\s*[^|｜]{2,40}$/u,
  new RegExp(`\\s+(?:${status.toUpperCase()})(?:\\s+\\d{1,2})?$`, 'u'),
];

/** A headline without its status words. */
export function cleanTitle(title: string): string {
  let text = title.trim();
  for (let round = 0; round < 3; round += 1) {
    const before = text;
    for (const pattern of titlePatterns) {
      const cut = text.replace(pattern, '').trim();
      if (cut.length >= titleMin) text = cut;
    }
    if (text === before) break;
  }
  return text;
}

/** Characters a headline must keep; `VİDEO` alone is a headline of its own. */
const titleMin = 8;

const time = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?`;
const anyDate = String.raw`(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}\s+\p{L}+\s+\d{4})`;

/** Marker words whose sentence is about the page, not about the event. */
const pageNotes =
  'read also|also read|read more|see also|related(?: news| articles?)?|continue reading|follow us|subscribe|' +
  'more on this|share this|click here|' +
  'həmçinin oxuyun|oxuyun|bunu da oxuyun|oxşar xəbər(?:lər)?|əlaqəli xəbər(?:lər)?|davamı|ardını oxu|bizi izləyin|' +
  'ayrıca okuyun|bunu da okuyun|ilgili haber(?:ler)?|devamını oku|haberin devamı|bizi takip edin|' +
  'читайте также|читать также|читать далее|смотрите также|по теме|подробнее|ранее по теме|подписывайтесь|' +
  'بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|خبر مرتبط|اخبار مرتبط|ادامه مطلب|' +
  'اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|للمزيد|مواضيع ذات صلة|' +
  'կարդացեք նաև|կարդացեք ավելին|կարդալ նաև|մանրամասն|' +
  'ასევე წაიკითხეთ|წაიკითხეთ ასევე|წაიკითხეთ|იხილეთ ასევე|დაწვრილებით';

/** Counters: `1 234 baxış`, `Views: 12`, `بازدید: ۱۲`. */
const counters =
  'views?|reads?|comments?|shares?|min(?:ute)? read|baxış(?: sayı)?|oxunub|oxundu|rəy|şərh|' +
  'okunma(?: sayısı)?|görüntülenme|yorum|просмотр(?:ов|а|ы)?|прочтений|комментари(?:ев|й|я)|' +
  'بازدید|نظر|مشاهدة|مشاهدات|قراءة|تعليق|դիտում|դիտվել է|ნახვა|ნახვები|კომენტარი';

/** Stamps: a marker word, then a date or a time. */
const stamps =
  'published|updated|posted|last (?:updated|modified)|edited|date|time|yayınlan(?:ma|dı)(?: tarihi)?|' +
  'yayın tarihi|(?:giriş|eklenme|güncelleme)(?: tarihi| saati)?|güncellen(?:me|di)(?: tarihi)?|tarix|dərc (?:olunub|edilib)|yenilən(?:mə|ib|di)|' +
  'опубликовано|обновлено|дата|время|تاریخ انتشار|انتشار|به ?روزرسانی|تاریخ|زمان|' +
  'تاريخ النشر|آخر تحديث|نشر في|հրապարակվել է|թարմացվել է|თარიღი|გამოქვეყნდა|განახლდა';

/** What the outlet's own system calls the article: `کد خبر: 41090`, `Haber no: 12`. */
const codes =
  '(?:news|article|story) (?:id|code|no\\.?)|xəbər(?:in)? (?:kodu|nömrəsi)|haber (?:kodu|no)|код новости|' +
  '(?:کد|شناسه) (?:خبر|مطلب)|رمز الخبر|رقم الخبر';

const number = String.raw`[\d][\d\s.,٬]*`;

const textPatterns: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyI(pageNotes)})\\s*[:՝։»>→…-].*$`, 'gimu'),
  new RegExp(`(?:${anyI(pageNotes)})\\s*(?:[.…»>→]|\\[[^\\]]*\\])*\\s*$`, 'gimu'),
  new RegExp(
    `[\\[(]?(?<![\\p{L}])(?:${anyI(stamps)})\\s*[:—–-]?\\s*(?:${anyDate}|${time})(?:[\\s,T|—–-]+(?:${anyDate}|${time}))?[\\])]?[.;|]?`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}])(?:${anyI(`${counters}|${codes}`)})\\s*[:：]\\s*${number}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${number}\\s*(?:${anyI(counters)})(?![\\p{L}])[.;|]?`, 'giu'),
  new RegExp(`^\\s*[\\[(]?${anyDate}[\\s,|—–-]*(?:${time})?[\\])]?\\s*[|—–:-]?`, 'u'),
  new RegExp(`^\\s*[\\[(]?${time}[\\])]?\\s*[|—–:-]`, 'u'),
  new RegExp(
    `[\\[(|—–-]\\s*(?:${anyDate}\\s*,?\\s*${time}|${time}|${anyDate})\\s*[\\])]?\\s*$`,
    'u',
  ),
];

/** Persian and Arabic digits as ASCII ones, so that one pattern reads all clocks. */
function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** A summary without credits, datelines, stamps, counters and links to other articles. */
export function cleanText(text: string): string {
  let out = asciiDigits(text);
  for (const pattern of textPatterns) out = out.replace(pattern, ' ');
  // What parted a stamp from the text.
  return dropCredits(out)
    .replace(/^[\s|—–]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const says =
  'xəbər verir|bildirir|məlumat verir|yazır|xəbərinə görə|-a istinadən|istinadən|haber verdi|bildirdi|aktardı|' +
  'reports?|reported|said in a report|сообщает|сообщил[аио]?|передает|передаёт|пишет|со ссылкой на|' +
  'передаёт|информирует|пишут|haber veriyor|haberini verdi|xəbər yayıb|məlumat yayıb|' +
  'گزارش داد|خبر داد|گزارش می‌دهد|ذكرت|أفادت|أوردت|نقلت|' +
  'հաղորդում է|գրում է|հայտնում է|տեղեկացնում է|փոխանցում է|იუწყება|წერს|ავრცელებს|გადმოსცემს';

/** Whom a report is taken from, up to the comma: `Yayla Ajansının haberine göre,`. */
const attributionEnds =
  'haberine göre|aktardığına göre|bildirdiğine göre|xəbərinə görə|məlumatına görə|verdiyi xəbərə görə|istinadla|istinadən|' +
  'հաղորդմամբ|փոխանցմամբ|տեղեկացմամբ|ინფორმაციით|ცნობით';
const attributionStarts =
  'according to|as reported by|citing|по (?:сообщению|данным|информации)|как (?:сообщает|пишет|передает|передаёт)|' +
  'به گزارش|به نقل از|وفقا ل|وفقاً ل|وفق|بحسب|حسب|نقلا عن|نقلاً عن|حسبما ذكرت|كما أفادت|со ссылкой на|с ссылкой на';

/** Beginnings of a last sentence that only says who told it: `Об этом сообщает агентство.` */
const closings =
  'об этом|bu barədə|bu haqda|bu haberi|bunu|this was|այս մասին|այդ մասին|ამის შესახებ|اين خبر را|این خبر را|جاء ذلك';

const word = String.raw`[\p{L}\p{M}\p{N}.’'-]+`;
/** An agency's name, in quotation marks, slashes or brackets or without. */
const agency = String.raw`[«"“„/([]?\s*${word}(?:\s${word}){0,2}\s*[»"”“/)\]]?`;
const dayAndMonth = String.raw`(?:\d{1,2}\s*${word}|${word}\s\d{1,2})`;

const creditPatterns: readonly RegExp[] = [
  new RegExp(`^[^.!?,،]{2,60}?\\s(?:${anyI(attributionEnds)})\\s*[,،՝]?\\s+`, 'iu'),
  new RegExp(`^(?:${anyI(attributionStarts)})\\s*[^.!?,،]{2,50}[,،]\\s*`, 'iu'),
  // `ԵՐԵՎԱՆ, 26 ՄԱՅԻՍԻ, ԱՐՄԵՆՊՐԵՍ։ `, `Баку, 5 марта. /Тренд/. `: place, day, agency.
  new RegExp(
    `^${word}(?:[\\s-]${word})?[,.]\\s*${dayAndMonth}\\s*[,.։]?\\s*(?:${agency})?\\s*[:։.—–-]+\\s+`,
    'iu',
  ),
  // `KARS (AA) - `, `تدمر/ الأناضول – `, `БАКУ /Тренд/ — `: place and agency.
  new RegExp(
    `^${word}(?:\\s${word})?\\s*[/(]\\s*${word}(?:\\s${word})?\\s*[)/]?\\s*[:—–-]+\\s+`,
    'iu',
  ),
  // `BAKU, Feb 7, Trend — `, `ТЕГЕРАН, 7 фев — ТАСС. `, `(AA) `
  /^[^.!?—–]{0,50}?\p{Lu}{2,}[^.!?—–]{0,30}\s[—–-]{1,2}\s/u,
  /^\s*[[(]\p{Lu}[\p{L}. /-]{1,24}[\])]\s*[—–:-]?\s*/u,
  // `(Outlet 24) — ` and `Outlet 24 | ` in any script: the mark behind it shows that it is a credit.
  /^\s*[[(][\p{L}\p{N}][\p{L}\p{N}\p{M} .,&/-]{1,40}[\])]\s*[—–:|-]\s*/u,
  /^\s*[\p{L}\p{N}][\p{L}\p{N}\p{M} .&/-]{1,40}\s\|\s/u,
  /\s\|\s*[\p{L}\p{N}][\p{L}\p{N}\p{M} .&/-]{1,40}\s*$/u,
  /\s*[[(]\p{L}[\p{L}\p{N}. /&:-]{1,40}[\])]\s*\.?\s*$/u,
  /\s*[—–|/-]{1,2}\s*\p{L}[\p{L}\p{N}.&]{1,20}(?:\s\p{L}[\p{L}\p{N}.&]{1,20}){0,2}\s*\.?\s*$/u,
  /(?:^|(?<=[.!?…]\s))(?:kaynak|haber|fotoğraf|foto|mənbə|müəllif|source|photo|источник|фото|автор|منبع|عکس|المصدر|تصوير|աղբյուր|լուսանկար\p{L}*|წყარო|ფოტო)\s*[:՝—–-]\s*[^.!?։]{2,60}[.!?։]?\s*$/iu,
  new RegExp(`(?:^|(?<=[.!?…]\\s))[^.!?,]{0,40}\\s(?:${anyI(says)})\\.\\s*$`, 'iu'),
  new RegExp(`[,،]\\s*(?:[—–-]\\s*)?(?:${anyI(says)})\\s+[^.,،։]{2,40}(?=[.։])`, 'giu'),
  new RegExp(`[,،]\\s*(?:${anyI(attributionStarts)})\\s*[^.,،։]{2,40}(?=[.։])`, 'giu'),
  // `, Yayla Ajansı bildirdi.`
  new RegExp(`[,،]\\s*${agency}\\s(?:${anyI(says)})(?=\\s*[.։])`, 'giu'),
  new RegExp(`(?:^|(?<=[.!?…։]\\s))(?:${anyI(closings)})\\s[^.!?։]{2,60}[.։]?\\s*$`, 'iu'),
];

function dropCredits(text: string): string {
  let out = text.trim();
  // Two rounds: a dateline may stand behind an outlet's name.
  for (let round = 0; round < 2; round += 1) {
    for (const pattern of creditPatterns) {
      const cut = out.replace(pattern, ' ').trim();
      // A whole summary is never a credit.
      if (cut.length >= out.length / 2) out = cut;
    }
  }
  return out;
}
