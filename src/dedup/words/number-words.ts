import { baseLanguage } from '../../text/base-language.ts';
import { comparable } from '../../text/comparable.ts';
import { memo } from '../../text/memo.ts';

/**
 * Words for small numbers, ordinals and magnitudes by language, folded when they are first used. One and zero are left out: in most of these languages the word for one is an article.
 * Forms are whole words; suffixes of az and tr (`ikinci`, `ikisi`) are listed where news uses them.
 */

type Words = Readonly<Record<string, readonly string[]>>;

const split = (text: string): readonly string[] => text.split(' ');

/** Cardinals and collectives; the position of a group is its number, beginning at 2. */
const cardinals: Words = {
  az: split('iki,ikisi uc dord bes alti yeddi sekkiz doqquz on'),
  tr: split('iki,ikisi uc,ucu dort,dordu bes,besi alti yedi sekiz dokuz on'),
  en: split('two,twice three,thrice four five six seven eight nine ten'),
  ru: split(
    'два,две,двух,двум,двумя,двое,двоих,оба,обе три,трех,трем,тремя,трое,троих четыре,четырех,четверо,четверых пять,пяти,пятеро,пятерых шесть,шести,шестеро,шестерых семь,семи,семеро,семерых восемь,восьми девять,девяти десять,десяти',
  ),
  fa: split('دو سه چهار پنج شش هفت هشت نه ده'),
  ar: split(
    'اثنان,اثنين,اثنتين ثلاثه,ثلاث اربعه,اربع خمسه,خمس سته سبعه,سبع ثمانيه,ثماني تسعه,تسع عشره,عشر',
  ),
  hy: split('երկու,երկուսը երեք,երեքը չորս,չորսը հինգ,հինգը վեց յոթ,յոթը ութ ինը տասը,տաս'),
  ka: split(
    'ორი,ორმა,ორ სამი,სამმა,სამ ოთხი,ოთხმა,ოთხ ხუთი,ხუთმა,ხუთ ექვსი,ექვს შვიდი,შვიდ რვა ცხრა ათი,ათ',
  ),
};

/** From eleven on, where the language has one word for it. */
const teens: Words = {
  en: split('eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
  ru: split(
    'одиннадцать,одиннадцати двенадцать,двенадцати тринадцать,тринадцати четырнадцать,четырнадцати пятнадцать,пятнадцати шестнадцать,шестнадцати семнадцать,семнадцати восемнадцать,восемнадцати девятнадцать,девятнадцати',
  ),
  fa: split('يازده دوازده سيزده چهارده پانزده شانزده هفده هجده نوزده'),
  hy: split(
    'տասնմեկ տասներկու,տասներկուս տասներեք տասնչորս տասնհինգ տասնվեց տասնյոթ տասնութ տասնինը',
  ),
  ka: split('თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი'),
};

/** Twenty, thirty … ninety; a unit stands behind them, apart or written on. */
const tens: Words = {
  az: split('iyirmi otuz qirx elli altmis yetmis seksen doxsan'),
  tr: split('yirmi otuz kirk elli altmis yetmis seksen doksan'),
  en: split('twenty thirty forty fifty sixty seventy eighty ninety'),
  ru: split(
    'двадцать,двадцати тридцать,тридцати сорок,сорока пятьдесят,пятидесяти шестьдесят,шестидесяти семьдесят,семидесяти восемьдесят,восьмидесяти девяносто,девяноста',
  ),
  fa: split('بيست سي چهل پنجاه شصت هفتاد هشتاد نود'),
  ar: split(
    'عشرون,عشرين ثلاثون,ثلاثين اربعون,اربعين خمسون,خمسين ستون,ستين سبعون,سبعين ثمانون,ثمانين تسعون,تسعين',
  ),
  hy: split('քսան երեսուն քառասուն հիսուն վաթսուն յոթանասուն ութսուն իննսուն'),
  ka: split('ოცი,ოც ოცდაათი ორმოცი ორმოცდაათი სამოცი სამოცდაათი ოთხმოცი ოთხმოცდაათი'),
};

/** A hundred, two hundred … where they are words of their own; a unit may stand before the first. */
const hundreds: Words = {
  az: split('yuz'),
  tr: split('yuz'),
  en: split('hundred'),
  ru: split(
    'сто,ста двести,двухсот триста,трехсот четыреста,четырехсот пятьсот,пятисот шестьсот,шестисот семьсот,семисот восемьсот,восьмисот девятьсот,девятисот',
  ),
  fa: split('صد دويست سيصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'),
  ar: split('مئه,مائه مئتان,مئتين,مائتان,مائتين ثلاثمئه,ثلاثمائه اربعمئه,اربعمائه خمسمئه,خمسمائه'),
  hy: split('հարյուր'),
  ka: split('ასი,ას ორასი,ორას სამასი,სამას ოთხასი,ოთხას ხუთასი,ხუთას'),
};

/** One, read only behind tens and hundreds: alone it is an article in most of these languages. */
const ones: Words = {
  az: ['bir'],
  tr: ['bir'],
  en: ['one'],
  ru: ['один,одна,одного,одной'],
  fa: ['يک'],
  ar: ['واحد,احد,احدی,واحده'],
  hy: ['մեկ,մեկը'],
  ka: ['ერთი,ერთ'],
};

const ordinals: Words = {
  az: split('birinci ikinci ucuncu dorduncu besinci'),
  tr: split('birinci,ilk ikinci ucuncu dorduncu besinci'),
  en: split('first second third fourth fifth'),
  ru: split(
    'первый,первая,первое,первой,первого второй,вторая,второе,второго,вторую третий,третья,третье,третьей,третьего четвертый,четвертая,четвертое,четвертого пятый,пятая,пятое,пятого',
  ),
  fa: split('اول,نخست,يكم,یکم دوم سوم چهارم پنجم'),
  ar: split('الاول,الاولي,الاولى الثاني,الثانيه الثالث,الثالثه الرابع,الرابعه الخامس,الخامسه'),
  hy: split('առաջին,առաջինը երկրորդ,երկրորդը երրորդ,երրորդը չորրորդ հինգերորդ'),
  ka: split('პირველი,პირველ მეორე მესამე მეოთხე მეხუთე'),
};

const magnitudes: ReadonlyMap<string, number> = table(
  [1e3, 'min bin thousand тыс тысяча тысяч тысячи тысячу هزار الف الاف հազար ათასი ათას'],
  [
    1e6,
    'mln mn milyon million millions млн миллион миллиона миллионов ميليون مليون ملايين միլիոն մլն მილიონი მილიონ მლნ',
  ],
  [
    1e9,
    'mlrd mlyar milyard milyar bn billion billions млрд миллиард миллиарда миллиардов ميليارد مليار միլիարդ მილიარდი მილიარდ მლრდ',
  ],
  [1e12, 'trilyon trillion трлн триллион триллиона триллионов تريليون'],
);

function table(...rows: readonly (readonly [number, string])[]): Map<string, number> {
  return new Map(
    rows.flatMap(([value, words]) =>
      words.split(' ').map((word): [string, number] => [comparable(word), value]),
    ),
  );
}

/** How number words join: a unit stands behind a ten, a ten behind a hundred. */
export interface NumberWord {
  readonly value: number;
  readonly place: 'unit' | 'teen' | 'ten' | 'hundred';
}

export interface NumberLexicon {
  /** The number that one word writes, also one written together (`otuzüç`) or with an ending. */
  readonly read: (form: string) => NumberWord | undefined;
  readonly ordinals: ReadonlyMap<string, number>;
}

const lexicons = new Map<string, NumberLexicon>();

/** Tags a source may invent; beyond them nothing is remembered. */
const lexiconsMax = 64;

/** Number words of a language; empty for one that has none here. */
export function numberLexicon(language: string): NumberLexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const base = baseLanguage(language);
  const words = wordsOf(base);
  const made: NumberLexicon = {
    read: memo((form) => readWord(form, words, endings[base]), 4_000),
    ordinals: new Map(positions(ordinals[base], 1)),
  };
  if (lexicons.size < lexiconsMax) lexicons.set(language, made);
  return made;
}

function wordsOf(base: string): ReadonlyMap<string, NumberWord> {
  const rows = [
    [positions(ones[base], 1), 1, 'unit'],
    [positions(cardinals[base], 2), 1, 'unit'],
    [positions(teens[base], 11), 1, 'teen'],
    [positions(tens[base], 2), 10, 'ten'],
    [positions(hundreds[base], 1), 100, 'hundred'],
  ] as const;
  return new Map(
    rows.flatMap(([words, factor, place]) =>
      words.map(([word, value]): [string, NumberWord] => [
        comparable(word),
        // Ten itself takes no unit behind it but where a teen is `ten two`.
        { value: value * factor, place: value * factor === 10 ? tenPlace(base) : place },
      ]),
    ),
  );
}

/** `on iki` is twelve in the Turkic languages; elsewhere a teen is a word of its own. */
function tenPlace(base: string): NumberWord['place'] {
  return base === 'az' || base === 'tr' ? 'ten' : 'teen';
}

/** Endings of a number word as news has them; the other languages list their forms. */
const endings: Readonly<Record<string, RegExp>> = {
  hy: /(?:ը|ն|ի|ին|ից|ով|երորդ)$/u,
  ka: /(?:ი|მა|ს|ის|მდე|ვე|ჯერ)$/u,
};

function readWord(
  form: string,
  words: ReadonlyMap<string, NumberWord>,
  ending: RegExp | undefined,
): NumberWord | undefined {
  const bare = ending === undefined ? form : form.replace(ending, '');
  // The forms of Georgian are listed with the ending of the subject.
  const found = words.get(form) ?? words.get(bare) ?? words.get(`${bare}ი`);
  return found ?? readJoined(bare, words);
}

/** `otuzüç`, `իննսունչորս`, `ოცდახუთი`: a ten with a unit or a teen written on. */
function readJoined(form: string, words: ReadonlyMap<string, NumberWord>): NumberWord | undefined {
  for (let cut = form.length - 2; cut >= 3; cut -= 1) {
    const start = form.slice(0, cut).replace(/და$/u, '');
    const ten = words.get(start) ?? words.get(`${start}ი`);
    if (ten === undefined || (ten.place !== 'ten' && ten.place !== 'hundred')) continue;
    const rest = form.slice(cut);
    const unit = words.get(rest) ?? words.get(`${rest}ი`);
    if (unit !== undefined && unit.value < ten.value && unit.value < 20)
      return { value: ten.value + unit.value, place: 'teen' };
  }
  return undefined;
}

function positions(groups: readonly string[] | undefined, from: number): [string, number][] {
  return (groups ?? []).flatMap((group, index) =>
    group.split(',').map((word): [string, number] => [word, index + from]),
  );
}

/** What a magnitude word multiplies by. `min` is a thousand only in Azerbaijani. */
export function magnitudeOf(word: string, language: string): number | undefined {
  if (word === 'min') return language.startsWith('az') ? 1e3 : undefined;
  if (word === 'mn' || word === 'bin')
    return language.startsWith('tr') ? magnitudes.get(word) : undefined;
  return magnitudes.get(word);
}
