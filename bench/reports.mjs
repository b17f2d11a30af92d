// Invented reports for benchmarks: any number of them, each the same whenever it is asked for.
// Every report tells an event; some events are told by several outlets, in their own words or in
// another's. Names follow Zipf's law, as in news: a few are in many reports, most in few.

/** A generator of numbers in [0, 1) that a seed decides (mulberry32). */
function numbersFrom(seed) {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables = 'ka lo mi ru ze po ta gu ne shi va do le ri sa mo bi tu no ha'.split(' ');

function nameOf(number) {
  let rest = number + 400;
  let name = '';
  while (rest > 0) {
    name += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Rank by Zipf's law among `count` names. */
function rankOf(number, count) {
  return Math.floor(count ** number) - 1;
}

const places = {
  en: 'Baku Tehran Ankara Tbilisi Yerevan Moscow Nakhchivan Tabriz Batumi Ganja Rasht Kars'.split(
    ' ',
  ),
  tr: 'Bakü Tahran Ankara Tiflis Erivan Moskova Nahçıvan Tebriz Batum Gence Reşt Kars'.split(' '),
  az: 'Bakı Tehran Ankara Tiflis İrəvan Moskva Naxçıvan Təbriz Batumi Gəncə Rəşt Qars'.split(' '),
  ru: 'Баку Тегеран Анкара Тбилиси Ереван Москва Нахичевань Тебриз Батуми Гянджа Решт Карс'.split(
    ' ',
  ),
};

const words = {
  en: {
    acts: 'opens signs visits closes repairs buys inspects expands delays funds'.split(' '),
    things: 'bridge school railway hospital pipeline port market museum dam factory'.split(' '),
    headline: (w) => `${w.person} ${w.act} ${w.amount} ${w.thing} ${w.subject} in ${w.place}`,
    told: (w) =>
      `${w.person} of ${w.firm} ${w.act} a ${w.thing} near ${w.place}, worth ${w.amount} million, said ${w.witness}.`,
    more: (w) =>
      `The ${w.subject} began ${w.days} days ago over ${w.reason}; ${w.witness} spoke to ${w.firm}.`,
  },
  tr: {
    acts: 'açıyor imzaladı gezdi kapattı onardı aldı inceledi genişletti erteledi destekledi'.split(
      ' ',
    ),
    things: 'köprü okul demiryolu hastane boru liman pazar müze baraj fabrika'.split(' '),
    headline: (w) => `${w.person}, ${w.place} için ${w.amount} ${w.thing} ${w.subject} ${w.act}`,
    told: (w) =>
      `${w.firm} yöneticisi ${w.person}, ${w.place} yakınında ${w.amount} milyonluk ${w.thing} ${w.act}, ${w.witness} bildirdi.`,
    more: (w) =>
      `${w.subject} ${w.days} gün önce ${w.reason} ile başladı; ${w.witness} açıklama yaptı.`,
  },
  az: {
    acts: 'açır imzaladı gəzdi bağladı təmir etdi aldı yoxladı genişləndirdi saxladı dəstəklədi'.split(
      ' ',
    ),
    things: 'körpü məktəb dəmiryol xəstəxana boru liman bazar muzey bənd zavod'.split(' '),
    headline: (w) => `${w.person} ${w.place} üçün ${w.amount} ${w.thing} ${w.subject} ${w.act}`,
    told: (w) =>
      `${w.firm} rəhbəri ${w.person} ${w.place} yaxınlığında ${w.amount} milyonluq ${w.thing} ${w.act}, deyə ${w.witness} bildirdi.`,
    more: (w) => `${w.subject} ${w.days} gün əvvəl ${w.reason} ilə başlayıb; ${w.witness} danışdı.`,
  },
  ru: {
    acts: 'открыл подписал посетил закрыл починил купил проверил расширил отложил поддержал'.split(
      ' ',
    ),
    things: 'мост школа дорога больница труба порт рынок музей плотина завод'.split(' '),
    headline: (w) =>
      `${w.person} ${w.act} ${w.thing} ${w.subject} на ${w.amount} в городе ${w.place}`,
    told: (w) =>
      `Глава ${w.firm} ${w.person} ${w.act} объект «${w.thing}» близ города ${w.place} за ${w.amount} млн, сообщил ${w.witness}.`,
    more: (w) =>
      `${w.subject} ${w.days} дней назад; ${w.reason}; ${w.witness} говорил с ${w.firm}.`,
  },
};

const languages = Object.keys(words);
export const sourceCount = 400;

/** Sources of the reports, as the store knows them. */
export const sources = Array.from({ length: sourceCount }, (_, n) => ({
  id: `source-${n}`,
  url: `https://source-${n}.example/rss`,
  title: `Source ${n}`,
  language: languages[n % languages.length],
  country: ['AZ', 'IR', 'TR', 'RU'][n % 4],
  kind: 'paper',
  rank: 3,
  permission: 'summary',
  enabled: true,
  everyMs: 1_800_000,
  timeoutMs: 20_000,
}));

/** What happened: an event is the same in whatever words it is told. */
function eventOf(number) {
  const next = numbersFrom(number);
  return {
    person: `${nameOf(rankOf(next(), 20_000))} ${nameOf(rankOf(next(), 60_000) + 60_000)}`,
    firm: nameOf(rankOf(next(), 30_000) + 150_000),
    witness: nameOf(rankOf(next(), 40_000) + 200_000),
    act: rankOf(next(), 600),
    thing: rankOf(next(), 3_000),
    place: rankOf(next(), 1_000),
    subject: nameOf(rankOf(next(), 5_000) + 300_000).toLowerCase(),
    reason: nameOf(rankOf(next(), 5_000) + 310_000).toLowerCase(),
    amount: 3 + Math.floor(next() * 9_000),
    days: 2 + Math.floor(next() * 400),
  };
}

/** An event in the words of a language, as an entry of a document of the source. */
export function entryOf({ number, event = number, source, published, credit = '' }) {
  const { acts, things, headline, told, more } = words[source.language];
  const facts = eventOf(event);
  const w = {
    ...facts,
    act: acts[facts.act] ?? nameOf(facts.act + 320_000).toLowerCase(),
    thing: things[facts.thing] ?? nameOf(facts.thing + 330_000).toLowerCase(),
    place: places[source.language][facts.place] ?? nameOf(facts.place + 340_000),
  };
  return {
    id: `${source.id}-${number}`,
    link: `https://${source.id}.example/news/${100_000 + number}`,
    title: headline(w),
    summary: `${told(w)} ${more(w)}${credit}`,
    published: new Date(published).toISOString(),
    authors: [],
    categories: [],
    enclosures: [],
    links: [],
  };
}

/** Entries as one document that was read. */
export function documentOf(entries) {
  const lists = { links: [], authors: [], categories: [], skipHours: [], skipDays: [], hubs: [] };
  return { kind: 'feed', feed: { format: 'rss', ...lists }, items: entries, warnings: [] };
}
