import { comparable } from '../text/comparable.ts';

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
  en: split('eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'),
  ru: split(
    'одиннадцать,одиннадцати двенадцать,двенадцати тринадцать,тринадцати четырнадцать,четырнадцати пятнадцать,пятнадцати шестнадцать,шестнадцати семнадцать,семнадцати восемнадцать,восемнадцати девятнадцать,девятнадцати двадцать,двадцати',
  ),
  fa: split('يازده دوازده سيزده چهارده پانزده شانزده هفده هجده نوزده بيست'),
  hy: split('տասնմեկ տասներկու տասներեք տասնչորս տասնհինգ տասնվեց տասնյոթ տասնութ տասնինը քսան'),
  ka: split('თერთმეტი თორმეტი ცამეტი თოთხმეტი თხუთმეტი თექვსმეტი ჩვიდმეტი თვრამეტი ცხრამეტი ოცი'),
};

/** Tens of az and tr stand alone (`iyirmi`) or before a unit (`on iki`). */
const tens: Words = {
  az: split('on iyirmi otuz qirx elli altmis yetmis seksen doxsan'),
  tr: split('on yirmi otuz kirk elli altmis yetmis seksen doksan'),
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

export interface NumberLexicon {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
}

const lexicons = new Map<string, NumberLexicon>();

/** Tags a source may invent; beyond them nothing is remembered. */
const lexiconsMax = 64;

/** Number words of a language; empty for one that has none here. */
export function numberLexicon(language: string): NumberLexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const base = language.split('-')[0] ?? language;
  const made = {
    cardinals: new Map([...positions(cardinals[base], 2), ...positions(teens[base], 11)]),
    tens: new Map(positions(tens[base], 1).map(([word, value]) => [word, value * 10])),
    ordinals: new Map(positions(ordinals[base], 1)),
  };
  if (lexicons.size < lexiconsMax) lexicons.set(language, made);
  return made;
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
