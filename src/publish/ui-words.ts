import type { LanguageTag } from '../domain/ids.ts';
import { byLanguage } from '../text/base-language.ts';

/** The words of our own that a page or a document says beside the outlets'. */
export interface UiWords {
  /** The language's name for itself. */
  readonly languageName: string;
  readonly topics: string;
  readonly allTopics: string;
  readonly languages: string;
  readonly allLanguages: string;
  readonly subscribe: string;
  readonly source: string;
  readonly sources: string;
  readonly updated: string;
  readonly alsoReportedBy: string;
  readonly skipToContent: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly moreInFeed: string;
  readonly timesIn: string;
  readonly readOn: string;
  /** What a publication is, for feed readers: one sentence. */
  readonly tagline: string;
  readonly search: string;
  /** Leads to the receipt of a story. */
  readonly whyHere: string;
  /** Before the words that put a story in the topic. */
  readonly matched: string;
  readonly older: string;
  readonly corrections: string;
  /** Before their number. */
  readonly stories: string;
}

const english: UiWords = {
  languageName: 'English',
  topics: 'Topics',
  allTopics: 'All topics',
  languages: 'Languages',
  allLanguages: 'All languages',
  subscribe: 'Subscribe',
  source: 'Source',
  sources: 'Sources',
  updated: 'Updated',
  alsoReportedBy: 'Also reported by',
  skipToContent: 'Skip to the stories',
  emptyTitle: 'No stories yet',
  emptyText: 'As soon as an outlet reports on this topic, the story appears here and in the feeds.',
  moreInFeed: 'More stories are in the feeds.',
  timesIn: 'Times',
  readOn: 'Titles lead to the outlets that wrote them.',
  tagline: 'One entry per story, with every outlet that reported it.',
  search: 'Search',
  whyHere: 'Why this story is here',
  matched: 'Matched',
  older: 'Older stories',
  corrections: 'Corrections',
  stories: 'Stories',
};

const words: Readonly<Record<string, UiWords>> = {
  en: english,
  az: {
    languageName: 'Azərbaycanca',
    topics: 'Mövzular',
    allTopics: 'Bütün mövzular',
    languages: 'Dillər',
    allLanguages: 'Bütün dillər',
    subscribe: 'Abunə ol',
    source: 'Mənbə',
    sources: 'Mənbələr',
    updated: 'Yenilənib',
    alsoReportedBy: 'Həmçinin xəbər verib',
    skipToContent: 'Xəbərlərə keç',
    emptyTitle: 'Hələ xəbər yoxdur',
    emptyText: 'Hər hansı nəşr bu mövzuda yazan kimi xəbər burada və lentlərdə görünəcək.',
    moreInFeed: 'Digər xəbərlər lentlərdədir.',
    timesIn: 'Saatlar',
    readOn: 'Başlıqlar onları yazan nəşrlərə aparır.',
    tagline: 'Hər hadisə bir dəfə, onu yazan bütün nəşrlərlə birlikdə.',
    search: 'Axtar',
    whyHere: 'Bu xəbər niyə buradadır',
    matched: 'Uyğun gəldi',
    older: 'Əvvəlki xəbərlər',
    corrections: 'Düzəlişlər',
    stories: 'Xəbərlər',
  },
  tr: {
    languageName: 'Türkçe',
    topics: 'Konular',
    allTopics: 'Tüm konular',
    languages: 'Diller',
    allLanguages: 'Tüm diller',
    subscribe: 'Abone ol',
    source: 'Kaynak',
    sources: 'Kaynaklar',
    updated: 'Güncellendi',
    alsoReportedBy: 'Haberi ayrıca verenler',
    skipToContent: 'Haberlere geç',
    emptyTitle: 'Henüz haber yok',
    emptyText: 'Bir yayın bu konuda yazar yazmaz haber burada ve akışlarda görünür.',
    moreInFeed: 'Diğer haberler akışlarda.',
    timesIn: 'Saatler',
    readOn: 'Başlıklar, haberi yazan yayına götürür.',
    tagline: 'Her olay bir kez, onu yazan bütün yayınlarla birlikte.',
    search: 'Ara',
    whyHere: 'Bu haber neden burada',
    matched: 'Eşleşen',
    older: 'Daha eski haberler',
    corrections: 'Düzeltmeler',
    stories: 'Haberler',
  },
  fa: {
    languageName: 'فارسی',
    topics: 'موضوع‌ها',
    allTopics: 'همهٔ موضوع‌ها',
    languages: 'زبان‌ها',
    allLanguages: 'همهٔ زبان‌ها',
    subscribe: 'اشتراک',
    source: 'منبع',
    sources: 'منابع',
    updated: 'به‌روز شد',
    alsoReportedBy: 'دیگر رسانه‌هایی که گزارش داده‌اند',
    skipToContent: 'رفتن به خبرها',
    emptyTitle: 'هنوز خبری نیست',
    emptyText: 'همین که رسانه‌ای دربارهٔ این موضوع بنویسد، خبر اینجا و در خوراک‌ها دیده می‌شود.',
    moreInFeed: 'خبرهای بیشتر در خوراک‌هاست.',
    timesIn: 'ساعت‌ها به وقت',
    readOn: 'هر تیتر به رسانه‌ای می‌رود که آن را نوشته است.',
    tagline: 'هر رویداد یک بار، همراه با همهٔ رسانه‌هایی که آن را گزارش کرده‌اند.',
    search: 'جست‌وجو',
    whyHere: 'چرا این خبر اینجاست',
    matched: 'هم‌خوان با',
    older: 'خبرهای پیشین',
    corrections: 'تصحیح‌ها',
    stories: 'خبرها',
  },
  ru: {
    languageName: 'Русский',
    topics: 'Темы',
    allTopics: 'Все темы',
    languages: 'Языки',
    allLanguages: 'Все языки',
    subscribe: 'Подписаться',
    source: 'Источник',
    sources: 'Источники',
    updated: 'Обновлено',
    alsoReportedBy: 'Также сообщили',
    skipToContent: 'Перейти к новостям',
    emptyTitle: 'Новостей пока нет',
    emptyText:
      'Как только какое-либо издание напишет на эту тему, новость появится здесь и в лентах.',
    moreInFeed: 'Остальные новости — в лентах.',
    timesIn: 'Время',
    readOn: 'Заголовки ведут на сайты изданий.',
    tagline: 'Каждое событие один раз, со всеми изданиями, которые о нём сообщили.',
    search: 'Найти',
    whyHere: 'Почему эта новость здесь',
    matched: 'Совпало',
    older: 'Прежние новости',
    corrections: 'Исправления',
    stories: 'Новости',
  },
  hy: {
    languageName: 'Հայերեն',
    topics: 'Թեմաներ',
    allTopics: 'Բոլոր թեմաները',
    languages: 'Լեզուներ',
    allLanguages: 'Բոլոր լեզուները',
    subscribe: 'Բաժանորդագրվել',
    source: 'Աղբյուր',
    sources: 'Աղբյուրներ',
    updated: 'Թարմացվել է',
    alsoReportedBy: 'Նաև հաղորդել են',
    skipToContent: 'Անցնել լուրերին',
    emptyTitle: 'Դեռ լուրեր չկան',
    emptyText: 'Հենց որ որևէ լրատվամիջոց գրի այս թեմայով, լուրը կհայտնվի այստեղ և հոսքերում։',
    moreInFeed: 'Մնացած լուրերը հոսքերում են։',
    timesIn: 'Ժամերը՝ ըստ',
    readOn: 'Վերնագրերը տանում են այն գրած լրատվամիջոցի կայքը։',
    tagline: 'Ամեն իրադարձություն՝ մեկ անգամ, այն լուսաբանած բոլոր լրատվամիջոցներով։',
    search: 'Որոնել',
    whyHere: 'Ինչու է այս լուրն այստեղ',
    matched: 'Համընկել է',
    older: 'Ավելի հին լուրեր',
    corrections: 'Ուղղումներ',
    stories: 'Լուրեր',
  },
  ka: {
    languageName: 'ქართული',
    topics: 'თემები',
    allTopics: 'ყველა თემა',
    languages: 'ენები',
    allLanguages: 'ყველა ენა',
    subscribe: 'გამოწერა',
    source: 'წყარო',
    sources: 'წყაროები',
    updated: 'განახლდა',
    alsoReportedBy: 'ასევე იუწყებიან',
    skipToContent: 'ამბებზე გადასვლა',
    emptyTitle: 'ამბები ჯერ არ არის',
    emptyText: 'როგორც კი რომელიმე გამოცემა ამ თემაზე დაწერს, ამბავი აქ და არხებში გამოჩნდება.',
    moreInFeed: 'დანარჩენი ამბები არხებშია.',
    timesIn: 'დრო',
    readOn: 'სათაურები იმ გამოცემებზე გადადის, რომლებმაც ისინი დაწერეს.',
    tagline: 'თითო მოვლენა ერთხელ, ყველა გამოცემით, რომელმაც მის შესახებ დაწერა.',
    search: 'ძებნა',
    whyHere: 'რატომ არის ეს ამბავი აქ',
    matched: 'დაემთხვა',
    older: 'უფრო ძველი ამბები',
    corrections: 'შესწორებები',
    stories: 'ამბები',
  },
  ar: {
    languageName: 'العربية',
    topics: 'المواضيع',
    allTopics: 'كل المواضيع',
    languages: 'اللغات',
    allLanguages: 'كل اللغات',
    subscribe: 'اشتراك',
    source: 'المصدر',
    sources: 'المصادر',
    updated: 'حُدِّث',
    alsoReportedBy: 'نقلها أيضًا',
    skipToContent: 'انتقل إلى الأخبار',
    emptyTitle: 'لا أخبار بعد',
    emptyText: 'ما إن تكتب وسيلة إعلام عن هذا الموضوع حتى يظهر الخبر هنا وفي الخلاصات.',
    moreInFeed: 'بقية الأخبار في الخلاصات.',
    timesIn: 'الأوقات بتوقيت',
    readOn: 'تقود العناوين إلى وسائل الإعلام التي كتبتها.',
    tagline: 'كل حدث مرة واحدة، مع كل وسيلة إعلام نقلته.',
    search: 'بحث',
    whyHere: 'لماذا هذا الخبر هنا',
    matched: 'ما طابق',
    older: 'أخبار أقدم',
    corrections: 'تصحيحات',
    stories: 'الأخبار',
  },
};

/** Our words in a language, in English where we have none. */
export function uiWords(language: LanguageTag): UiWords {
  return byLanguage(words, language) ?? english;
}

/** The language in which `uiWords` answers. */
export function uiLanguage(language: LanguageTag): LanguageTag {
  return byLanguage(words, language) ? language : 'en';
}

/** A language's name for itself; the tag where no name is known. */
export function languageName(language: LanguageTag): string {
  const known = words[language]?.languageName;
  if (known !== undefined) return known;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    // Not a tag that Intl accepts; the tag itself is still true.
    return language;
  }
}
