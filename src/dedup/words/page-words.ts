import { comparable } from '../../text/comparable.ts';

/**
 * Words by which a text speaks of its own page and not of an event: membership, newsletters, rights,
 * links. Stems in all languages at once; two different ones make a text the outlet's, not the news.
 */
const stems = `
  abunə qeydiyyat müəllif hüquqları qorunur istinad bülleten saytımız kanalımız izləyin paylaş
  abone üyelere üye üyelik bülten telif hakları saklıdır sitemiz kanalımız takip paylaş tıklayın
  subscrib newsletter member copyright reserved click website channel follow login advertis cookie
  подпис рассылк авторск защищен перепечатк гиперссылк сайт канал телеграм регистрац реклам читател
  اشتراک عضویت خبرنامه حقوق محفوظ بازنشر کانال سایت بلامانع تبلیغ
  اشتراک النشره البریدیه حقوق محفوظه الموقع قناتنا تابعونا اضغط اعلان
  բաժանորդ գրանց հեղինակային իրավունք պաշտպանված հղում կայք ալիք հետեւ գովազդ
  გამოწერ გამოიწერ რეგისტრაც საავტორო უფლებ დაცულ ბმულ საიტ არხ გამოგვყევ რეკლამ
`
  .trim()
  .split(/\s+/)
  .map(comparable);

const distinctMin = 2;

/** Whether folded words speak of a page. */
export function speaksOfPage(forms: readonly string[]): boolean {
  const found = new Set<string>();
  for (const form of forms) {
    const stem = stems.find((each) => form.startsWith(each) && form.length - each.length <= 8);
    if (stem !== undefined) found.add(stem);
    if (found.size >= distinctMin) return true;
  }
  return false;
}
