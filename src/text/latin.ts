/**
 * Letters of the scripts of the region in plain Latin ones, for ids and file names that people can
 * read and type: `Bakı`, `Баку`, `ბაქო` and `Բաքու` are `baki`, `baku`, `bako` and `baku`. It follows no
 * standard to the letter and cannot be turned back. Persian and Arabic do not write short vowels, so
 * `تهران` is `thran`.
 */
const letters: ReadonlyMap<string, string> = new Map(
  [
    'а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya',
    'і:i ї:yi є:ye ґ:g ў:u ј:j қ:q ғ:gh ҝ:g ҹ:j һ:h ә:e ө:o ү:u ұ:u ң:ng ӣ:i ӯ:u ҳ:h ҷ:j',
    'ا:a آ:a أ:a إ:i ب:b پ:p ت:t ث:s ج:j چ:ch ح:h خ:kh د:d ذ:z ر:r ز:z ژ:zh س:s ش:sh ص:s ض:z ط:t ظ:z ع: غ:gh ف:f ق:q ک:k ك:k گ:g ل:l م:m ن:n و:v ه:h ة:a ی:i ي:i ى:a ء: ئ:i ؤ:u',
    'ա:a բ:b գ:g դ:d ե:e զ:z է:e ը:y թ:t ժ:zh ի:i լ:l խ:kh ծ:ts կ:k հ:h ձ:dz ղ:gh ճ:ch մ:m յ:y ն:n շ:sh ո:o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts ւ: փ:p ք:k օ:o ֆ:f և:ev',
    'ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h',
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o',
    'ə:e ı:i ß:ss æ:ae œ:oe ø:o đ:d ł:l ŋ:ng þ:th ð:d',
  ]
    .join(' ')
    .split(' ')
    .map((pair): [string, string] => {
      const at = pair.indexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
);

/** The text in small plain Latin letters, as far as its scripts are known; anything else stays as it is. */
export function toPlainLatin(text: string): string {
  // Composed first: й and ї are letters of their own, not и and і with a mark.
  const small = text.normalize('NFC').toLowerCase().replaceAll('ու', 'u');
  const spelt = Array.from(small, (letter) => letters.get(letter) ?? spellParts(letter)).join('');
  return spelt.replace(/\p{M}/gu, '');
}

function spellParts(letter: string): string {
  return Array.from(letter.normalize('NFKD'), (part) => letters.get(part) ?? part).join('');
}
