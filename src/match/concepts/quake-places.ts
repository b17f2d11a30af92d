import { iranianCounties, turkishDistricts } from './quake-districts.ts';
import { type Alphabet, transcribe } from './transcribe.ts';
import { concept } from './word-list.ts';

type Lists = Readonly<Record<string, string>>;

/** Latin; Persian; Russian; Armenian; Georgian; Arabic: one place a line. */
function gazetteer(table: string): Lists {
  const columns: readonly string[] = ['*', 'fa', 'ru', 'hy', 'ka', 'ar'];
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()));
  return Object.fromEntries(
    columns.map((language, column) => [
      language,
      rows
        .map((cells) => cells[column] ?? '')
        .filter((cell) => cell !== '')
        .join(', '),
    ]),
  );
}

/** Letters up to which a name is taken for one only with its capital, and in its own script. */
const shortName = 4;

/** The districts of a list `province: name, name`, in Latin letters and as other scripts spell them. */
function districts(list: string, alphabet: Alphabet): Lists {
  const names = list
    .trim()
    .split('\n')
    .flatMap((line) => line.slice(line.indexOf(':') + 1).split(','))
    .map((name) => name.trim());
  const plain = names.filter((name) => name.length > shortName && !name.endsWith(' ilçesi'));
  const spelt = (into: 'ru' | 'hy' | 'ka') =>
    plain.map((name) => transcribe(name, alphabet, into)).join(', ');
  return {
    '*': names.map((name) => (name.length > shortName ? name : `${name}^`)).join(', '),
    ru: spelt('ru'),
    hy: spelt('hy'),
    ka: spelt('ka'),
  };
}

/** One list a language from several. */
function together(...lists: readonly Lists[]): Lists {
  const all: Record<string, string> = {};
  for (const list of lists) {
    for (const [language, words] of Object.entries(list)) {
      all[language] = all[language] === undefined ? words : `${all[language]}, ${words}`;
    }
  }
  return all;
}

/** What both seas and regions of Türkiye and its best known towns are called. */
const turkiyeRegions: Lists = {
  '*': 'Malatya, Elazığ, Elazig, Van Gölü, Van ili, Adana, Hatay, Kahramanmaraş, Kahramanmaras, Gaziantep, Diyarbakır, Diyarbakir, İzmir, Izmir, Bursa, Balıkesir, Balikesir, Manisa, Denizli, Muğla, Mugla, Aydın^=, Antalya, Konya, Kayseri, Sivas, Tokat^=, Erzincan, Erzurum, Kars^=, Ağrı^=, Iğdır, Hakkari, Hakkâri, Şırnak, Siirt, Bitlis, Muş^=, Bingöl, Tunceli, Adıyaman, Adiyaman, Şanlıurfa, Sanliurfa, Mersin, Osmaniye, Kilis, Bolu^, Düzce, Kocaeli, Sakarya, Yalova, Çanakkale, Canakkale, Tekirdağ, Edirne, Kırklareli, Eskişehir, Kütahya, Kutahya, Simav, Afyonkarahisar, Uşak, Isparta, Burdur, Samsun, Ordu ili, Trabzon, Rize^=, Artvin, Giresun, Sinop, Kastamonu, Çankırı, Çorum, Amasya, Yozgat, Kırşehir, Nevşehir, Niğde, Aksaray, Sındırgı, Sindirgi, Silivri, Marmara, Pütürge, Göksun, Elbistan, Bodrum, Datça, Fethiye, Marmaris, Kozan, Tuzla, Doğubayazıt, Yüksekova, Özalp, Erciş, Başkale, Kandilli, Batman^, Mardin, Gemlik, Saimbeyli, Göynük, Van’da, Van’ın, Gölcük, Pazarcık, Ərzurum, Ərzincan, Ərdahan, Elazığ vilayəti, Hakkâri, Ardahan, Bayburt^, Gümüşhane, Karabük, Bartın, Zonguldak, Bilecik, Karaman, Kırıkkale, Kaş^=, Ayvalık, Karlıova, Belek, Cappadocia, Kapadokya, Kappadokiya, Side^=, Gökova, Gokova, Hierapolis, Pamukkale',
  tr: 'Van=^, Ege, Ege Denizi, Akdeniz, Marmara Denizi, Van^, Kars^, Muş^, Uşak^, Batman^, Rize^, Tokat^, Türkiye kıyıları, Karadeniz açıkları, Ege açıkları, Akdeniz açıkları, Kuzey Anadolu Fayı, Doğu Anadolu Fayı, Hazar Gölü, Tuz Gölü',
  en: 'Sea of Marmara, Aegean, eastern Anatolia, Anatolia, Van province, Van=^, Lake Van, Turkish coast, coast of Türkiye, coast of Turkey, Turkey’s coast, western Türkiye, western Turkey, eastern Türkiye, eastern Turkey, southern Türkiye, southern Turkey, North Anatolian Fault, East Anatolian Fault, Thrace, Turkish resort',
  fa: 'مالاتیا, ملاطیه, ارزروم, وان ترکیه, ازمیر, آدانا, هاتای, حاتای, قهرمان‌مرعش, کهرمان‌مرعش, غازی عنتاب, دیاربکر, الازیغ, قارص, بورسا, بالیکسیر, مرمره, آنتالیا, قونیه, سیواس, بینگول, حکاری, آدیامان, مانیسا, کوتاهیه, دریای مرمره, اژه, سواحل ترکیه, شرق ترکیه, غرب ترکیه, جنوب ترکیه, دریای اژه',
  ru: 'Малатья, Малатии, Малатье, Эрзурум, Эрзинджан, провинция Ван, Ван=, Измир, Адана, Хатай, Кахраманмараш, Газиантеп, Диярбакыр, Элязыг, Карс=, Бурса, Балыкесир, Мраморное море, Мраморном море, Мраморного моря, Анталья, Конья, Сивас, Бингель, Хаккари, Адыяман, Маниса, Кютахья, Денизли, Мугла, Эгейское море, Анатолия, Чанаккале, Трабзон, Мерсин, Битлис, Сиирт, Ширнак, Муш=, Игдыр, Артвин, Ризе, Самсун, Эскишехир, Кайсери, Шанлыурфа, Османие, Сындыргы, Мармарис, Бодрум, Фетхие, Денизли, Эльбистан, Вана=, Ваном=, Вану=, турецкое побережье, побережье Турции, запад Турции, восток Турции, Восточная Анатолия, Фракия, озеро Ван, Кемер, Белек, Сиде=, Каппадокия, Дидим, Гёкова, Памуккале',
  hy: 'Մալաթիա, Էրզրում, Էրզրումի, Կարս, Իզմիր, Ադանա, Հաթայ, Վան=, Վանում=, Վանի=, Դիարբեքիր, Բուրսա, Բալըքեսիր, Էլազիգ, Կահրամանմարաշ, Մարմարա, Երզնկա, Գազիանթեփ, Բինգյոլ, Բիթլիս, Մուշ=, Իգդիր, Արդահան, Տրապիզոն, Անթալիա, Մանիսա, Վանից=, Վանի նահանգում, Թուրքիայի ափ, Էգեյան ծով, Կապադովկիա, Քեմեր, Բելեք',
  ka: 'მალათია, ერზრუმი, ერზურუმი, ყარსი, იზმირი, ადანა, ჰათაი, ვანი=, ვანში=, ვანის=, დიარბაქირი, ბურსა, ბალიქესირი, ელაზიღი, მარმარილოს ზღვა, კაჰრამანმარაში, არტვინი, ბინგიოლი, ტრაპიზონი, რიზე, ანტალია, მანისა, არდაჰანი, სივასი, კონია, გაზიანთეფი, ეგეოსის ზღვა, თურქეთის სანაპირო, კაპადოკია, ქემერი, ბელექი',
  ar: 'ملاطية, أرضروم, أرزروم, وان=, إزمير, أضنة, هاتاي, كهرمان مرعش, قهرمان مرعش, غازي عنتاب, ديار بكر, إلازيغ, قارص, بالق أسير, باليكسير, مرمرة, أنطاليا, قونية, سيواس, بينغول, هكاري, مانيسا, كوتاهيا, بحر إيجه, الساحل التركي, سواحل تركيا, شرقي تركيا, غربي تركيا, جنوبي تركيا, إيجة, كابادوكيا, كيمر, بيليك',
};

/** Provinces and towns of Türkiye that news of earthquakes names. */
export const turkiyeTowns = concept(
  'turkiye-towns',
  'place',
  together(
    turkiyeRegions,
    districts(turkishDistricts, 'turkish'),
    gazetteer(`
Adıyaman, Adiyaman, Gölbaşı ilçesi, Kâhta, Samsat, Çelikhan; آدیامان, آدی‌یامان; Адыяман; Ադըյաման, Ադիյաման; ადიამანი, ადიიამანი; أديامان, أدي يامان
Afyonkarahisar, Afyon^, Sandıklı, Dinar^, Emirdağ; آفیون‌قره‌حصار, آفیون; Афьонкарахисар, Афьон; Աֆյոնկարահիսար, Աֆյոն; აფიონყარაჰისარი, აფიონი; أفيون قره حصار
Amasya; آماسیا; Амасья; Ամասիա; ამასია; أماسيا
Antalya, Alanya, Manavgat, Finike, Kumluca, Demre; آنتالیا; Анталья, Анталия, Аланья; Անթալիա, Անտալիա; ანტალია, ანთალია, ალანია; أنطاليا, ألانيا
Ardahan; آرداهان; Ардахан; Արդահան; არდაჰანი; أرداهان
Artvin; آرتوین; Артвин; Արդվին; ართვინი, არტვინი; أرتفين
Aydın ili, Söke, Kuşadası, Didim^, Nazilli; کوش‌آداسی; Кушадасы, Сёке, Дидим; Քուշադասի; ქუშადასი, კუშადასი; كوشاداسي
Balıkesir, Sındırgı, Bigadiç, Bandırma, Ayvalık, Erdek, Gönen^; بالیکسیر, بالیک‌اسیر, سیندیرگی; Балыкесир, Сындыргы, Синдыргы, Бандырма, Айвалык; Բալըքեսիր, Սընդըրգը, Սինդիրգի; ბალიქესირი, სინდირგი; باليكسير, باليك أسير, سينديرغي
Bingöl, Karlıova, Yedisu, Solhan; بینگل, بینگول; Бингёль, Бингель, Карлыова; Բինգյոլ; ბინგიოლი, ბინგოლი; بينغول, بنغول
Bitlis, Tatvan, Ahlat, Adilcevaz; بتلیس, بیتلیس; Битлис, Татван; Բիթլիս, Բաղեշ; ბითლისი, ბიტლისი; بدليس, بتليس
Burdur, Gölhisar, Bucak ilçesi; بوردور; Бурдур; Բուրդուր; ბურდური; بوردور
Bursa, Gemlik, Mudanya, İznik, Orhangazi, İnegöl; بورسا; Бурса, Гемлик, Муданья; Բուրսա; ბურსა; ولاية بورصة, بورصة التركية, غمليك
Çanakkale, Canakkale, Ayvacık ilçesi, Ezine^, Biga^, Gökçeada; چاناک‌قلعه, چاناک قلعه, چناق‌قلعه; Чанаккале; Չանաքքալե; ჩანაქალე, ჩანაყალე; جناق قلعة, تشاناكالي, جناق قلعه
Çankırı, Çorum; چانکری, چوروم; Чанкыры, Чорум; Չանքըրը, Չորում; ჩანქირი, ჩორუმი; تشانكيري, تشوروم
Denizli, Acıpayam, Buldan, Sarayköy, Bozkurt ilçesi; دنیزلی; Денизли; Դենիզլի; დენიზლი; دنيزلي
Diyarbakır, Diyarbakir, Lice^; دیاربکر; Диярбакыр; Դիարբեքիր, Դիարբաքըր; დიარბაქირი, დიარბექირი; ديار بكر
Düzce, Duzce; دوزجه; Дюздже; Դյուզջե; დუზჯე, დიუზჯე; دوزجه, دوزجة
Edirne, Keşan, Enez^; ادیرنه; Эдирне; Էդիրնե; ედირნე; أدرنة
Elazığ, Elazig, Sivrice, Karakoçan, Palu ilçesi; الازیغ, الازیق, الازیگ; Элязыг, Элазыг, Сивридже; Էլազիգ, Էլազըղ; ელაზიღი, ელაზიგი; إلازيغ, ألازيغ, إيلازيغ
Erzincan, Ərzincan, Kemah, Refahiye; ارزنجان; Эрзинджан; Երզնկա, Էրզինջան; ერზინჯანი; أرزنجان, إرزينجان
Erzurum, Ərzurum, Hınıs, Tekman, Pasinler, Aşkale, Köprüköy; ارزروم, ارزوروم; Эрзурум; Էրզրում; ერზურუმი, ერზრუმი, არზრუმი; أرضروم, أرزروم
Eskişehir, Eskisehir; اسکی‌شهیر, اسکی‌شهر; Эскишехир; Էսքիշեհիր; ესქიშეჰირი; إسكي شهير, أسكي شهر, إسكيشهر
Gaziantep, Nurdağı, İslahiye, Şahinbey; غازی‌عنتاب, غازی‌عین‌تاب, غازیانتپ, نورداغی; Газиантеп, Нурдагы; Գազիանթեփ, Ղազիանթեփ, Գազիանտեպ; გაზიანთეფი, გაზიანტეპი; غازي عنتاب, غازي عينتاب
Giresun, Gümüşhane, Gumushane; گیرسون, گوموش‌خانه; Гиресун, Гюмюшхане; Գիրեսուն, Գյումուշհանե; გირესუნი, გუმუშჰანე; غيرسون, غوموش خانة
Hakkari, Hakkâri, Yüksekova, Şemdinli; حکاری, یوکسکوا; Хаккари, Хаккяри, Юксекова; Հաքքարի, Հաքարի; ჰაქარი, ჰაკარი; هكاري, حكاري
Hatay, Antakya, İskenderun, Samandağ, Kırıkhan, Defne ilçesi; هاتای, حاتای, انطاکیه, آنتاکیا, اسکندرون; Хатай, Антакья, Искендерун; Հաթայ, Հատայ, Անտիոք, Անթաքիա, Իսկենդերուն; ჰათაი, ჰატაი, ანთაქია, ისქენდერუნი; هاتاي, هطاي, أنطاكيا, إسكندرون
Iğdır, Igdir, İqdir, Tuzluca; ایغدیر, ایغدر; Ыгдыр, Игдыр; Իգդիր, Իղդիր; იღდირი, იგდირი; إغدير, إيغدير, اغدير
Isparta; اسپارتا; Испарта; Սպարթա, Իսպարտա; ისპარტა; إسبرطة, اسبرطة
İzmir, Izmir, İzmit, Seferihisar, Karaburun, Bergama, Urla^, Torbalı; ازمیر, ایزمیت, ازمیت; Измир, Измит, Сеферихисар; Իզմիր, Իզմիթ; იზმირი, იზმითი; إزمير, إزميت, ازمير
Kahramanmaraş, Kahramanmaras, Maraş, Elbistan, Pazarcık, Pazarcik, Göksun, Afşin^, Andırın; قهرمان‌مرعش, کهرمان‌مرعش, کاهرامان‌ماراش, مرعش, شهر البستان, البستان ترکیه, پازارجیک; Кахраманмараш, Эльбистан, Пазарджик, Мараш; Քահրամանմարաշ, Կահրամանմարաշ, Ղահրամանմարաշ, Մարաշ, Էլբիստան; კაჰრამანმარაში, ქაჰრამანმარაში, ყაჰრამანმარაში, მარაში, ელბისთანი, ელბისტანი; كهرمان مرعش, قهرمان مرعش, كهرمانمرعش, إلبستان
Karabük, Bartın, Kastamonu, Zonguldak, Tosya; کاستامونو, زونگولداک; Карабюк, Бартын, Кастамону, Зонгулдак; Քասթամոնու, Զոնգուլդաք; კასტამონუ, ზონგულდაკი; كاستامونو, قسطموني, زونغولداق
Karaman, Konya, Ereğli ilçesi; قونیه, کارامان; Караман, Конья; Քոնիա, Կոնիա, Քարաման; კონია, ყონია, ყარამანი; قونية, ولاية قرمان
Kars ili, Sarıkamış, Digor, Kağızman; قارص, کارس; Карсская, Карсе=, Сарыкамыш; Կարս, Սարիղամիշ; ყარსი; قارص, كارس
Kayseri, Pınarbaşı, Develi; قیصریه, کایسری; Кайсери; Կեսարիա, Քայսերի, Կայսերի; კაისერი; قيصري, ولاية قيصرية
Kırıkkale, Kırklareli, Kırşehir, Keskin ilçesi; کرک‌قلعه, کرشهر; Кырыккале, Кыркларели, Кыршехир; Քըրըքքալե, Քըրշեհիր; ქირიქალე, ქირშეჰირი; كيريكالي, قرق قلعة, قيرشهر
Kocaeli, Gölcük, Gebze, Darıca; کوجاالی, قوجه‌ایلی, گلجوک; Коджаэли, Гёльджюк, Гельджюк, Гебзе; Քոջաէլի; ყოჯაელი, კოჯაელი; قوجه إيلي, كوجالي, كوجا إيلي
Kütahya, Kutahya, Simav, Gediz, Emet^; کوتاهیه, سیماو; Кютахья, Симав; Քյութահյա, Քյութահիա, Սիմավ; ქუთაჰია, ქიუთაჰია, სიმავი; كوتاهيا, كوتاهية, سيماف
Malatya, Doğanyol, Arguvan, Kuluncak, Arapgir, Kale ilçesi, Doğanşehir, Pütürge, Hekimhan, Battalgazi, Darende, Akçadağ, Yeşilyurt ilçesi; مالاتیا, ملاطیه, مالاطیه; Малатья, Доганшехир, Пютюрге; Մալաթիա, Մալաթյա; მალათია, მალატია; ملاطية, ملاطيا, مالاتيا
Manisa, Akhisar, Soma^, Turgutlu, Salihli, Kırkağaç, Saruhanlı; مانیسا; Маниса; Մանիսա; მანისა; مانيسا
Mardin, Batman ili, Siirt, Şırnak, Sirnak, Cizre; ماردین, باتمان, شرناک, سیرت ترکیه; Мардин, Батман, Сиирт, Ширнак; Մարդին, Բաթման, Սղերդ, Շըրնաք; მარდინი, ბათმანი, სიირთი, შირნაქი; ماردين, باتمان, سعرد, شرناق
Mersin, Silifke, Anamur, Tarsus^; مرسین; Мерсин, Силифке; Մերսին; მერსინი; مرسين
Muğla, Mugla, Bodrum, Datça, Fethiye, Marmaris, Dalaman, Köyceğiz, Milas^, Ula ilçesi; موغلا, بدروم, بودروم, مارماریس, مرمریس, فتحیه, داتچا; Мугла, Бодрум, Датча, Фетхие, Мармарис; Մուղլա, Բոդրում, Մարմարիս; მუღლა, ბოდრუმი, მარმარისი; موغلا, بودروم, فتحية, مرمريس, داتشا
Muş ili, Varto, Malazgirt; موش ترکیه; Мушская, Варто; Մուշ=, Մուշում=; მუში=; ولاية موش, موش التركية
Nevşehir, Nevsehir, Niğde, Aksaray ili; نوشهیر, نیغده; Невшехир, Аксарай, Нийде; Նևշեհիր, Նիղդե; ნევშეჰირი, ნიღდე; نفشهير, نيغدة
Ordu ilinde, Osmaniye, Düziçi; عثمانیه; Османие; Օսմանիե; ოსმანიე; ولاية عثمانية, عثمانية التركية
Sakarya, Adapazarı, Hendek^, Akyazı; ساکاریا, آداپازاری; Сакарья, Адапазары; Սաքարյա, Սակարյա; საქარია, საკარია; سكاريا, سقاريا
Samsun, Sinop, Tokat ili, Niksar, Erbaa; سامسون, سینوپ, توقات, توکات; Самсун, Синоп, Токатская, Никсар; Սամսուն, Սինոպ, Թոքաթ, Եվդոկիա; სამსუნი, სინოპი, თოქათი; سامسون, سينوب, توقات
Sivas, Suşehri, Koyulhisar, Zara ilçesi, Divriği; سیواس; Сивас; Սվազ, Սեբաստիա, Սիվաս; სივასი; سيواس
Şanlıurfa, Sanliurfa, Urfa, Siverek; شانلی‌اورفا, اورفا; Шанлыурфа, Урфа; Շանլըուրֆա, Ուրֆա; შანლიურფა, ურფა; شانلي أورفا, أورفة, أورفا
Tekirdağ, Tekirdag, Çorlu, Şarköy, Marmara Ereğlisi; تکیرداغ; Текирдаг; Թեքիրդաղ; თექირდაღი; تكيرداغ, تيكيرداغ
Trabzon, Rize ili, Bayburt ili; ترابزون, طرابوزان; Трабзон, Ризе, Байбурт; Տրապիզոն, Թրաբզոն, Ռիզե, Բայբուրդ; ტრაპიზონი, ტრაბზონი, რიზე, ბაიბურთი; طرابزون, ريزة التركية
Tunceli, Dersim, Pülümür, Ovacık ilçesi; تونجلی, درسیم; Тунджели, Дерсим; Թունջելի, Դերսիմ; თუნჯელი, დერსიმი; تونجلي
Uşak ili, Yalova, Yozgat, Bilecik; اوشاک, یالووا, یوزگات; Ушак, Ялова, Йозгат, Биледжик; Ուշաք, Յալովա, Յոզղաթ; უშაქი, იალოვა, იოზღათი; أوشاك, يالوفا, يوزغات
Van ili, Van Gölü, Erciş, Muradiye ilçesi, Özalp, Başkale, Çaldıran, Gevaş; وان ترکیه, ارجیش, باشکاله, دریاچه وان; озеро Ван, провинция Ван, Ване=, Эрджиш, Башкале; Վանի նահանգ, Վանա լիճ, Վանում=, Էրջիշ; ვანის პროვინცია, ვანის ტბა, ვანში=; ولاية وان, بحيرة وان, مدينة وان
Ağrı ili, Doğubayazıt, Diyadin, Patnos; آغری, دوغوبایزید; Агры, Догубаязит; Աղրի, Դողուբայազիտ; აღრი, დოღუბაიაზითი; آغري, أغري
Adana, Kozan, Saimbeyli, Feke ilçesi, Ceyhan ilçesi, Tufanbeyli; آدانا, ادانا; Адана, Козан; Ադանա; ადანა; أضنة, أضنه
Silivri, Büyükçekmece, Avcılar, Beylikdüzü, Büyükada açıkları; سیلیوری; Силиври, Бююкчекмедже; Սիլիվրի; სილივრი; سيليفري, سيلفري
Ege Bölgesi, Aegean coast, Doğu Anadolu, Eastern Anatolia, southeastern Türkiye; دریای مرمره, مرمره, آناتولی; Мраморное море, Мраморного моря, Мраморном море, Анатолия; Մարմարա, Մարմարա ծով, Անատոլիա; მარმარილოს ზღვა, ანატოლია; بحر مرمرة, الأناضول
`),
  ),
);

/**
 * Provinces and towns of Iran that news of earthquakes names. Those that mean Iran in any news are
 * `iran-places`, a part of `iran`; these mean it beside a word of earthquakes, since many are names
 * or words elsewhere. Türkiye is no side of a topic, so that all its places are in one list.
 */
export const iranTowns = concept(
  'iran-towns',
  'place',
  together(
    districts(iranianCounties, 'iranian'),
    gazetteer(`
Zagros, Makran coast, Gulf of Oman coast; زاگرس, سواحل مکران; Загрос; Զագրոս; ზაგროსი; زاغروس
Ilam province, İlam^, Dehloran, Mehran^; ایلام, دهلران, مهران=; Илам, Дехлоран; Իլամ; ილამი; إيلام, دهلران
Lorestan, Luristan, Khorramabad, Hürremabad, Dorud, Borujerd, Aligudarz; لرستان, خرم‌آباد, دورود, بروجرد, الیگودرز; Лурестан, Лорестан, Хорремабад, Боруджерд; Լորեստան, Խորամաբադ; ლორესთანი, ლურისტანი, ლორესტანი; لورستان, لرستان, خرم آباد
Sanandaj, Senendec, Marivan, Baneh, Saqqez, Kurdistan province; سنندج, مریوان, بانه, سقز, استان کردستان; Сенендедж, Санандадж, Мариван, Бане=, Саккез; Սանանդաջ, Մարիվան; სანანდაჯი, მარივანი; سنندج, مريوان, بانه
Kermanshah, Kirmanşah, Kermanşah, Kirmanşahda, Javanrud, Ravansar, Sarpol-e Zahab, Sarpol, Qasr-e Shirin, Ezgeleh, Salas-e Babajani, Paveh; کرمانشاه, جوانرود, روانسر, سرپل‌ذهاب, سرپل ذهاب, قصرشیرین, ازگله, ثلاث باباجانی, پاوه, اسلام‌آباد غرب; Керманшах, Джаванруд, Равансар, Сарполь-Захаб, Сарпол-э-Захаб, Касре-Ширин; Քերմանշահ, Սարփոլ Զահաբ, Ջավանրուդ; ქერმანშაჰი, კერმანშაჰი, სარპოლ-ზაჰაბი; كرمانشاه, سربل ذهاب, جوانرود, قصر شيرين
Kerman province, Kirman, Zarand, Zerend, Bam^, Jiroft, Ravar, Sirjan, Rafsanjan, Shahdad, Golbaf; کرمان, زرند, شهر بم, شهرستان بم, جیرفت, راور, سیرجان, رفسنجان, شهداد, گلباف, کوهبنان; Керман, Заранд, Джирофт, Равар, Сирджан, Рафсанджан; Քերման, Կերման, Զարանդ, Ջիրոֆթ; ქერმანი, კერმანი, ზარანდი, ჯიროფთი; كرمان, زرند, جيرفت, سيرجان, رفسنجان
Bushehr province, Borazjan, Dayyer, Kangan, Genaveh, Jam^; بوشهر, برازجان, کنگان, گناوه, دشتی, خورموج, کاکی; Бушер, Бушехр, Боразджан, Кенган, Канган; Բուշեհր; ბუშეჰრი, ბუშერი; بوشهر, كنكان
Hormozgan, Bandar Khamir, Bandar Lengeh, Qeshm, Keshm, Minab, Sirik; هرمزگان, بندر خمیر, بندرلنگه, بندر لنگه, قشم, میناب, فین, سیریک; Хормозган, Бендер-Хамир, Бендер-Ленге, Кешм, Минаб, Джаск; Հորմոզգան, Ղեշմ; ჰორმოზგანი, ქეშმი, ყეშმი; هرمزكان, هرمزغان, بندر خمير, بندر لنجة, قشم, ميناب, جاسك
Fars province, Fars eyaleti, Fars əyaləti, Lar^, Lamerd, Khonj, Kazerun, Jahrom, Darab, Fasa, Firuzabad; استان فارس, لامرد, خنج, کازرون, جهرم, داراب, فسا, مرودشت, فیروزآباد, نورآباد ممسنی; провинция Фарс, провинции Фарс, Ламерд, Казерун, Джахром, Дараб; Ֆարս նահանգ; ფარსის პროვინცია; محافظة فارس, كازرون, جهرم, لامرد
Kohgiluyeh, Yasuj, Yasuc, Sisakht, Dehdasht, Gachsaran; یاسوج, سی‌سخت, دهدشت, گچساران, کهگیلویه; Ясудж, Сисахт, Кохгилуйе; Յասուջ; იასუჯი; ياسوج, كهكيلويه, سي سخت
Shahr-e Kord, Chaharmahal, Lordegan, Borujen; شهرکرد, چهارمحال, لردگان, بروجن, کوهرنگ; Шехре-Корд, Чехармехаль; Շահրեքորդ; შაჰრექორდი; شهركرد, جهارمحال
Khuzestan, Masjed Soleyman, Izeh, Dezful, Shushtar, Behbahan, Lali^; خوزستان, مسجدسلیمان, مسجد سلیمان, ایذه, دزفول, شوشتر, بهبهان, لالی, اندیکا; Хузестан, Месджеде-Солейман, Изе=, Дизфуль; Խուզեստան, Դեզֆուլ; ხუზესტანი, დეზფული; خوزستان, مسجد سليمان, دزفول
Isfahan province, Nain, Khur, Semirom; اصفهان, نایین, سمیرم, فریدونشهر; Исфахан; Սպահան; ისფაჰანი, ისპაჰანი; أصفهان
Yazd, Bafq, Tabas; یزد, بافق, طبس; Йезд, Бафк, Табас; Յազդ, Թաբաս; იაზდი, ტაბასი; يزد, طبس
Sistan, Balochistan province, Baluchestan, Saravan, Khash, Zabol, Iranshahr, Nikshahr; سیستان, سراوان, خاش, زابل, ایرانشهر, نیکشهر, زاهدان; Систан, Сараван, Хаш=, Забол, Захедан; Սիստան, Զահեդան, Խաշ=; სისტანი, ზაჰედანი, სარავანი; سيستان, زاهدان, سراوان, خاش=, زابل
Birjand, Qaen, Ferdows, South Khorasan; بیرجند, قائن, قاین, فردوس=, خراسان جنوبی, زهان; Бирдженд, Каин=, Южный Хорасан; Բիրջանդ; ბირჯანდი; بيرجند, قائن, خراسان الجنوبية
Mashhad, Neyshabur, Sabzevar, Torbat-e Heydarieh, Torbat, Taybad, Khaf^, Kashmar, Gonabad, Quchan, Razavi Khorasan, Fariman; مشهد, نیشابور, سبزوار, تربت‌حیدریه, تربت حیدریه, تربت‌جام, تایباد, خواف, کاشمر, گناباد, قوچان, خراسان رضوی, فریمان; Мешхед, Нишапур, Себзевар, Торбете-Хейдарие, Тайбад, Кашмар, Кучан, Хорасан-Резави, Хаф=; Մաշհադ, Նիշապուր, Քաշմար, Թորբաթ, Խորասան; მაშჰადი, მეშჰედი, ნიშაპური, ქაშმარი, ხორასანი; مشهد, نيسابور, سبزوار, كاشمر, قوجان, خراسان رضوي, تايباد, خراسان الرضوية
Bojnurd, North Khorasan, Esfarayen; بجنورد, اسفراین, خراسان شمالی; Боджнурд, Северный Хорасан; Բոջնուրդ; ბოჯნურდი; بجنورد, خراسان الشمالية
Gorgan, Golestan province, Gonbad, Ramian, Aliabad-e Katul; گرگان, گنبدکاووس, گنبد کاووس, رامیان, علی‌آباد کتول, آزادشهر; Горган, Голестан, Гонбад; Գորգան, Գոլեստան; გორგანი, გოლესტანი; جرجان, غرغان, كلستان, كرجان
Mazandaran, Sari^=, Amol, Babol, Chalus, Ramsar, Tonekabon, Behshahr; مازندران, ساری=, آمل=, بابل=, چالوس, رامسر, تنکابن, بهشهر, سوادکوه; Мазендеран, Амоль, Баболь, Чалус, Рамсар, Тонекабон; Մազանդարան, Չալուս; მაზანდარანი, ჩალუსი; مازندران, تشالوس, رامسر, جالوس
Gilan, Rasht, Rudbar, Manjil, Lahijan, Langarud, Talesh; گیلان, رشت, رودبار, منجیل, لوشان, لاهیجان, لنگرود, تالش, فومن; Гилян, Решт, Рудбар, Манджиль, Лахиджан; Գիլան, Ռաշտ, Ռուդբար, Մանջիլ; გილანი, რაშტი, რუდბარი, მანჯილი; جيلان, كيلان, رشت, رودبار, منجيل, لاهيجان
Qazvin, Kazvin, Qəzvin, Avaj, Buin Zahra, Alamut; قزوین, آوج, بوئین‌زهرا, الموت=, تاکستان; Казвин, Газвин, Авадж; Ղազվին; ყაზვინი; مدينة قزوين, محافظة قزوين
Damavand, Damavend, Firuzkuh, Varamin, Malard, Karaj, Kerec, Shahriar, Pardis^, Islamshahr, Alborz province; دماوند, فیروزکوه, ورامین, ملارد, کرج, پردیس, رباط‌کریم, اسلامشهر, استان البرز, شرق تهران; Дамаванд, Демавенд, Фирузкух, Варамин, Кередж; Դամավանդ, Ֆիրուզքուհ, Քարաջ; დამავანდი, დემავენდი, ფირუზქუჰი, ქარაჯი; دماوند, فيروزكوه, ورامين, كرج
Semnan, Shahrud, Damghan, Garmsar; سمنان, شاهرود, دامغان, گرمسار; Семнан, Шахруд, Дамган; Սեմնան, Շահրուդ; სემნანი, შაჰრუდი; سمنان, شاهرود, دامغان
Arak province, Saveh, Markazi, Tafresh, Qom, Kum ili; اراک, ساوه, تفرش, استان مرکزی, قم=; Арак=, Саве=, Кум=; Արաք=, Սավե=; არაქი, ყუმი; أراك, ساوه, قم=
Hamadan, Hemedan, Malayer, Nahavand, Tuyserkan; همدان, ملایر, نهاوند, تویسرکان; Хамадан, Малайер, Нехавенд; Համադան, Մալայեր; ჰამადანი, მალაიერი; همدان, همذان, ملاير
Zanjan, Zencan, Zəncan, Abhar, Tarom; زنجان, ابهر, طارم; Зенджан, Абхар; Զանջան; ზანჯანი; زنجان, أبهر
Ardabil, Sarein, Nir^, Namin, Khalkhal, Meshgin, Meshginshahr; اردبیل, سرعین, نمین, خلخال, مشگین‌شهر, گرمی=; Ардебиль, Сарейн, Мешгиншехр, Халхал; Արդաբիլ, Արդեբիլ; არდაბილი; أردبيل, مشكين شهر, سرعين
Tabriz, Maragheh, Marand, Ahar^=, Varzaqan, Varzeqan, Haris^, Mianeh, Bostanabad, Sarab ilçesi, Hashtrud; تبریز, مراغه, مرند, اهر=, ورزقان, هریس, میانه=, بستان‌آباد, هشترود, سراب=, ترکمانچای; Тебриз, Тавриз, Марага, Меренд, Ахар=, Варзеган, Херис, Миане; Թավրիզ, Մարաղա, Մարանդ, Վարզաղան, Միանե; თავრიზი, თებრიზი, მარაღა, მარანდი, ვარზაყანი; تبريز, مراغة, مرند, ورزقان, ميانه
Xoy^, Səlmas, Urmia, Urmiye, Urmiya, Khoy, Hoy kenti, Salmas, Selmas, Maku, Mahabad, Bukan, Piranshahr, Sardasht, Qotur, Kotur, Chaldoran, Oshnavieh, Miandoab; ارومیه, خوی=, سلماس, ماکو=, مهاباد, بوکان, پیرانشهر, سردشت, قطور, چالدران, اشنویه, میاندوآب, تکاب; Урмия, Хой=, Хое=, Хоя=, Салмас, Маку=, Мехабад, Букан, Пираншехр, Сердешт, Чалдоран; Ուրմիա, Մաքու, Խոյ=, Սալմաստ, Մակու=, Մահաբադ, Խոյում=; ურმია, ხოი=, ხოიში=, სალმასი, მაკუ=, მაჰაბადი; أرومية, خوي=, سلماس, ماكو=, مهاباد, بيرانشهر, سردشت
`),
  ),
);
