/**
 * Closed suffix tables, one per way of inflecting, over folded text (every i is dotted, Arabic
 * letters are Persian ones). A word is a form of a term when it is the term's stem and one of
 * these; a bare prefix never is. The tables accept some forms no grammar knows (vowel harmony is
 * not asked for, since keyboards and foreign names break it): a wrong form is rarer than a missed one.
 */

/** Ways of inflecting, as bits, so that one look-up answers for all. */
export const exact = 1;
export const turkic = 2;
/** A Turkic stem whose last consonant softened: only a vowel may follow (`elçiliğ|i`). */
export const turkicSoft = 4;
export const english = 8;
export const russian = 16;
export const armenian = 32;
/** Armenian abstract nouns without their `ուն`. */
export const armenianAbstract = 64;
export const georgian = 128;
export const persian = 256;
export const arabic = 512;
/** Azerbaijani in Arabic letters. */
export const azerbaijaniArabic = 1024;

const i = '[iuü]';
const a = '[aeə]';
const turkicCase = `(?:[yns]?${i}n?|[yn]?${a}|n?[dt]${a}n?|y?l${a}|n?[cç]${a})`;
const turkicPattern = new RegExp(
  `^(?:l${a}r)?` +
    `(?:${i}(?:m|n|m${i}z|n${i}z)?|s${i}|m|n)?${turkicCase}?` +
    `(?:k${i}(?:l${a}r)?(?:n${i}n?|n?[dt]${a}n?|n${a})?)?(?:[dt]${i}r)?$`,
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(['', ...words.split(' ')]);
}

const englishEndings = setOf('s es');

const russianAdjective = 'ий ого ому им ом ая ой ую ое ие их ими'.split(' ');
/** Towns and lands make adjectives: `Джалилабад|ский`, `Имишл|инский`. */
const russianAdjectives = ['ск', 'инск', 'овск'].flatMap((suffix) =>
  russianAdjective.map((ending) => suffix + ending),
);

const russianEndings = setOf(
  'а у ом ем е ы и о ов ев ей ам ами ах ям ями ях ой ою ею ью ь я ю й ий ый ого его ому ему ым им ' +
    'ии ия ию ием иям иями иях ая яя ую юю ое ее ые ие ых их ыми ими ' +
    russianAdjectives.join(' '),
);

const armenianEndings = setOf(
  'ի ը ն ին ից ով ում իս իդ ու ուն ում ներ ները ներն ների ներին ներից ներով ներում եր երը երն երի ' +
    'երին երից երով երում յան յանը յանի ' +
    'յի յին յից յում յով յը ց ոց ինն',
);
const armenianAbstractEndings = new Set(
  (
    'ուն ունը ունն ունի ունում ունից ունով ան անը անն ամբ ուններ ունները ունների ուններին ' +
    'ուններից ուններով ուններում'
  ).split(' '),
);

const georgianPattern =
  /^(?:ებ|ნ)?(?:ი|ა|ე|ო)?(?:ს|სა|მა|მ|ის|ისა|ით|ად|დ|თა|თ)?(?:ში|ზე|თან|თვის|გან|დან|მდე|კენ)?(?:ვე|აც|ც|ა)?$/;

const persianEndings = setOf(
  'ی یی ای ها های هایی هایش هایشان هایی ان ات ش شان اش م مان مون ت تان یها یهای یان یانی ستان ست ' +
    'یست یم اند یای',
);

const arabicEndings = setOf('ی یه یا یون یین یان یات ان ین ات ه ها هم نا ا یتین تین تان');

const azerbaijaniArabicEndings = setOf(
  'ین نین ی نی ه یه یا ا دا ده دان دن دکی داکی لار لر لارین لرین لی لو لیلر سی سینین سینده یله له',
);

/** Longest suffix looked at; the longest honest chain in the tables is shorter. */
const suffixMax = 16;
const known = new Map<string, number>();
/** Suffixes remembered; the region's texts use some thousands, hostile ones any number. */
const knownMax = 20_000;

/** Bits of the ways of inflecting that allow this suffix after a stem; 0 when none does. */
export function waysOf(suffix: string): number {
  if (suffix.length > suffixMax) return 0;
  const remembered = known.get(suffix);
  if (remembered !== undefined) return remembered;
  const ways = judge(suffix);
  if (known.size < knownMax) known.set(suffix, ways);
  return ways;
}

function judge(suffix: string): number {
  let ways = suffix === '' ? exact : 0;
  if (turkicPattern.test(suffix)) {
    ways |= turkic;
    if (/^[aeəiuü]/.test(suffix)) ways |= turkicSoft;
  }
  if (georgianPattern.test(suffix)) ways |= georgian;
  for (const [way, endings] of sets) if (endings.has(suffix)) ways |= way;
  return ways;
}

const sets: readonly (readonly [number, ReadonlySet<string>])[] = [
  [english, englishEndings],
  [russian, russianEndings],
  [armenian, armenianEndings],
  [armenianAbstract, armenianAbstractEndings],
  [persian, persianEndings],
  [arabic, arabicEndings],
  [azerbaijaniArabic, azerbaijaniArabicEndings],
];

/** What may stand before an Arabic word: conjunction, preposition, article. Longest first. */
export const arabicProclitics: readonly string[] = [
  'وبال',
  'وکال',
  'فبال',
  'وال',
  'بال',
  'کال',
  'فال',
  'ولل',
  'ال',
  'لل',
  'وب',
  'ول',
  'و',
  'ف',
  'ب',
  'ک',
  'ل',
];
