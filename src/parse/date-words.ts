/**
 * Names of months in the languages feeds are written in: a line a language, twelve words each,
 * January first. Forms that are no beginning of a full name stand in lines of their own. Words of
 * different languages that mean different months are no short form.
 */
const gregorianLines: readonly string[] = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sept oct nov dec',
  // Turkish, Azerbaijani (and its short forms), Turkmen, Uzbek
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  'yan fev mar apr may iyn iyl avq sen okt noy dek',
  'ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr',
  'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr',
  // Russian, nominative and genitive; Ukrainian, Belarusian, Bulgarian, Serbian, Kazakh, Tajik
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань',
  'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  'януари февруари март април май юни юли август септември октомври ноември декември',
  'јануар фебруар март април мај јун јул август септембар октобар новембар децембар',
  'јануари февруари март април мај јуни јули август септември октомври ноември декември',
  'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  'январ феврал март апрел май июн июл август сентябр октябр ноябр декабр',
  // Persian (Gregorian), Dari, Arabic: Egypt, the Levant, the Maghreb; Kurdish
  'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  'ژانویهٔ فوریهٔ مارچ اپریل می جون جولای آگوست سپتمبر اکتوبر نومبر دسمبر',
  'جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر',
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
  'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر',
  'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر',
  'rêbendan reşemî adar avrêl gulan pûşper tîrmeh gelawêj rezber kewçêr sermawez berfanbar',
  'çile sibat adar nîsan gulan hezîran tîrmeh tebax îlon cotmeh mijdar kanûn',
  'کانوونی_دووەم شوبات ئازار نیسان ئایار حوزەیران تەمووز ئاب ئەیلوول تشرینی_یەکەم تشرینی_دووەم کانونی_یەکەم',
  // Armenian, nominative and genitive; Georgian, and its dative
  'հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր',
  'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի',
  'հուն փետ մար ապր մայ հնս հլս օգս սեպ հոկ նոյ դեկ',
  'հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ',
  'იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი',
  'იანვარს თებერვალს მარტს აპრილს მაისს ივნისს ივლისს აგვისტოს სექტემბერს ოქტომბერს ნოემბერს დეკემბერს',
  // German, Austrian; French; Spanish; Italian; Portuguese; Romanian; Catalan; Dutch
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jänner feber maerz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'janv févr mars avr mai juin juil août sept oct nov déc',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'jan feb mrt apr mei jun jul aug sep okt nov dec',
  // Polish, Czech and Slovak (with genitives), Hungarian, Greek (nominative and genitive)
  'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'január február marec apríl máj jún júl august september október november december',
  'januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra',
  'január február március április május június július augusztus szeptember október november december',
  'ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  'ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
  'ιαν φεβ μαω απρ μαι ιον ιολ αυγ σεπ οκτ νοε δεκ',
  // Danish and Norwegian, Swedish, Finnish, Albanian, Slovene
  'januar februar marts april maj juni juli august september oktober november december',
  'januar februar mars april mai juni juli august september oktober november desember',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
  'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
  'januar februar marec april maj junij julij avgust september oktober november december',
  // Estonian, Latvian, Lithuanian
  'jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember',
  'janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris',
  'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio',
  // Hebrew, alone and after its preposition; Hindi, Urdu, Indonesian; Vietnamese has numbers only
  'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  'בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר',
  'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
  'جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر',
  'januari februari maret april mei juni juli agustus september oktober november desember',
];

/**
 * Croatian is read only where a source says so: its October is the November of its neighbours, and
 * its `lip` is their July.
 */
const croatianLines: readonly string[] = [
  'siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac',
  'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
];

/** Solar Hijri months: Persian, Dari, and as written in Latin letters. */
const jalaliLines: readonly string[] = [
  'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت',
  'farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand',
];

export interface MonthWord {
  /** 1 is January, or Farvardin. */
  readonly month: number;
  readonly isJalali: boolean;
}

/**
 * One spelling for all: lower case, marks removed, Turkish dotless i as i, Arabic letters in their
 * Persian form. Independent of the machine's locale.
 */
export function foldWord(word: string): string {
  return (
    word
      .toLowerCase()
      .normalize('NFD')
      // The vowels of Indian scripts are marks too, and tell January from June.
      .replace(/(?![\u0900-\u0dff])\p{M}/gu, '')
      // Hangul was taken apart too.
      .normalize('NFC')
      .replaceAll('ı', 'i')
      .replaceAll('ي', 'ی')
      .replaceAll('ى', 'ی')
      .replaceAll('ك', 'ک')
      .replaceAll('և', 'եւ')
      .replaceAll('ς', 'σ')
  );
}

/** Shortest beginning of a name that stands for it. */
const prefixMin = 3;

function buildWords(
  gregorian: readonly string[],
  jalali: readonly string[],
): ReadonlyMap<string, MonthWord> {
  const words = new Map<string, MonthWord>();
  const prefixes = new Map<string, MonthWord | undefined>();
  const addLine = (line: string, isJalali: boolean): void => {
    for (const [index, raw] of line.split(' ').entries()) {
      const word = foldWord(raw);
      const month = { month: index + 1, isJalali };
      if (!words.has(word)) words.set(word, month);
      addPrefixes(prefixes, word, month);
    }
  };
  for (const line of gregorian) addLine(line, false);
  for (const line of jalali) addLine(line, true);
  for (const [prefix, month] of prefixes) {
    if (month !== undefined && !words.has(prefix)) words.set(prefix, month);
  }
  return words;
}

/** Notes the short forms of a name; one on which two languages disagree means nothing. */
function addPrefixes(
  prefixes: Map<string, MonthWord | undefined>,
  word: string,
  month: MonthWord,
): void {
  for (let length = prefixMin; length < word.length; length += 1) {
    const prefix = word.slice(0, length);
    if (!prefixes.has(prefix)) prefixes.set(prefix, month);
    else if (prefixes.get(prefix)?.month !== month.month) prefixes.set(prefix, undefined);
  }
}

let words: ReadonlyMap<string, MonthWord> | undefined;
let croatianWords: ReadonlyMap<string, MonthWord> | undefined;

/** Endings of cases that are tried away: `aprelin`, `մարտին`, `maaliskuuta`. */
const endingMax = 3;

/** The month a folded word names, in any language; undefined when it names none. */
export function findMonth(word: string, language?: string): MonthWord | undefined {
  if (language !== undefined && /^hr\b/i.test(language)) {
    croatianWords ??= buildWords(croatianLines, []);
    const found = findIn(croatianWords, word);
    if (found !== undefined) return found;
  }
  words ??= buildWords(gregorianLines, jalaliLines);
  return findIn(words, word);
}

function findIn(table: ReadonlyMap<string, MonthWord>, word: string): MonthWord | undefined {
  for (let cut = 0; cut <= endingMax && word.length - cut >= Math.min(2, word.length); cut += 1) {
    const isShort = cut > 0 && word.length - cut < 4;
    const found = isShort ? undefined : table.get(word.slice(0, word.length - cut));
    if (found !== undefined) return found;
  }
  return undefined;
}
