import type { Concept } from '../../domain/topic.ts';
import { concept } from './word-list.ts';

/** Concepts made of others. */
export const groupConcepts: readonly Concept[] = [
  // Towns and provinces of the two countries whose earthquakes are a topic.
  concept(
    'turkiye-iran-towns',
    'place',
    {},
    {
      includes: ['istanbul', 'ankara', 'turkiye-towns', 'tehran', 'iran-places', 'iran-towns'],
    },
  ),
  // Without the seats of government and of the relief agencies, from where help leaves.
  concept(
    'turkiye-iran-provinces',
    'place',
    {},
    { includes: ['turkiye-towns', 'iran-places', 'iran-towns'] },
  ),
  concept(
    'turkiye-iran-lands',
    'place',
    {},
    { includes: ['turkiye-name', 'iran-name', 'turkiye-iran-towns'] },
  ),
  // Where a quake is not one of Türkiye or Iran.
  concept(
    'foreign-lands',
    'place',
    {
      tr: 'Gürcistan, Yunan, Girit, Dağıstan, Alaska, Kamçatka, Şamahı, Hawaii, Endonezya, Myanmar, Japonya, Filipinler, Nepal, Haiti, Meksika, Şili, Peru, Ekvador, Fas^, Libya, Tayvan, İtalya, Hırvatistan, Arnavutluk, Papua, Vanuatu, Tonga, Rodos, İstanköy, Sisam, Santorini, Selanik, Kaliforniya, California, Guatemala, Kolombiya, Kos Adası, İzlanda, Kıbrıs, Kuril, Sumatra, Cava',
      az: 'Dağıstan, Girit, Alyaska, Kamçatka, Şamaxı, Oğuz rayonu, Havay, Myanma, Yaponiya, Filippin, Nepal, Haiti, Meksika, Çili, Peru, Ekvador, Mərakeş, Tayvan, İtaliya, Xorvatiya, Albaniya, Papua, Vanuatu, Tonqa, Yunanıstan, Santorini, Kaliforniya, Qvatemala, İndoneziya, İslandiya, Kipr, Kuril, Sumatra',
      en: 'Greek, Crete, Dagestan, Alaska, Kamchatka, California, Hawaii, Tonga, Vanuatu, Papua New Guinea, Fiji, New Zealand, Iceland, Albania, Cyprus, Myanmar, Burma, Mandalay, Japan, Philippines, Nepal, Haiti, Mexico, Chile, Peru, Ecuador, Morocco, Libya, Taiwan, Italy, Croatia, Romania, Bulgaria, Santorini, Rhodes, Kos, Samos, Lesbos, Guatemala, Colombia, Indonesia, Sumatra, Java, Bali, Kuril, Oregon, Nevada, Fresno, Los Angeles, San Francisco, Tokyo, Kyushu, Hokkaido, Solomon Islands, Halabja, Sulaymaniyah, Herat',
      fa: 'یونان, داغستان, کامچاتکا, آلاسکا, هرات, قبرس, کرت, میانمار, ژاپن, فیلیپین, نپال, هائیتی, مکزیک, شیلی, پرو=, اکوادور, مراکش, لیبی, تایوان, ایتالیا, کرواسی, آلبانی, پاپوآ, وانواتو, تونگا, سانتورینی, کالیفرنیا, گواتمالا, اندونزی, سوماترا, ایسلند, مجارستان, رومانی, حلبچه, سلیمانیه',
      ru: 'Дагестан, Камчатка, Камчатке, Камчатки, Курилы, Аляска, Крит=, Сахалин, Чечня, Кипр, Якутия, Тува, Алтай, Мьянма, Мандалай, Япония, Филиппины, Непал, Гаити, Мексика, Чили, Перу, Эквадор, Марокко, Ливия, Тайвань, Италия, Хорватия, Албания, Румыния, Папуа, Вануату, Тонга, Санторини, Родос, Кос=, Калифорния, Гватемала, Индонезия, Суматра, Исландия, Курильские, Токио, Хоккайдо, Халабджа, Сулеймания, Герат',
      hy: 'Ջավախք, Դաղստան, Կամչատկա, Գյումրի, Կիպրոս, Մյանմար, Մյանմա, Մանդալայ, Ճապոնիա, Ֆիլիպիններ, Նեպալ, Հաիթի, Մեքսիկա, Չիլի, Պերու, Էկվադոր, Մարոկկո, Թայվան, Իտալիա, Ալբանիա, Ռումինիա, Պապուա, Վանուատու, Սանտորինի, Հունաստան, Կալիֆորնիա, Ինդոնեզիա, Իսլանդիա, Ալյասկա, Կրետե, Կուրիլյան',
      ka: 'ახალქალაქი, დაღესტანი, კამჩატკა, კვიპროსი, ჯავახეთი, გუდაური, ონი=, მიანმარი, მიანმა, მანდალაი, იაპონია, ფილიპინები, ნეპალი, ჰაიტი, მექსიკა, ჩილე, პერუ, ეკვადორი, მაროკო, ტაივანი, იტალია, ალბანეთი, რუმინეთი, პაპუა, ვანუატუ, სანტორინი, საბერძნეთი, კალიფორნია, ინდონეზია, ისლანდია, ალიასკა, კრეტა, კურილები',
      ar: 'داغستان, كامتشاتكا, ألاسكا, كريت, قبرص, ميانمار, اليابان, الفلبين, نيبال, هايتي, المكسيك, تشيلي, بيرو, الإكوادور, المغرب, ليبيا, تايوان, إيطاليا, كرواتيا, ألبانيا, رومانيا, بابوا, فانواتو, تونغا, سانتوريني, كاليفورنيا, غواتيمالا, إندونيسيا, سومطرة, آيسلندا, اليونان, جزيرة كوس, رودس, هيرات, هرات, حلبجة',
    },
    {
      includes: [
        'quake-elsewhere',
        'azerbaijan',
        'armenia',
        'georgia',
        'russia',
        'israel',
        'usa',
        'distant-states',
      ],
    },
  ),
  concept(
    'distant-states',
    'place',
    {},
    {
      includes: [
        'iraq',
        'syria',
        'pakistan',
        'afghanistan',
        'turkmenistan',
        'kazakhstan',
        'uzbekistan',
        'kyrgyzstan',
        'tajikistan',
        'china',
        'india',
        'saudi-arabia',
        'gulf-states',
        'egypt',
        'ukraine',
        'european-states',
        'east-asian-states',
        'american-states',
        'levant-states',
        'further-states',
      ],
    },
  ),
  // Any state but Azerbaijan and Iran.
  concept(
    'third-lands',
    'place',
    {},
    {
      includes: ['turkiye', 'armenia', 'georgia', 'russia', 'israel', 'usa', 'distant-states'],
    },
  ),
  // What a country's own press tells of it and one other without naming it.
  concept(
    'home-affairs',
    'act',
    {},
    {
      includes: [
        'embassy',
        'ambassador',
        'foreign-ministry-voice',
        'border',
        'trade',
        'handing-over',
        'leaving',
        'arrest',
        'smuggling',
      ],
    },
  ),
  concept('summons', 'act', {
    tr: 'bakanlığa çağrıldı, bakanlığa çağırdı, Dışişleri’ne çağrıldı, Dışişleri Bakanlığına çağrıldı',
    az: 'nazirliyə çağırılıb, XİN-ə çağırılıb, Xarici İşlər Nazirliyinə çağırılıb, XİN-ə dəvət olunub',
    en: 'summoned, summons, called in',
    fa: 'احضار, احضار شد, فراخوانده شد, فراخواند',
    ru: 'вызван в МИД, вызвали в МИД, вызвал посла, вызван',
    hy: 'կանչվել է ԱԳՆ, կանչվել, կանչել է',
    ka: 'საგარეო უწყებაში დაიბარეს, დაიბარეს, გამოიძახეს',
    ar: 'استدعاء, استدعت, استدعى, تستدعي',
  }),
  // An encounter of the two within a wider gathering.
  concept('direct-contact', 'act', {
    tr: 'ikili görüşme, mevkidaşı, mevkidaşıyla, zirve kapsamında, zirvesi kapsamında, zirve marjında, baş başa, ikili ilişkiler, bir araya geldi, görüştü',
    az: 'həmkarı, həmkarı ilə, çərçivəsində görüş, ikitərəfli görüş, ikitərəfli əlaqələr, görüşüb, görüşdü, təkbətək, görüşüblər',
    en: 'sidelines, counterpart, bilateral, bilateral meeting, met with, met his, met her, one-on-one, meets, met, on the margins',
    fa: 'همتای, در حاشیه, دیدار دوجانبه, دوجانبه, دیدار کرد, دیدار کردند, دیدار و گفت‌وگو, دیدار',
    ru: 'на полях, коллега, коллегой, двусторонний, двусторонняя встреча, встретился, встретились, встретилась, отдельная встреча, провели встречу, в кулуарах',
    hy: 'շրջանակում հանդիպել, գործընկերոջ, երկկողմ, հանդիպել, հանդիպեց, հանդիպեցին, լուսանցքում',
    ka: 'ფარგლებში შეხვდა, კოლეგა, კოლეგას, ორმხრივი, შეხვდა, შეხვდნენ',
    ar: 'على هامش, نظيره, نظيرته, ثنائي, ثنائية, لقاء ثنائي, التقى, يلتقي, التقيا, نظيريه',
  }),
  // Words by which two actors deal with each other; the two-sided grader looks for it by its id.
  concept(
    'bilateral',
    'act',
    {},
    {
      includes: [
        'meeting',
        'visit',
        'call',
        'signing',
        'protest',
        'cooperation',
        'attack',
        'arrest',
        'evacuation',
        'movement',
        'military-drill',
        'handing-over',
        'standoff',
        'travellers',
        'culture-week',
        'ambassador',
        'border',
        'embassy',
        'trade',
        'transport',
        'corridor',
        'energy',
        'smuggling',
        'sea-dispute',
        'aras-river',
      ],
    },
  ),
  concept(
    'diplomacy',
    'act',
    {},
    {
      includes: ['protest', 'embassy', 'ambassador', 'foreign-minister'],
    },
  ),
  // What tells that a bare `آذربایجان` or a surname is meant politically.
  concept(
    'foreign-relations',
    'act',
    {},
    {
      includes: [
        'ambassador',
        'embassy',
        'foreign-minister',
        'defence-minister',
        'baku',
        'nakhchivan',
        'corridor',
      ],
    },
  ),
];
