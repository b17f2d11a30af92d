import { describe, expect, it } from 'vitest';
import { type Report, verdictOn } from '../support/newsdesk.ts';
import { annotate } from '../support/shipped-words.ts';

type Pair = readonly [name: string, language: string, a: Report, b: Report];

/** Two reports of two outlets with addresses of their own. */
function outlets(language: string, a: Report, b: Report): readonly [Report, Report] {
  return [
    { source: 'one', language, link: 'https://one.example/n/10481', guid: '10481', ...a },
    { source: 'two', language, link: 'https://two.example/haber/99120', guid: '99120', ...b },
  ];
}

/** Two entries of one outlet under numbers of their own. */
function oneOutlet(language: string, a: Report, b: Report): readonly [Report, Report] {
  return [
    { source: 'one', language, link: 'https://one.example/n/10481', guid: '10481', ...a },
    { source: 'one', language, link: 'https://one.example/n/10502', guid: '10502', ...b },
  ];
}

const again: readonly Pair[] = [
  [
    'a guid renewed on the same address',
    'az',
    { title: 'Şəkidə yeni muzey açıldı', link: 'https://one.example/n/1', guid: 'a1' },
    { title: 'Şəkidə yeni muzey açıldı', link: 'https://one.example/n/1', guid: 'a2' },
  ],
  [
    'a growing toll under one guid and link',
    'tr',
    { title: 'Maden kazasında 4 ölü', guid: 'm7', link: 'https://one.example/m7' },
    { title: 'Maden kazasında 9 ölü, arama sürüyor', guid: 'm7', link: 'https://one.example/m7' },
  ],
  [
    'a guid that became an address',
    'en',
    { title: 'Port of Alat adds a second berth', guid: '5512', link: 'https://one.example/5512' },
    {
      title: 'Port of Alat adds a second berth',
      guid: 'https://one.example/5512?utm_source=rss',
      link: 'https://m.one.example/5512',
    },
  ],
  [
    'an article whose headline was edited under its number',
    'ru',
    { title: 'В Гяндже открыли школу', guid: 'g1', link: 'https://one.example/4411' },
    {
      title: 'Новая школа открылась в Гяндже после ремонта',
      guid: 'g1',
      link: 'https://one.example/4411',
    },
  ],
  [
    'a headline without guid that moved to AMP',
    'ka',
    { title: 'თბილისში ახალი პარკი გაიხსნა', link: 'https://one.example/news/881' },
    { title: 'თბილისში ახალი პარკი გაიხსნა', link: 'https://one.example/amp/news/881' },
  ],
];

const notAgain: readonly Pair[] = [
  [
    'a daily page whose last sentence never changes',
    'en',
    {
      title: 'The evening brief',
      summary:
        'Ferries resume at Kuryk; a vote on bread prices; two poets share a prize. That was the day, told in five minutes.',
      guid: 'brief',
      link: 'https://one.example/brief/',
      published: '2026-05-03T18:00:00Z',
    },
    {
      title: 'The evening brief',
      summary:
        'Walnut growers count frost damage; Gyumri reopens its market hall. That was the day, told in five minutes.',
      guid: 'brief',
      link: 'https://one.example/brief/',
      published: '2026-05-04T18:00:00Z',
    },
  ],
  [
    'one mould filled in twice at the address of everything',
    'tr',
    {
      title: 'Ardahan’da arıcılara kovan dağıtıldı',
      summary:
        'İl müdürlüğü 80 üreticiye yarısı hibe 3 bin kovan verdi. Başvurular cuma günü bitti.',
      guid: 'https://one.example/detay',
      link: 'https://one.example/detay',
      published: '2026-05-03T08:00:00Z',
    },
    {
      title: 'Ardahan’da bahçelere fidan dağıtıldı',
      summary:
        'İl müdürlüğü 80 üreticiye yarısı hibe 7 bin fidan verdi. Başvurular cuma günü bitti.',
      guid: 'https://one.example/detay',
      link: 'https://one.example/detay',
      published: '2026-05-03T11:00:00Z',
    },
  ],
  [
    'one guid on everything',
    'az',
    { title: 'Lənkəranda çay yığımı başladı', guid: 'x', link: 'https://one.example/n/1' },
    { title: 'Paytaxtda konsert keçirildi', guid: 'x', link: 'https://one.example/n/2' },
  ],
  [
    'entries of a live page with guids of their own',
    'tr',
    {
      title: 'CANLI: Heyet havalimanına indi',
      summary: 'Uçak saat dokuzda Esenboğa havalimanına indi, karşılama töreni yapıldı.',
      guid: 'live-1',
      link: 'https://one.example/canli/zirve-2026',
    },
    {
      title: 'CANLI: Liderler ortak basın toplantısında',
      summary: 'Görüşmelerin ardından kameraların karşısına geçen liderler soruları yanıtladı.',
      guid: 'live-2',
      link: 'https://one.example/canli/zirve-2026',
    },
  ],
  [
    'entries of a live page told apart by fragment alone',
    'en',
    {
      title: 'Delegation lands in Yerevan',
      summary: 'The plane touched down at nine in the morning.',
      link: 'https://one.example/live/summit-2026#1',
    },
    {
      title: 'Leaders face reporters together',
      summary: 'Questions turned to railways within minutes.',
      link: 'https://one.example/live/summit-2026#2',
    },
  ],
  [
    'a rubric under one address',
    'ru',
    {
      title: 'Главное за день',
      summary: 'Парламент обсудил бюджет, в Баку прошел форум виноделов.',
      link: 'https://one.example/digest',
    },
    {
      title: 'Главное за день',
      summary: 'Снегопад закрыл перевал, сборная вышла в финал турнира.',
      link: 'https://one.example/digest',
      published: '2026-02-08T10:00:00Z',
    },
  ],
];

const copies: readonly Pair[] = [
  [
    'both sides of a match over one text of one outlet',
    'az',
    ...oneOutlet(
      'az',
      {
        title: '“Sabah” son hücumda qalib gəldi',
        summary:
          'Liqanın IX turunda ev sahibləri “Araz”ı 3:2 hesabı ilə məğlub ediblər. Həlledici qol 91-ci dəqiqədə küncdən vurulub.',
      },
      {
        title: '91-ci dəqiqənin dramı: “Araz” məğlub oldu',
        summary:
          'Liqanın IX turunda ev sahibləri “Araz”ı 3:2 hesabı ilə məğlub ediblər. Həlledici qol 91-ci dəqiqədə küncdən vurulub.',
      },
    ),
  ],
  [
    'a number sign close to its number or apart',
    'ru',
    ...oneOutlet(
      'ru',
      { title: 'Ещё два автобуса вышли на маршрут №8', summary: 'Их собрали в Туле.' },
      { title: 'Еще два автобуса вышли на маршрут № 8', summary: 'Их собрали в Туле.' },
    ),
  ],
  [
    'a wire report with another credit',
    'tr',
    ...outlets(
      'tr',
      {
        title: 'Kars–Gümrü demiryolu için ihale açıldı',
        summary:
          'Ulaştırma Bakanlığı, hattın 58 kilometrelik bölümünün yenilenmesi için ihale ilanını yayımladı. (AGA)',
      },
      {
        title: 'Kars-Gümrü demiryolu için ihale açıldı',
        summary:
          'KARS, AGA - Ulaştırma Bakanlığı, hattın 58 kilometrelik bölümünün yenilenmesi için ihale ilanını yayımladı.',
      },
    ),
  ],
  [
    'a copy cut short',
    'en',
    ...outlets(
      'en',
      {
        title: 'Ferry service between Baku and Aktau resumes',
        summary:
          'The ferry between Baku and Aktau resumed on Friday after a three-week break caused by storms, the port authority said, adding that tickets are sold out until Monday.',
      },
      {
        title: 'Ferry service between Baku and Aktau resumes',
        summary: 'The ferry between Baku and Aktau resumed on Friday after a three-week break…',
      },
    ),
  ],
  [
    'Persian letters and digits',
    'fa',
    ...outlets(
      'fa',
      {
        title: 'بارش برف ۱۲ روستای اردبیل را محاصره کرد',
        summary:
          'راه دسترسی ۱۲ روستای شهرستان خلخال در پی بارش سنگین برف از صبح امروز بسته شده است.',
      },
      {
        title: 'بارش برف 12 روستاي اردبيل را محاصره كرد',
        summary:
          'راه دسترسي 12 روستاي شهرستان خلخال در پي بارش سنگين برف از صبح امروز بسته شده است.',
      },
    ),
  ],
  [
    'capitals and status words',
    'az',
    ...outlets(
      'az',
      {
        title: 'Quba–Xınalıq yolu qar səbəbindən bağlandı - FOTO',
        summary:
          'Yolun 14 kilometrlik hissəsində təmizləmə işləri aparılır, sürücülərə alternativ yol tövsiyə olunur.',
      },
      {
        title: 'QUBA–XINALIQ YOLU QAR SƏBƏBİNDƏN BAĞLANDI',
        summary:
          'Yolun 14 kilometrlik hissəsində təmizləmə işləri aparılır, sürücülərə alternativ yol tövsiyə olunur.',
      },
    ),
  ],
  [
    'ё and a corrected typing mistake',
    'ru',
    ...outlets(
      'ru',
      {
        title: 'Самолёт экстренно сел в Тбилисси',
        summary:
          'На борту рейса Ереван — Варшава находились 86 человек, никто не пострадал, сообщили в аэропорту.',
      },
      {
        title: 'Самолет экстренно сел в Тбилиси',
        summary:
          'На борту рейса Ереван — Варшава находились 86 человек, никто не пострадал, сообщили в аэропорту.',
      },
    ),
  ],
  [
    'an edited headline over the same text',
    'en',
    ...oneOutlet(
      'en',
      {
        title: 'Tbilisi zoo welcomes two bear cubs',
        summary:
          'Two brown bear cubs rescued from a roadside restaurant near Gori moved to a new enclosure at the Tbilisi zoo on Thursday, keepers said.',
      },
      {
        title: 'Rescued bear cubs find a home at Tbilisi zoo',
        summary:
          'Two brown bear cubs rescued from a roadside restaurant near Gori moved to a new enclosure at the Tbilisi zoo on Thursday, keepers said.',
      },
    ),
  ],
  [
    'counters and stamps',
    'az',
    ...outlets(
      'az',
      {
        title: 'Mingəçevirdə su idmanı mərkəzi təmir olunur',
        summary:
          'Təmir işləri yay mövsümünə qədər başa çatacaq, mərkəz yenidən qonaq qəbul edəcək. Baxış sayı: 312',
      },
      {
        title: 'Mingəçevirdə su idmanı mərkəzi təmir olunur',
        summary:
          '07.02.2026 14:20 Təmir işləri yay mövsümünə qədər başa çatacaq, mərkəz yenidən qonaq qəbul edəcək. Baxış sayı: 1 045',
      },
    ),
  ],
  [
    'a read-also line',
    'hy',
    ...outlets(
      'hy',
      {
        title: 'Գյումրիում բացվեց նոր գրադարան',
        summary: 'Գրադարանն ունի երեսուն հազար գիրք և ընթերցասրահ մանկահասակների համար։',
      },
      {
        title: 'Գյումրիում բացվեց նոր գրադարան',
        summary:
          'Գրադարանն ունի երեսուն հազար գիրք և ընթերցասրահ մանկահասակների համար։ Կարդացեք նաև՝ Վանաձորում վերանորոգվեց դպրոցը',
      },
    ),
  ],
  [
    'a number word and a digit',
    'tr',
    ...outlets(
      'tr',
      {
        title: 'Van’da iki köy yolu ulaşıma kapandı',
        summary:
          'Çığ düşmesi sonucu kapanan yollarda ekiplerin çalışması gece boyunca sürdü, ulaşım sabah sağlandı.',
      },
      {
        title: 'Van’da 2 köy yolu ulaşıma kapandı',
        summary:
          'Çığ düşmesi sonucu kapanan yollarda ekiplerin çalışması gece boyunca sürdü, ulaşım sabah sağlandı.',
      },
    ),
  ],
  [
    'Arabic hamza and taa marbuta',
    'ar',
    ...outlets(
      'ar',
      {
        title: 'إعادة فتح مطار أربيل بعد عاصفة ترابية',
        summary:
          'استأنف المطار رحلاته صباح اليوم بعد توقف دام خمس ساعات بسبب انعدام الرؤية على المدرج.',
      },
      {
        title: 'اعادة فتح مطار اربيل بعد عاصفه ترابيه',
        summary:
          'استأنف المطار رحلاته صباح اليوم بعد توقف دام خمس ساعات بسبب انعدام الرؤية على المدرج.',
      },
    ),
  ],
  [
    'Georgian capitals',
    'ka',
    ...outlets(
      'ka',
      {
        title: 'ბათუმის პორტში ახალი ამწე დამონტაჟდა',
        summary: 'ამწე ორმოც ტონამდე ტვირთს აწევს და კონტეინერების დამუშავებას დააჩქარებს.',
      },
      {
        title: 'ᲑᲐᲗᲣᲛᲘᲡ ᲞᲝᲠᲢᲨᲘ ᲐᲮᲐᲚᲘ ᲐᲛᲬᲔ ᲓᲐᲛᲝᲜᲢᲐᲟᲓᲐ',
        summary: 'ამწე ორმოც ტონამდე ტვირთს აწევს და კონტეინერების დამუშავებას დააჩქარებს.',
      },
    ),
  ],
  [
    'a headline alone, twice within hours',
    'az',
    ...oneOutlet(
      'az',
      { title: 'Naxçıvanda yeni idman kompleksi istifadəyə verilib' },
      {
        title: 'Naxçıvanda yeni idman kompleksi istifadəyə verilib',
        published: '2026-02-07T12:30:00Z',
      },
    ),
  ],
];

const apart: readonly Pair[] = [
  [
    'rates of two days',
    'az',
    ...oneOutlet(
      'az',
      {
        title: 'Mərkəzi Bankın valyuta məzənnələri',
        summary: 'Dollar 1,7000, avro 1,8472, rus rublu 0,0182 manat müəyyən edilib.',
      },
      {
        title: 'Mərkəzi Bankın valyuta məzənnələri',
        summary: 'Dollar 1,7000, avro 1,8391, rus rublu 0,0185 manat müəyyən edilib.',
        published: '2026-02-08T05:00:00Z',
      },
    ),
  ],
  [
    'two quakes',
    'tr',
    ...oneOutlet(
      'tr',
      {
        title: 'Malatya’da 4,1 büyüklüğünde deprem',
        summary:
          'AFAD, depremin merkez üssünün Doğanşehir olduğunu ve 7 kilometre derinlikte gerçekleştiğini bildirdi.',
      },
      {
        title: 'Malatya’da 3,8 büyüklüğünde deprem',
        summary:
          'AFAD, depremin merkez üssünün Doğanşehir olduğunu ve 9 kilometre derinlikte gerçekleştiğini bildirdi.',
      },
    ),
  ],
  [
    'number words',
    'ru',
    ...outlets(
      'ru',
      {
        title: 'При сходе лавины в Сванетии погибли двое туристов',
        summary:
          'Поиски продолжаются с утра, к спасателям присоединились местные жители и военные.',
      },
      {
        title: 'При сходе лавины в Сванетии погибли трое туристов',
        summary:
          'Поиски продолжаются с утра, к спасателям присоединились местные жители и военные.',
      },
    ),
  ],
  [
    'other place',
    'en',
    ...outlets(
      'en',
      {
        title: 'Power cut leaves thousands without heating in Gyumri',
        summary:
          'Crews worked through the night to repair the line damaged by heavy snow, the utility said on Saturday.',
      },
      {
        title: 'Power cut leaves thousands without heating in Vanadzor',
        summary:
          'Crews worked through the night to repair the line damaged by heavy snow, the utility said on Saturday.',
      },
    ),
  ],
  [
    'other person',
    'fa',
    ...outlets(
      'fa',
      {
        title: 'وزیر راه با همتای گرجستانی خود دیدار کرد',
        summary:
          'دو طرف در این دیدار درباره گسترش همکاری‌های ترانزیتی و تسهیل عبور کامیون‌ها گفت‌وگو کردند.',
      },
      {
        title: 'وزیر راه با همتای ارمنستانی خود دیدار کرد',
        summary:
          'دو طرف در این دیدار درباره گسترش همکاری‌های ترانزیتی و تسهیل عبور کامیون‌ها گفت‌وگو کردند.',
      },
    ),
  ],
  [
    'a denial',
    'az',
    ...outlets(
      'az',
      {
        title: 'Gəncə–Moskva reysi bu gün yerinə yetirildi',
        summary: 'Hava limanının mətbuat xidməti uçuş cədvəli barədə sərnişinlərə məlumat yayıb.',
      },
      {
        title: 'Gəncə–Moskva reysi bu gün yerinə yetirilmədi',
        summary: 'Hava limanının mətbuat xidməti uçuş cədvəli barədə sərnişinlərə məlumat yayıb.',
      },
    ),
  ],
  [
    'a denial in Persian',
    'fa',
    ...outlets(
      'fa',
      {
        title: 'تیم ملی والیبال به مسابقات قهرمانی آسیا رفت',
        summary: 'فدراسیون والیبال درباره برنامه سفر تیم ملی به مسابقات توضیحاتی ارائه کرد.',
      },
      {
        title: 'تیم ملی والیبال به مسابقات قهرمانی آسیا نرفت',
        summary: 'فدراسیون والیبال درباره برنامه سفر تیم ملی به مسابقات توضیحاتی ارائه کرد.',
      },
    ),
  ],
  [
    'opposite outcomes',
    'ru',
    ...outlets(
      'ru',
      {
        title: 'Парламент Грузии одобрил поправки к закону о железной дороге',
        summary: 'Голосование прошло в четверг вечером после пятичасового обсуждения в зале.',
      },
      {
        title: 'Парламент Грузии отклонил поправки к закону о железной дороге',
        summary: 'Голосование прошло в четверг вечером после пятичасового обсуждения в зале.',
      },
    ),
  ],
  [
    'opposite outcomes in Turkish',
    'tr',
    ...outlets(
      'tr',
      {
        title: 'Dilucu sınır kapısı yolcu geçişine açıldı',
        summary:
          'Valilik, kararın bu sabahtan itibaren geçerli olduğunu yazılı açıklamayla duyurdu.',
      },
      {
        title: 'Dilucu sınır kapısı yolcu geçişine kapatıldı',
        summary:
          'Valilik, kararın bu sabahtan itibaren geçerli olduğunu yazılı açıklamayla duyurdu.',
      },
    ),
  ],
  [
    'parts of a series',
    'ru',
    ...oneOutlet(
      'ru',
      {
        title: 'Дорога через Лачин, часть 1',
        summary:
          'Репортаж нашего корреспондента о людях, которые живут вдоль старого торгового пути.',
      },
      {
        title: 'Дорога через Лачин, часть 2',
        summary:
          'Репортаж нашего корреспондента о людях, которые живут вдоль старого торгового пути.',
      },
    ),
  ],
  [
    'parts of a series in Persian',
    'fa',
    ...oneOutlet(
      'fa',
      {
        title: 'سفرنامه خزر؛ بخش اول',
        summary: 'روایتی از سفر خبرنگار ما به بندرهای شمالی و گفت‌وگو با ماهیگیران قدیمی منطقه.',
      },
      {
        title: 'سفرنامه خزر؛ بخش دوم',
        summary: 'روایتی از سفر خبرنگار ما به بندرهای شمالی و گفت‌وگو با ماهیگیران قدیمی منطقه.',
      },
    ),
  ],
  [
    'weekdays',
    'en',
    ...oneOutlet(
      'en',
      {
        title: 'Horoscope and weather for Monday',
        summary:
          'What the day brings for every sign, and whether to take an umbrella along the coast.',
      },
      {
        title: 'Horoscope and weather for Tuesday',
        summary:
          'What the day brings for every sign, and whether to take an umbrella along the coast.',
      },
    ),
  ],
  [
    'a follow-up',
    'en',
    ...outlets(
      'en',
      {
        title: 'Fire breaks out at Sadakhlo market',
        summary:
          'Firefighters were called to the Sadakhlo market early on Monday after stalls caught fire near the eastern gate.',
      },
      {
        title: 'Sadakhlo market reopens after fire',
        summary:
          'Traders returned to the Sadakhlo market on Wednesday, two days after a fire destroyed stalls near the eastern gate.',
      },
    ),
  ],
  [
    'a boilerplate summary',
    'az',
    ...oneOutlet(
      'az',
      {
        title: 'Şamaxı rəsədxanasında açıq qapı günü',
        summary:
          'Ən son xəbərləri ilk siz öyrənin: teleqram kanalımıza abunə olun və bizimlə qalın, dostlarınızla paylaşın.',
      },
      {
        title: 'Lerikdə uzunömürlülər muzeyi yeniləndi',
        summary:
          'Ən son xəbərləri ilk siz öyrənin: teleqram kanalımıza abunə olun və bizimlə qalın, dostlarınızla paylaşın.',
      },
    ),
  ],
  [
    'the same headline on another day',
    'hy',
    ...oneOutlet(
      'hy',
      {
        title: 'Երևանում երկրաշարժ է գրանցվել',
        summary:
          'Ցնցման ուժգնությունը էպիկենտրոնում կազմել է 3 բալ, օջախի խորությունը՝ 10 կիլոմետր։',
      },
      {
        title: 'Երևանում երկրաշարժ է գրանցվել',
        summary:
          'Ստորգետնյա ցնցումը զգացվել է մայրաքաղաքի բոլոր վարչական շրջաններում, վնասներ չկան։',
        published: '2026-03-15T10:00:00Z',
      },
    ),
  ],
  [
    'the same rubric headline alone, a day later',
    'ka',
    ...oneOutlet(
      'ka',
      { title: 'დღის მთავარი ამბები მოკლედ' },
      { title: 'დღის მთავარი ამბები მოკლედ', published: '2026-02-08T10:30:00Z' },
    ),
  ],
  [
    'an independent report',
    'tr',
    ...outlets(
      'tr',
      {
        title: 'Batum’da turist gemisi rıhtıma çarptı',
        summary:
          'Sabah saatlerinde limana yanaşan gemi kuvvetli rüzgâr yüzünden rıhtıma çarptı, yaralanan olmadı.',
      },
      {
        title: 'Gürcistan: Yolcu gemisi Batum limanında kaza yaptı',
        summary:
          'Üç yüz yolcu taşıyan gemi manevra sırasında iskeleye sürtündü; liman başkanlığı inceleme başlattı.',
      },
    ),
  ],
  [
    'a translation',
    'ru',
    ...outlets(
      'ru',
      {
        title: 'В Шеки построят канатную дорогу',
        summary: 'Длина канатной дороги составит два километра, сообщили в администрации.',
      },
      {
        title: 'Şəkidə kanat yolu tikiləcək',
        summary: 'Kanat yolunun uzunluğu iki kilometr olacaq.',
        language: 'az',
      },
    ),
  ],
];

/** The event told again in its own words, or looked at from another side within the day. */
const related: readonly Pair[] = [
  [
    'a feature on the same closure',
    'tr',
    ...outlets(
      'tr',
      {
        title: 'Ilgaz Tüneli bakım nedeniyle trafiğe kapatıldı',
        summary: 'Çalışmanın on gün süreceği, araçların eski geçitten yönlendirileceği bildirildi.',
      },
      {
        title: 'Sürücüler dert yandı: Ilgaz’da eski yola mahkûm olduk',
        summary: 'Tünelin bakıma alınmasıyla eski geçitte kilometrelerce kuyruk oluştu.',
        published: '2026-02-07T15:00:00Z',
      },
    ),
  ],
  [
    'two reports of one seizure',
    'ru',
    ...outlets(
      'ru',
      {
        title: 'В порту Алят нашли 80 килограммов гашиша',
        summary: 'Наркотики были спрятаны в контейнере с рисом, прибывшем из Актау.',
      },
      {
        title: 'Таможенники Азербайджана изъяли крупную партию гашиша',
        summary: 'Контейнер досмотрели в порту Алят; задержаны двое.',
        published: '2026-02-07T12:00:00Z',
      },
    ),
  ],
  [
    'a translation',
    'az',
    ...outlets(
      'az',
      {
        title: 'Gəncədə uşaq xəstəxanası yenidən qurulur',
        summary: '150 çarpayılıq xəstəxana gələn il istifadəyə veriləcək.',
      },
      {
        title: 'Children’s hospital in Ganja to be rebuilt',
        summary: 'The 150-bed hospital will open next year.',
        language: 'en',
      },
    ),
  ],
  [
    'another report of one crash',
    'ka',
    ...outlets(
      'ka',
      {
        title: 'რიკოთზე ავტობუსი გადაბრუნდა, დაშავდა 7 ადამიანი',
        summary: 'ავტობუსი თბილისიდან ქუთაისში მიდიოდა.',
      },
      {
        title: 'На Рикотском перевале перевернулся автобус',
        summary: 'Пострадали семь человек, ехавших из Тбилиси в Кутаиси.',
        language: 'ru',
      },
    ),
  ],
  [
    'Persian and English on one visit',
    'fa',
    ...outlets(
      'fa',
      {
        title: 'وزیر نیروی ترکمنستان وارد مشهد شد',
        summary: 'مذاکره درباره صادرات برق محور سفر آنامراد باطروف است.',
      },
      {
        title: 'Turkmen energy minister Batyrov in Mashhad for electricity talks',
        summary: 'Annamyrat Batyrov arrived on Saturday.',
        language: 'en',
      },
    ),
  ],
];

/** Much alike, but each with an event of its own. */
const distinctStories: readonly Pair[] = [
  [
    'a follow-up',
    'hy',
    ...outlets(
      'hy',
      { title: 'Սևանում նավակ է շրջվել', summary: 'Փրկարարները որոնում են երեք զբոսաշրջիկի։' },
      {
        title: 'Սևանի նավակի վթարի գործով ձերբակալվել է նավապետը',
        summary: 'Քննչական կոմիտեն մեղադրանք է առաջադրել։',
        published: '2026-02-08T15:00:00Z',
      },
    ),
  ],
  [
    'another bus',
    'en',
    ...outlets(
      'en',
      { title: 'Bus overturns near Gori, seven hurt', summary: 'Police said the road was icy.' },
      {
        title: 'Minibus overturns near Borjomi, four hurt',
        summary: 'Police said the road was icy.',
        published: '2026-02-07T13:00:00Z',
      },
    ),
  ],
  [
    'rates on two days by two outlets',
    'tr',
    ...outlets(
      'tr',
      {
        title: 'Dolar ve euro güne nasıl başladı?',
        summary: 'Dolar 43,12, euro 50,44 liradan işlem görüyor.',
      },
      {
        title: 'Dolar ve euro güne nasıl başladı?',
        summary: 'Dolar 43,20, euro 50,31 liradan işlem görüyor.',
        published: '2026-02-08T07:00:00Z',
      },
    ),
  ],
  [
    'the same minister elsewhere',
    'az',
    ...outlets(
      'az',
      {
        title: 'Ceyhun Bayramov Tbilisidə gürcüstanlı həmkarı ilə görüşüb',
        summary: 'Nazirlər tranzit məsələlərini müzakirə ediblər.',
      },
      {
        title: 'Ceyhun Bayramov Astanada qazaxıstanlı həmkarı ilə görüşüb',
        summary: 'Nazirlər tranzit məsələlərini müzakirə ediblər.',
        published: '2026-02-08T09:00:00Z',
      },
    ),
  ],
  [
    'the same act by another city',
    'ru',
    ...outlets(
      'ru',
      { title: 'В Батуми открыли новый автовокзал', summary: 'Строительство заняло два года.' },
      {
        title: 'В Кутаиси открыли новый автовокзал',
        summary: 'Строительство заняло три года.',
        published: '2026-02-07T16:00:00Z',
      },
    ),
  ],
  [
    'two matches of one evening',
    'ka',
    ...outlets(
      'ka',
      {
        title: '„დინამო თბილისმა“ „საბურთალო“ 2:0 დაამარცხა',
        summary: 'ეროვნული ლიგის მეხუთე ტურის მატჩი.',
      },
      {
        title: '„დინამო ბათუმმა“ „სამტრედია“ 1:0 დაამარცხა',
        summary: 'ეროვნული ლიგის მეხუთე ტურის მატჩი.',
      },
    ),
  ],
  [
    'two subjects of one country',
    'fa',
    ...outlets(
      'fa',
      {
        title: 'صادرات گاز ایران به عراق افزایش یافت',
        summary: 'وزارت نفت رقم روزانه را اعلام نکرد.',
      },
      {
        title: 'صادرات برق ایران به عراق متوقف شد',
        summary: 'وزارت نیرو علت را تعمیر خطوط اعلام کرد.',
      },
    ),
  ],
  [
    'opened and closed',
    'ar',
    ...outlets(
      'ar',
      { title: 'إغلاق معبر إبراهيم الخليل أمام الشاحنات', summary: 'القرار جاء بعد عاصفة ثلجية.' },
      {
        title: 'إعادة فتح معبر إبراهيم الخليل أمام الشاحنات',
        summary: 'استؤنفت الحركة بعد انتهاء العاصفة.',
        published: '2026-02-08T09:00:00Z',
      },
    ),
  ],
];

describe('one outlet reads the same item again', () => {
  it.each(again)('%s', (_name, language, a, b) => {
    expect(verdictOn({ language, ...a }, { language, ...b })).toBe('same');
  });
});

describe('one outlet brings another item', () => {
  it.each(notAgain)('%s', (_name, language, a, b) => {
    expect(verdictOn({ language, ...a }, { language, ...b })).not.toBe('same');
  });
});

describe('one article is published once', () => {
  it.each(copies)('%s', (_name, _language, a, b) => {
    expect(verdictOn(a, b)).toBe('same');
  });
});

describe('what differs stays', () => {
  it.each(apart)('%s', (_name, _language, a, b) => {
    expect(verdictOn(a, b)).not.toBe('same');
    expect(verdictOn(b, a)).not.toBe('same');
  });
});

describe('one event is one story', () => {
  it.each(related)('%s', (_name, _language, a, b) => {
    expect(verdictOn(a, b, annotate)).toBe('story');
  });
});

describe('another event is another story', () => {
  it.each(distinctStories)('%s', (_name, _language, a, b) => {
    expect(verdictOn(a, b, annotate)).toBe('apart');
  });
  it.each(apart.slice(0, -2))('nor is it joined by a mould: %s', (_name, _language, a, b) => {
    expect(verdictOn(a, b, annotate)).toBe('apart');
  });
});
