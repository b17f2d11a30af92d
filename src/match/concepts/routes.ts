import type { Concept } from '../../domain/topic.ts';
import { concept } from './word-list.ts';

/** Goods routes of the South Caucasus, and what happens on and in the Caspian. */
export const routeConcepts: readonly Concept[] = [
  concept(
    'freight-route',
    'subject',
    {
      tr: 'demiryolu, yük treni, tren seferleri, liman, limanı, lojistik, transit, taşımacılık, otoyol, feribot, konteyner, ulaşım koridoru, ulaştırma koridoru, ulaştırma hattı, kargo, yük taşımacılığı, geçiş noktası',
      az: 'dəmir yolu, dəmiryol, yük qatarı, yük qatarları, liman, logistika, tranzit, yükdaşıma, daşımalar, magistral, bərə, konteyner, nəqliyyat dəhlizi, yükaşırma, nəqliyyat marşrutu, blok-qatar, keçid məntəqəsi, buraxılış məntəqəsi',
      en: 'railway, railways, rail link, rail line, railroad, freight, freight train, cargo, port, ports, seaport, logistics, transit, transit hub, highway, motorway, ferry, container, containers, transport corridor, trade route, block train, trucks, shipping route, overland route, rail, terminal',
      fa: 'راه‌آهن, قطار باری, بندر, بنادر, لجستیک, ترانزیت, ترانزیتی, بزرگراه, کشتی باری, کانتینر, کریدور حمل‌ونقل, باری, مسیر ترانزیت, حمل کالا, خط ریلی, ریلی',
      ru: 'железная дорога, железной дороги, железную дорогу, железнодорожный, ж/д, грузовой поезд, грузоперевозки, порт, порта, порту, порты, логистика, логистический, транзит, транзитный, автомагистраль, паром, паромный, контейнер, контейнерный поезд, транспортный коридор, грузооборот, грузопоток, грузы, блок-поезд, фуры, перевозки',
      hy: 'երկաթուղի, երկաթուղային, երկաթգիծ, բեռնափոխադրում, բեռնափոխադրումներ, նավահանգիստ, լոգիստիկա, տարանցում, տարանցիկ, մայրուղի, լաստանավ, կոնտեյներ, տրանսպորտային միջանցք, բեռնատար գնացք, բեռնատարներ, բեռներ',
      ka: 'რკინიგზა, სარკინიგზო, ტვირთი, ტვირთბრუნვა, სატვირთო მატარებელი, პორტი, ნავსადგური, ლოგისტიკა, ლოგისტიკური, ტრანზიტი, სატრანზიტო, ავტობანი, ავტომაგისტრალი, ბორანი, კონტეინერი, სატრანსპორტო დერეფანი, გადაზიდვა, გადაზიდვები, სატვირთო მანქანები',
      ar: 'سكة حديد, سكك حديدية, السكك الحديدية, قطار شحن, الشحن, ميناء, موانئ, لوجستي, لوجستية, ترانزيت, العبور, طريق سريع, عبارات, حاويات, ممر نقل, ممر النقل, ممرات النقل, البضائع, بضائع, شاحنات',
    },
    { includes: ['corridor'] },
  ),
  concept('border-post', 'place', {
    tr: 'sınır kapısı, gümrük kapısı, sınır geçişi, Sarp, Türkgözü, Dilucu, Alican Sınır Kapısı, sınırın açılması',
    az: 'sərhəd-keçid məntəqəsi, buraxılış məntəqəsi, Sınıq Körpü, Sadaxlı, Sarp, Yuxarı Lars, sərhəd məntəqəsi, gömrük məntəqəsi, sərhədin açılması',
    en: 'border crossing, border crossings, border checkpoint, border post, Red Bridge, Sadakhlo, Bagratashen, Upper Lars, Verkhny Lars, Margara, Alican, Sarpi, customs post, checkpoint, land border',
    fa: 'گذرگاه مرزی, پایانه مرزی, مرز زمینی, گمرک مرزی, لارس علیا, نوردوز',
    ru: 'погранпереход, пограничный переход, пункт пропуска, пункта пропуска, Верхний Ларс, Верхнем Ларсе, Красный мост, Садахло, Баграташен, Маргара, Сарпи, КПП^, таможенный пост, сухопутные границы',
    hy: 'սահմանային անցակետ, անցակետ, անցակետը, Վերին Լարս, Բագրատաշեն, Մարգարա, Սադախլո, Գոգավան, մաքսակետ, սահմանի բացում',
    ka: 'სასაზღვრო გამშვები პუნქტი, გამშვები პუნქტი, საბაჟო, ზემო ლარსი, ლარსი, წითელი ხიდი, სადახლო, სარფი, ყაზბეგი, გამშვები, საბაჟოს',
    ar: 'معبر حدودي, المعبر الحدودي, معابر حدودية, لارس, نقطة عبور, جسر أحمر, معبر سادخلو, معبر ساربي',
  }),
  // Named routes and places that are this topic whatever else is said.
  concept('caucasus-route', 'place', {
    '*': 'TRIPP^, TITR^, INSTC^, TRACECA^, BTK^, Baku-Tbilisi-Kars, Bakü-Tiflis-Kars, Bakı-Tbilisi-Qars, Zangezur corridor, Zangezur Corridor, Anaklia, Alat Port, Port of Alat, Poti port, Batumi port, Gyumri-Kars, Kars-Gyumri, Rasht-Astara, Trans-Caspian, Horadiz-Agbend, Horadiz–Aghband, Kars-Iğdır-Aralık-Dilucu',
    tr: 'Zengezur Koridoru, Orta Koridor, Trans-Hazar, Trump Rotası, Kars-Nahçıvan, Yukarı Lars, Reşt-Astara, Anaklia Limanı, Batum Limanı, Poti Limanı, Alat Limanı, Gümrü-Kars',
    az: 'Zəngəzur dəhlizi, Orta Dəhliz, Transxəzər, Tramp marşrutu, Tramp Yolu, Ələt limanı, Horadiz-Ağbənd, Qars-Naxçıvan, Yuxarı Lars, Rəşt-Astara, Anakliya, Poti limanı, Batumi limanı, Gümrü-Qars',
    en: 'Middle Corridor, Trans-Caspian International Transport Route, Trump Route, North-South corridor, North–South corridor, Crossroads of Peace, Georgian Railway, Azerbaijan Railways, South Caucasus Railway, Armenian railway, Upper Lars, Verkhny Lars, Sadakhlo, Alat port, Kars-Nakhchivan',
    fa: 'کریدور زنگزور, دالان زنگزور, کریدور میانی, کریدور شمال-جنوب, کریدور شمال جنوب, رشت-آستارا, رشت آستارا, باکو-تفلیس-قارص, لارس علیا, بندر آلات, بندر پوتی, بندر باتومی, آناکلیا, چهارراه صلح, مسیر ترامپ',
    ru: 'Зангезурский коридор, Средний коридор, маршрут Трампа, Баку-Тбилиси-Карс, Баку — Тбилиси — Карс, БТК^, Север-Юг, Решт-Астара, Решт — Астара, порт Алят, порт Поти, порт Батуми, Анаклия, Перекресток мира, Южно-Кавказская железная дорога, ЮКЖД^, Транскаспийский, Верхний Ларс, Садахло, Грузинская железная дорога, Карс-Гюмри, Гюмри-Карс',
    hy: 'Զանգեզուրի միջանցք, Միջին միջանցք, Թրամփի ուղի, Թրամփի երթուղի, Բաքու-Թբիլիսի-Կարս, Հյուսիս-Հարավ, Խաղաղության խաչմերուկ, Հարավկովկասյան երկաթուղի, Փոթի, Վերին Լարս, Անակլիա, Ռաշտ-Աստարա, Գյումրի-Կարս',
    ka: 'შუა დერეფანი, ზანგეზურის დერეფანი, ანაკლია, ანაკლიის პორტი, ფოთის პორტი, ზემო ლარსი, ლარსი, ბათუმის პორტი, ბაქო-თბილისი-ყარსი, საქართველოს რკინიგზა, ჩრდილოეთ-სამხრეთის დერეფანი, ტრამპის მარშრუტი, რაშტი-ასტარა, მშვიდობის გზაჯვარედინი, ალათის პორტი',
    ar: 'ممر زنغزور, ممر زانغيزور, الممر الأوسط, ممر الشمال-الجنوب, ممر الشمال الجنوب, باكو-تبليسي-قارص, ميناء أناكليا, ميناء بوتي, ميناء باتومي, ميناء آلات, طريق ترامب, رشت-أستارا, تقاطع السلام',
  }),
  concept('south-caucasus', 'place', {
    tr: 'Güney Kafkasya, Kafkasya',
    az: 'Cənubi Qafqaz, Qafqaz',
    en: 'South Caucasus, Caucasus',
    fa: 'قفقاز جنوبی, قفقاز',
    ru: 'Южный Кавказ, Южного Кавказа, Южном Кавказе, Закавказье, Кавказ',
    hy: 'Հարավային Կովկաս, Կովկաս',
    ka: 'სამხრეთ კავკასია, კავკასია',
    ar: 'جنوب القوقاز, القوقاز',
  }),
  concept('sea-matter', 'subject', {
    tr: 'su seviyesi, seviyesi, çekiliyor, kıyı, sahil, petrol sızıntısı, kirlilik, kirliliği, foklar, fok, mersin balığı, havyar, balıkçılık, tanker, gemi, gemicilik, saha, sahası, platform, sondaj, deniz, liman, boru hattı, feribot, donanma, filo, hukuki statü, sığlaşma, deniz sınırı',
    az: 'suyun səviyyəsi, səviyyə, səviyyəsi, çəkilir, sahil, neft sızması, çirklənmə, çirklənməsi, suiti, suitilər, nərə balığı, kürü, balıqçılıq, tanker, gəmi, gəmiçilik, yataq, yatağı, platforma, qazma, dəniz, liman, boru kəməri, bərə, donanma, flotiliya, hüquqi status, dayazlaşma, dayazlaşması',
    en: 'sea level, water level, level, levels, shrinking, shrinks, receding, falling, shallowing, coast, coastline, oil spill, spill, pollution, seals, seal, sturgeon, caviar, fishing, fisheries, tanker, vessel, vessels, ship, ships, shipping, field, offshore, platform, rig, drilling, sea, port, pipeline, ferry, navy, flotilla, legal status, convention, littoral, shore',
    fa: 'تراز آب, سطح آب, تراز, پسروی, عقب‌نشینی, کاهش, ساحل, سواحل, آلودگی, لکه نفتی, فک, فوک, ماهیان خاویاری, خاویار, صید, نفتکش, کشتی, کشتیرانی, میدان, سکو, حفاری, دریا, بندر, خط لوله, ناوگان, نیروی دریایی, رژیم حقوقی, ساحلی',
    ru: 'уровень, уровня, уровень воды, обмеление, мелеет, обмелел, побережье, берег, разлив нефти, нефтяное пятно, загрязнение, тюлень, тюлени, осетр, осетровые, икра, рыболовство, танкер, судно, суда, судоходство, месторождение, платформа, бурение, море, моря, порт, трубопровод, паром, флотилия, ВМС^, правовой статус, конвенция, шельф',
    hy: 'ջրի մակարդակ, մակարդակ, ծանծաղում, ափ, ափամերձ, աղտոտում, նավթի արտահոսք, փոկ, թառափ, խավիար, ձկնորսություն, լցանավ, նավ, նավագնացություն, հանքավայր, հարթակ, ծով, նավահանգիստ, խողովակաշար, նավատորմ',
    ka: 'წყლის დონე, დონე, სანაპირო, ნაპირი, დაბინძურება, ნავთობის ჩაღვრა, სელაპი, ზუთხი, ხიზილალა, თევზჭერა, ტანკერი, გემი, საზღვაო, საბადო, პლატფორმა, ზღვა, პორტი, მილსადენი, ფლოტი',
    ar: 'منسوب المياه, منسوب, مستوى, انحسار, تراجع, ساحل, سواحل, شاطئ, تلوث, تسرب نفطي, بقعة نفطية, فقمة, فقمات, حفش, كافيار, صيد, ناقلة, سفينة, سفن, ملاحة, حقل, منصة, حفر, بحر, ميناء, خط أنابيب, أسطول, الوضع القانوني',
  }),
  concept('caspian-field', 'place', {
    '*': 'Kashagan, Kaşağan, Qaşağan, Şahdeniz, Shah Deniz, Şahdəniz, Şah Deniz, Azeri-Chirag-Gunashli, Tengizchevroil*0.5, Neft Daşları, Oil Rocks, Absheron field, Filanovsky, Sardar-e Jangal, Dostluk field, Dostlug',
    ru: 'Кашаган, Шах-Дениз, Шахдениз, Азери-Чираг-Гюнешли, Филановского, Нефтяные Камни, Достлуг',
    fa: 'کاشغان, شاه‌دنیز, سردار جنگل, البرز خزر',
    hy: 'Քաշագան, Շահ Դենիզ',
    ka: 'ქაშაგანი, შაჰ-დენიზი',
    ar: 'كاشاغان, شاه دنيز',
  }),
];
