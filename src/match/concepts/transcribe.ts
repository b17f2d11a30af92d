/**
 * How a Turkish or an Iranian place name is spelt in other scripts, letter by letter, as newsrooms
 * transcribe it. Only scripts that write all vowels: Persian and Arabic spellings have to be listed.
 * The folding of the matcher forgives what the rules leave open.
 */
export type Transcription = 'ru' | 'hy' | 'ka';

type Letters = Readonly<Record<string, string>>;

const turkish: Readonly<Record<Transcription, Letters>> = {
  ru: {
    ...pairs(
      'a а b б c дж ç ч d д e е f ф g г ğ г h х ı ы i и j ж k к l л m м n н o о ö ё p п r р',
    ),
    ...pairs('s с ş ш t т u у ü ю v в y й z з ya я yo ё yu ю ye е yı йы'),
  },
  hy: {
    ...pairs(
      'a ա b բ c ջ ç չ d դ e ե f ֆ g գ ğ ղ h հ ı ը i ի j ժ k ք l լ m մ n ն o ո ö յո p փ r ր',
    ),
    ...pairs('s ս ş շ t թ u ու ü յու v վ y յ z զ'),
  },
  ka: {
    ...pairs('a ა b ბ c ჯ ç ჩ d დ e ე f ფ g გ ğ ღ h ჰ ı ი i ი j ჟ k ქ l ლ m მ n ნ o ო ö ო p ფ r რ'),
    ...pairs('s ს ş შ t თ u უ ü უ v ვ y ი z ზ'),
  },
};

/** Persian names in their English spelling. */
const iranian: Readonly<Record<Transcription, Letters>> = {
  ru: {
    ...pairs(
      'a а b б c к d д e е f ф g г h х i и j дж k к l л m м n н o о p п q г r р s с t т u у v в',
    ),
    ...pairs('w в x х y й z з sh ш kh х ch ч gh г zh ж ya я yu ю ye е oo у ee и'),
  },
  hy: {
    ...pairs(
      'a ա b բ c ք d դ e ե f ֆ g գ h հ i ի j ջ k ք l լ m մ n ն o ո p փ q ղ r ր s ս t թ u ու v վ',
    ),
    ...pairs('w վ x խ y յ z զ sh շ kh խ ch չ gh ղ zh ժ oo ու ee ի'),
  },
  ka: {
    ...pairs(
      'a ა b ბ c ქ d დ e ე f ფ g გ h ჰ i ი j ჯ k ქ l ლ m მ n ნ o ო p ფ q ყ r რ s ს t თ u უ v ვ',
    ),
    ...pairs('w ვ x ხ y ი z ზ sh შ kh ხ ch ჩ gh ღ zh ჟ oo უ ee ი'),
  },
};

const alphabets = { turkish, iranian } as const;
export type Alphabet = keyof typeof alphabets;

function pairs(list: string): Letters {
  const cells = list.split(' ');
  const letters: Record<string, string> = {};
  for (let index = 0; index < cells.length; index += 2) {
    letters[cells[index] as string] = cells[index + 1] as string;
  }
  return letters;
}

/** A name in another script, in small letters; two letters that make one sound are read before each alone. */
export function transcribe(name: string, alphabet: Alphabet, into: Transcription): string {
  const letters = alphabets[alphabet][into];
  // Iranian names are spelt in English letters: no dotless i.
  const source = name.toLocaleLowerCase(alphabet === 'turkish' ? 'tr' : 'en');
  // A word that begins with e has э in Russian; я, е and ю are told from a, e and u by their y.
  let text = into === 'ru' && source.startsWith('e') ? 'э' : '';
  for (let at = text.length; at < source.length; ) {
    const two = letters[source.slice(at, at + 2)];
    text += two ?? letters[source[at] as string] ?? source[at];
    at += two === undefined ? 1 : 2;
  }
  return into === 'ka' ? withNominative(text) : text;
}

/** Georgian words end in a vowel; the matcher takes the final -ი as a case ending. */
function withNominative(text: string): string {
  return /[აეიოუ]$/.test(text) ? text : `${text}ი`;
}
