import type { LanguageTag } from '../../domain/ids.ts';
import { byLanguage } from '../../text/base-language.ts';

/** What the search page says in our own words; `{name}` stands for what is put in. */
export interface SearchWords {
  readonly label: string;
  readonly hint: string;
  /** `{count}` */
  readonly found: string;
  readonly partial: string;
  readonly noneTitle: string;
  readonly noneText: string;
  /** `{count}` */
  readonly cut: string;
  readonly narrow: string;
  readonly topic: string;
  readonly language: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly any: string;
  readonly best: string;
  readonly newest: string;
  readonly order: string;
  readonly previous: string;
  readonly next: string;
  /** `{count}` */
  readonly others: string;
  readonly busyTitle: string;
  readonly busyText: string;
}

const english: SearchWords = {
  label: 'Search the stories',
  hint: 'Words are found in every script: aliyev also finds Əliyev and علی‌اف. Put a phrase in quotes.',
  found: 'Stories found: {count}',
  partial: 'Only the newest reports were looked at; add a word or a filter for older ones.',
  noneTitle: 'Nothing found',
  noneText: 'Try fewer words, another spelling, or no filter.',
  cut: 'Only the first {count} characters were read.',
  narrow: 'Narrow down',
  topic: 'Topic',
  language: 'Language',
  source: 'Source',
  from: 'From',
  to: 'To',
  any: 'Any',
  best: 'Best first',
  newest: 'Newest first',
  order: 'Order',
  previous: 'Previous page',
  next: 'Next page',
  others: '{count} more reports',
  busyTitle: 'Too many searches at once',
  busyText: 'Try again in some seconds.',
};

const words: Readonly<Record<string, SearchWords>> = {
  en: english,
  az: {
    label: 'Xəbərlərdə axtar',
    hint: 'Sözlər bütün əlifbalarda tapılır: aliyev həm Əliyev, həm علی‌اف tapır. İfadəni dırnaqda yazın.',
    found: 'Tapılan xəbərlər: {count}',
    partial: 'Yalnız ən yeni xəbərlərə baxıldı; köhnələri üçün söz və ya süzgəc əlavə edin.',
    noneTitle: 'Heç nə tapılmadı',
    noneText: 'Daha az söz, başqa yazılış və ya süzgəcsiz yoxlayın.',
    cut: 'Yalnız ilk {count} simvol oxundu.',
    narrow: 'Daralt',
    topic: 'Mövzu',
    language: 'Dil',
    source: 'Mənbə',
    from: 'Tarixdən',
    to: 'Tarixədək',
    any: 'Hamısı',
    best: 'Əvvəl ən uyğunu',
    newest: 'Əvvəl ən yenisi',
    order: 'Sıra',
    previous: 'Əvvəlki səhifə',
    next: 'Növbəti səhifə',
    others: 'daha {count} xəbər',
    busyTitle: 'Eyni anda çox axtarış var',
    busyText: 'Bir neçə saniyədən sonra yenidən cəhd edin.',
  },
  tr: {
    label: 'Haberlerde ara',
    hint: 'Sözcükler her yazıda bulunur: aliyev hem Əliyev hem علی‌اف bulur. Bir ifadeyi tırnak içine alın.',
    found: 'Bulunan haber: {count}',
    partial: 'Yalnızca en yeni haberlere bakıldı; eskiler için sözcük veya süzgeç ekleyin.',
    noneTitle: 'Bir şey bulunamadı',
    noneText: 'Daha az sözcük, başka yazım veya süzgeçsiz deneyin.',
    cut: 'Yalnızca ilk {count} karakter okundu.',
    narrow: 'Daralt',
    topic: 'Konu',
    language: 'Dil',
    source: 'Kaynak',
    from: 'Başlangıç',
    to: 'Bitiş',
    any: 'Tümü',
    best: 'Önce en uygun',
    newest: 'Önce en yeni',
    order: 'Sıra',
    previous: 'Önceki sayfa',
    next: 'Sonraki sayfa',
    others: '{count} haber daha',
    busyTitle: 'Aynı anda çok arama var',
    busyText: 'Birkaç saniye sonra yeniden deneyin.',
  },
  fa: {
    label: 'جست‌وجو در خبرها',
    hint: 'واژه‌ها به هر خطی یافت می‌شوند: aliyev هم Əliyev و هم علی‌اف را می‌یابد. عبارت را در گیومه بگذارید.',
    found: 'خبرهای یافته: {count}',
    partial: 'تنها تازه‌ترین گزارش‌ها دیده شد؛ برای خبرهای کهنه‌تر واژه یا پالایه بیفزایید.',
    noneTitle: 'چیزی یافت نشد',
    noneText: 'واژه‌های کمتر، املای دیگر یا بدون پالایه را بیازمایید.',
    cut: 'تنها {count} نویسهٔ نخست خوانده شد.',
    narrow: 'محدود کردن',
    topic: 'موضوع',
    language: 'زبان',
    source: 'منبع',
    from: 'از تاریخ',
    to: 'تا تاریخ',
    any: 'همه',
    best: 'نخست مرتبط‌ترین',
    newest: 'نخست تازه‌ترین',
    order: 'ترتیب',
    previous: 'صفحهٔ پیشین',
    next: 'صفحهٔ بعد',
    others: '{count} گزارش دیگر',
    busyTitle: 'جست‌وجوهای همزمان زیاد است',
    busyText: 'چند ثانیه دیگر دوباره بکوشید.',
  },
  ru: {
    label: 'Поиск по новостям',
    hint: 'Слова находятся в любой письменности: aliyev найдёт и Əliyev, и علی‌اف. Фразу возьмите в кавычки.',
    found: 'Найдено новостей: {count}',
    partial: 'Просмотрены только самые новые сообщения; для прежних добавьте слово или условие.',
    noneTitle: 'Ничего не найдено',
    noneText: 'Попробуйте меньше слов, другое написание или без условий.',
    cut: 'Прочитаны только первые {count} знаков.',
    narrow: 'Уточнить',
    topic: 'Тема',
    language: 'Язык',
    source: 'Источник',
    from: 'С даты',
    to: 'По дату',
    any: 'Любой',
    best: 'Сначала подходящие',
    newest: 'Сначала новые',
    order: 'Порядок',
    previous: 'Предыдущая страница',
    next: 'Следующая страница',
    others: 'ещё сообщений: {count}',
    busyTitle: 'Слишком много запросов сразу',
    busyText: 'Повторите через несколько секунд.',
  },
  hy: {
    label: 'Որոնել լուրերում',
    hint: 'Բառերը գտնվում են ամեն գրով. aliyev-ը գտնում է նաև Əliyev և علی‌اف։ Արտահայտությունը դրեք չակերտներում։',
    found: 'Գտնված լուրեր՝ {count}',
    partial: 'Դիտվել են միայն ամենանոր հաղորդումները. ավելի հների համար ավելացրեք բառ կամ զտիչ։',
    noneTitle: 'Ոչինչ չի գտնվել',
    noneText: 'Փորձեք քիչ բառերով, այլ գրելաձևով կամ առանց զտիչի։',
    cut: 'Կարդացվել են միայն առաջին {count} նիշերը։',
    narrow: 'Նեղացնել',
    topic: 'Թեմա',
    language: 'Լեզու',
    source: 'Աղբյուր',
    from: 'Սկսած',
    to: 'Մինչև',
    any: 'Ցանկացած',
    best: 'Նախ հարմարագույնը',
    newest: 'Նախ նորագույնը',
    order: 'Կարգ',
    previous: 'Նախորդ էջ',
    next: 'Հաջորդ էջ',
    others: 'ևս {count} հաղորդում',
    busyTitle: 'Միանգամից շատ որոնումներ',
    busyText: 'Փորձեք կրկին մի քանի վայրկյանից։',
  },
  ka: {
    label: 'ძებნა ამბებში',
    hint: 'სიტყვები ნებისმიერი დამწერლობით მოიძებნება: aliyev პოულობს Əliyev-საც და علی‌اف-საც. ფრაზა ბრჭყალებში ჩასვით.',
    found: 'ნაპოვნი ამბები: {count}',
    partial: 'მხოლოდ უახლესი ცნობები გადაისინჯა; ძველებისთვის დაამატეთ სიტყვა ან ფილტრი.',
    noneTitle: 'ვერაფერი მოიძებნა',
    noneText: 'სცადეთ ნაკლები სიტყვა, სხვა მართლწერა ან ფილტრის გარეშე.',
    cut: 'წაკითხულია მხოლოდ პირველი {count} სიმბოლო.',
    narrow: 'დაზუსტება',
    topic: 'თემა',
    language: 'ენა',
    source: 'წყარო',
    from: 'თარიღიდან',
    to: 'თარიღამდე',
    any: 'ნებისმიერი',
    best: 'ჯერ საუკეთესო',
    newest: 'ჯერ უახლესი',
    order: 'რიგი',
    previous: 'წინა გვერდი',
    next: 'შემდეგი გვერდი',
    others: 'კიდევ {count} ცნობა',
    busyTitle: 'ერთდროულად ბევრი ძებნაა',
    busyText: 'სცადეთ რამდენიმე წამში.',
  },
  ar: {
    label: 'ابحث في الأخبار',
    hint: 'تُوجد الكلمات بأي كتابة: aliyev يجد أيضًا Əliyev و علی‌اف. ضع العبارة بين علامتي اقتباس.',
    found: 'الأخبار الموجودة: {count}',
    partial: 'نُظر في أحدث التقارير فقط؛ أضف كلمة أو مرشحًا للأقدم.',
    noneTitle: 'لم يُعثر على شيء',
    noneText: 'جرّب كلمات أقل أو إملاء آخر أو دون مرشح.',
    cut: 'قُرئت أول {count} حرفًا فقط.',
    narrow: 'تضييق',
    topic: 'الموضوع',
    language: 'اللغة',
    source: 'المصدر',
    from: 'من تاريخ',
    to: 'إلى تاريخ',
    any: 'الكل',
    best: 'الأنسب أولًا',
    newest: 'الأحدث أولًا',
    order: 'الترتيب',
    previous: 'الصفحة السابقة',
    next: 'الصفحة التالية',
    others: '{count} تقارير أخرى',
    busyTitle: 'عمليات بحث كثيرة في آن واحد',
    busyText: 'أعد المحاولة بعد ثوان.',
  },
};

/** The words of the search page in a language, in English where we have none. */
export function searchPageWords(language: LanguageTag): SearchWords {
  return byLanguage(words, language) ?? english;
}
