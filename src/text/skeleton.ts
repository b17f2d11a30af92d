import { baseLanguage } from './base-language.ts';
import { foldText } from './fold.ts';
import { memo } from './memo.ts';

/**
 * Consonant skeletons: one spelling for a name in all scripts of the region. Nasirzade, Nəsirzadə,
 * نصیرزاده, Насирзаде, Նասիրզադե and ნასირზადე are all `NSRZT`. Vowels go, since Persian and
 * Arabic do not write them; consonants that transliterations mix up fall together (k q g gh kh h;
 * b p; t d; v f; j ch). A name that begins with a vowel keeps that as `A`. Lossy on purpose: equal
 * skeletons are a hint to be weighed with others, never a proof. Known limits: Latin `c` has three
 * readings and `و` two, so a word may have several skeletons.
 */

/** Longest word read; longer ones are compounds or noise. */
const lettersMax = 24;
/** Skeletons of one word: readings times endings. */
const variantsMax = 8;

type Table = ReadonlyMap<string, string>;

const tableOf = (pairs: string): Table =>
  new Map(
    pairs.split(' ').map((pair): [string, string] => {
      const at = pair.indexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

const latin = tableOf(
  'b:P p:P t:T d:T f:F v:F w:F k:K q:K g:K h:K l:L m:M n:N r:R s:S z:Z j:J y: a: e: i: o: u: ə: ö: ü: x:K c:J ç:J ş:S ğ:K',
);
/** English and common transliterations, longest first. */
const digraphs = tableOf('tch:J dzh:J kh:K gh:K sh:S ch:J zh:J ts:TS ph:F th:T ck:K dj:J');

const cyrillic = tableOf(
  'б:P п:P т:T д:T ф:F в:F к:K г:K х:K л:L м:M н:N р:R с:S з:Z ж:J ч:J ш:S щ:S ц:TS й: ы: э: ю: я: а: е: и: о: у: ь: ъ: ё: і: ї: є: ґ:K ў:F ј: қ:K ғ:K ҝ:K ҹ:J һ:K ә: ө: ү: ң:N',
);
const cyrillicDigraphs = tableOf('дж:J');

const arabic = tableOf(
  'ب:P پ:P ت:T ط:T د:T ة: ث:S س:S ص:S ش:S ج:J چ:J ژ:J ح:K خ:K ه:K غ:K ق:K ک:K گ:K ذ:Z ز:Z ض:Z ظ:Z ر:R ف:F ل:L م:M ن:N ا: ی: ع: ء: و:',
);

const armenian = tableOf(
  'բ:P պ:P փ:P տ:T դ:T թ:T ֆ:F վ:F կ:K գ:K ք:K ղ:K խ:K հ:K լ:L մ:M ն:N ռ:R ր:R ս:S շ:S զ:Z ժ:J ջ:J ճ:J չ:J ց:TS ծ:TS ձ:TZ յ: ա: ե: է: ը: ի: ո: օ: ւ:',
);
const armenianDigraphs = tableOf('ու: եւ:F');

const georgian = tableOf(
  'ბ:P პ:P ფ:P ტ:T დ:T თ:T ვ:F კ:K გ:K ქ:K ღ:K ყ:K ხ:K ჰ:K ლ:L მ:M ნ:N რ:R ს:S შ:S ზ:Z ჟ:J ჯ:J ჩ:J ჭ:J ც:TS წ:TS ძ:TZ ა: ე: ი: ო: უ:',
);

const none: Table = new Map();

const scripts: readonly (readonly [RegExp, Table, Table])[] = [
  [/\p{Script=Latin}/u, latin, digraphs],
  [/\p{Script=Cyrillic}/u, cyrillic, cyrillicDigraphs],
  [/\p{Script=Arabic}/u, arabic, none],
  [/\p{Script=Armenian}/u, armenian, armenianDigraphs],
  [/\p{Script=Georgian}/u, georgian, none],
];

/** Endings of inflected names as they look in a skeleton, by language. */
const endings: Readonly<Record<string, readonly string[]>> = {
  az: ['N', 'NN', 'T', 'TN', 'L', 'LR', 'LRN', 'LRT', 'LRTN', 'S', 'J', 'M'],
  tr: ['N', 'NN', 'T', 'TN', 'L', 'LR', 'LRN', 'LRT', 'LRTN', 'S', 'J', 'K'],
  en: ['S', 'N'],
  ru: ['F', 'M', 'K', 'SK', 'SKK', 'SKM', 'SKKK', 'M', 'KM'],
  uk: ['F', 'M', 'K', 'SK', 'SKK'],
  fa: ['K', 'N'],
  ar: ['N', 'K', 'T'],
  hy: ['N', 'TS', 'F', 'M', 'NR', 'KN', 'NRN', 'NRF'],
  ka: ['S', 'M', 'T', 'TN', 'N', 'P', 'PS', 'ST', 'Z', 'STN', 'SKN', 'STFS'],
};

/**
 * Skeletons a word of this language may have: as it stands first, then without its ending. Empty
 * when it has fewer than two consonants or mixes scripts.
 */
export function nameSkeletons(word: string, language: string): readonly string[] {
  return remembered(`${baseLanguage(language)} ${word}`);
}

const remembered = memo((key) => {
  const space = key.indexOf(' ');
  return readSkeletons(key.slice(space + 1), key.slice(0, space));
}, 20_000);

function readSkeletons(word: string, base: string): readonly string[] {
  const stem = stemOf(foldText(word), base);
  if (stem.length > lettersMax) return [];
  const script = scripts.find(([pattern]) => pattern.test(stem.charAt(0)));
  if (script === undefined) return [];
  const [, table, pairs] = script;
  const found = new Set<string>();
  for (const reading of readings(stem, base)) {
    const skeleton = skeletonOf(reading, table, pairs);
    if (skeleton === undefined) continue;
    found.add(skeleton);
    for (const ending of endings[base] ?? []) {
      if (skeleton.endsWith(ending)) found.add(skeleton.slice(0, -ending.length));
    }
  }
  return [...found]
    .filter((skeleton) => skeleton.replace('A', '').length >= 2)
    .slice(0, variantsMax);
}

/**
 * Whether the first vowel inside a word is an open (`A`) or a rounded (`U`) one: tells Həsənov from
 * Hüseynov, which have one skeleton. Empty when it is neither, or not written (Persian, Arabic).
 */
export function firstVowel(word: string): 'A' | 'U' | '' {
  return rememberedVowel(word);
}

const rememberedVowel = memo(readVowel, 20_000);

function readVowel(word: string): 'A' | 'U' | '' {
  const vowel =
    /(?<=.)[aeəäаеэәяաეაეէեoöuüоөуүюёოუო]|(?<=.)ու|(?<=.)ո/u.exec(foldText(word))?.[0] ?? '';
  if (vowel === '') return '';
  return /[oöuüоөуүюёოუու]/u.test(vowel) ? 'U' : 'A';
}

/** What the vowels of the scripts that write them fall together to; й and y are heard as i. */
const vowels = tableOf(
  'a:A e:A ə:A ä:A i:I y:I o:U u:U ö:U ü:U ' +
    'а:A е:A э:A ә:A я:IA и:I й:I ы:I і:I ї:I є:A ј:I о:U у:U ю:IU ө:U ү:U ' +
    'ա:A ե:A է:A ը:I ի:I յ:I ո:U օ:U ' +
    'ა:A ე:A ი:I ო:U უ:U',
);
const vowelPairs = tableOf('ու:U');

/**
 * The skeleton of a word with its vowels, in the scripts that write them: Aliyev, Əliyev, Алиев,
 * Ալիև and ალიევი begin alike. Undefined for other scripts, and for a word that mixes them.
 */
export function voicedSkeleton(word: string, language: string): string | undefined {
  const base = baseLanguage(language);
  const stem = stemOf(foldText(word), base);
  const script = scripts.find(([pattern]) => pattern.test(stem.charAt(0)));
  if (script === undefined || script[1] === arabic || stem.length > lettersMax) return undefined;
  const [reading = stem] = readings(stem, base);
  return voiced(reading, script[1], script[2]);
}

function voiced(reading: string, table: Table, pairs: Table): string | undefined {
  let out = '';
  for (let index = 0; index < reading.length; ) {
    const vowel = vowelPairs.get(reading.slice(index, index + 2));
    const [letters, sound] = vowel ? [2, vowel] : readVoiced(reading, index, table, pairs);
    if (sound === undefined) return undefined;
    // One sound however often it is written: Abbas, Aliyev.
    for (const one of sound) if (!out.endsWith(one)) out += one;
    index += letters;
  }
  return out;
}

function readVoiced(
  word: string,
  index: number,
  table: Table,
  pairs: Table,
): readonly [number, string | undefined] {
  const [letters, sound] = readSound(word, index, table, pairs);
  return sound === '' ? [letters, vowels.get(word[index] ?? '') ?? ''] : [letters, sound];
}

/** Without apostrophe and what follows; without the Arabic article and what is written on to it. */
function stemOf(folded: string, language: string): string {
  const cut = folded.replace(/(?<=\p{L}{2})'.*$/u, '').replace(/[^\p{L}]/gu, '');
  if (language === 'ar') return cut.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '');
  // Silent at the end: خانه, زاده, and `zadeh` beside `zade`.
  return language === 'fa' ? cut.replace(/ه$/u, '') : cut;
}

/** A letter with several sounds, read each way: c in English, و and x anywhere. */
function readings(stem: string, language: string): readonly string[] {
  if (/\p{Script=Arabic}/u.test(stem)) {
    return stem.slice(1).includes('و')
      ? [stem, stem.replace(/(?<=.)و/gu, 'ف')]
      : [stem.replace(/^و/u, 'ف')];
  }
  if (language === 'az' || language === 'tr' || !/\p{Script=Latin}/u.test(stem)) return [stem];
  const latinStem = stem.replace(/(?<=[aeiou])h$/u, '');
  if (!/[cx]/.test(latinStem.replace(/[ct]ch|ch/g, ''))) return [latinStem];
  const soft = latinStem
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/x/g, 'ks');
  return [...new Set([soft, latinStem])];
}

function skeletonOf(word: string, table: Table, pairs: Table): string | undefined {
  let out = '';
  for (let index = 0; index < word.length; ) {
    const [letters, sound] = readSound(word, index, table, pairs);
    if (sound === undefined) return undefined;
    if (index === 0 && sound === '') out = 'A';
    // A doubled consonant is one sound: Abbas, عباس.
    if (sound !== '' && !(out.endsWith(sound) && isDoubled(word, index))) out += sound;
    index += letters;
  }
  return out;
}

function isDoubled(word: string, index: number): boolean {
  return index > 0 && word[index] === word[index - 1];
}

function readSound(
  word: string,
  index: number,
  table: Table,
  pairs: Table,
): readonly [number, string | undefined] {
  for (let length = 3; length >= 2; length -= 1) {
    const sound = pairs.get(word.slice(index, index + length));
    if (sound !== undefined) return [length, sound];
  }
  return [1, table.get(word[index] ?? '')];
}
