import { describe, expect, it } from 'vitest';
import { Newsdesk, type Report } from '../support/newsdesk.ts';
import { annotate } from '../support/shipped-words.ts';

/** A report with the story it belongs to: `day hour` of February 2026, language, title, summary. */
type Told = readonly [story: string, at: string, language: string, title: string, summary?: string];

function reportOf([, at, language, title, summary]: Told, index: number): Report {
  const [dayOfMonth = '7', hour = '10'] = at.split(' ');
  const date = `2026-02-${dayOfMonth.padStart(2, '0')}T${hour.padStart(2, '0')}:00:00Z`;
  return {
    title,
    language,
    source: `outlet-${language}-${index}`,
    link: `https://outlet-${index}.example/n/${1000 + index}`,
    guid: `${1000 + index}`,
    published: date,
    ...(summary === undefined ? {} : { summary }),
  };
}

/** Reads all reports in order; answers each one's story as given and as decided. */
function readAll(
  told: readonly Told[],
): readonly { story: string; group: string; title: string }[] {
  const desk = new Newsdesk(annotate);
  return told.map((one, index) => ({
    story: one[0],
    group: desk.read(reportOf(one, index)).storyId,
    title: one[3],
  }));
}

const meeting: readonly Told[] = [
  [
    'meeting',
    '7 9',
    'az',
    'İlham Əliyev İranın müdafiə naziri Əziz Nəsirzadəni qəbul edib',
    'Fevralın 7-də Bakıda keçirilən görüşdə hərbi sahədə əməkdaşlıq müzakirə olunub.',
  ],
  [
    'meeting',
    '7 10',
    'tr',
    'Aliyev, İran Savunma Bakanı Nasırzade’yi kabul etti',
    'Azerbaycan Cumhurbaşkanı İlham Aliyev, Bakü’ye gelen İran’dan konuk bakanla iki ülkenin savunma ilişkilerini ele aldı.',
  ],
  [
    'meeting',
    '7 10',
    'fa',
    'دیدار وزیر دفاع ایران با علی‌اف در باکو',
    'امیر عزیز نصیرزاده وزیر دفاع در سفر به باکو با الهام علی‌اف رئیس‌جمهور آذربایجان دیدار کرد.',
  ],
  [
    'meeting',
    '7 11',
    'ru',
    'Президент Алиев принял министра обороны Ирана',
    'На встрече в Баку с Азизом Насирзаде обсудили военное сотрудничество.',
  ],
  [
    'meeting',
    '7 12',
    'en',
    'President Aliyev receives Iranian defence minister in Baku',
    'Ilham Aliyev and Aziz Nasirzadeh discussed military ties on Saturday.',
  ],
];

const around: readonly Told[] = [
  [
    'call',
    '5 12',
    'az',
    'İlham Əliyev ilə Məsud Pezeşkian arasında telefon danışığı olub',
    'Prezidentlər ikitərəfli münasibətləri müzakirə ediblər.',
  ],
  [
    'call',
    '5 13',
    'en',
    'Aliyev and Pezeshkian speak by phone',
    'The presidents of Azerbaijan and Iran discussed bilateral relations in a telephone call.',
  ],
  [
    'trade',
    '7 8',
    'en',
    'Azerbaijan–Iran trade grew by 12 percent in January',
    'Turnover reached 51 million dollars, the customs committee said.',
  ],
  [
    'trucks',
    '7 8',
    'tr',
    'İran sınırında TIR kuyruğu: Azerbaycan plakalı araçlar bekliyor',
    'Astara kapısında yüzlerce kamyon sırada.',
  ],
  [
    'other-minister',
    '7 14',
    'ru',
    'Министр обороны Азербайджана обсудил учения с турецким коллегой',
    'Закир Гасанов и Яшар Гюлер говорили о совместных маневрах в Карсе.',
  ],
];

const next: readonly Told[] = [
  [
    'yerevan',
    '8 15',
    'ru',
    'Министр обороны Ирана Насирзаде прибыл в Ереван',
    'Его принял глава оборонного ведомства Армении Сурен Папикян.',
  ],
  [
    'yerevan',
    '8 16',
    'hy',
    'Իրանի պաշտպանության նախարար Նասիրզադեն ժամանել է Երևան',
    'Նրան ընդունել է պաշտպանության նախարար Սուրեն Պապիկյանը։',
  ],
];

const others: readonly Told[] = [
  [
    'quake-khoy',
    '9 3',
    'fa',
    'زلزله ۴.۸ ریشتری خوی را لرزاند',
    'این زمین‌لرزه در عمق ۱۰ کیلومتری زمین رخ داد و خسارت جانی نداشت.',
  ],
  [
    'quake-khoy',
    '9 4',
    'tr',
    'İran’ın Hoy kentinde 4,8 büyüklüğünde deprem',
    'Sarsıntı Van’da da hissedildi.',
  ],
  [
    'quake-khoy',
    '9 5',
    'en',
    'Magnitude 4.8 earthquake shakes Khoy in northwest Iran',
    'No casualties were reported.',
  ],
  [
    'quake-shamakhi',
    '9 6',
    'az',
    'Şamaxıda 3,6 bal gücündə zəlzələ olub',
    'Yeraltı təkanlar Bakıda da hiss edilib.',
  ],
  [
    'quake-shamakhi',
    '9 7',
    'ru',
    'В Шамахе произошло землетрясение магнитудой 3,6',
    'Подземные толчки ощущались и в Баку.',
  ],
  ['fire', '9 8', 'ka', 'ლილოს ბაზრობაზე ხანძარია', 'ადგილზე მუშაობს 20 სახანძრო ეკიპაჟი.'],
  ['fire', '9 9', 'ru', 'На рынке Лило в Тбилиси пожар', 'Огонь тушат 20 пожарных расчетов.'],
  [
    'fire',
    '9 9',
    'en',
    'Fire engulfs Lilo market in Tbilisi',
    'Twenty crews are fighting the blaze.',
  ],
  [
    'fire-reopening',
    '10 18',
    'en',
    'Lilo market in Tbilisi reopens for traders',
    'Most stalls were back in business on Tuesday.',
  ],
  [
    'goods-train',
    '9 10',
    'az',
    'Bakı–Tbilisi–Qars xətti ilə 1200 tonluq buğda qatarı yola salınıb',
    'Qatar Axalkalakidən keçib.',
  ],
  [
    'goods-train',
    '9 11',
    'tr',
    'Bakü–Tiflis–Kars hattında 1.200 ton buğday taşıyan tren yola çıktı',
    'Tren Ahılkelek üzerinden geçti.',
  ],
  [
    'goods-train',
    '9 12',
    'ka',
    'ბაქო–თბილისი–ყარსის ხაზით 1200 ტონა ხორბლით დატვირთული მატარებელი გავიდა',
    'მატარებელმა ახალქალაქი გაიარა.',
  ],
  [
    'match',
    '9 20',
    'az',
    '“Qarabağ” “Neftçi”ni 3:1 hesabı ilə məğlub edib',
    'Premyer Liqanın oyunu Bakıda keçirilib.',
  ],
  [
    'match',
    '9 20',
    'ru',
    '«Карабах» обыграл «Нефтчи» со счетом 3:1',
    'Матч премьер-лиги прошел в Баку.',
  ],
  [
    'drugs',
    '10 8',
    'hy',
    'Ագարակի մաքսակետում 42 կգ հերոին է հայտնաբերվել',
    'Բեռնատարը գալիս էր Իրանից։',
  ],
  [
    'drugs',
    '10 9',
    'en',
    'Armenian customs seize 42 kg of heroin at Agarak',
    'The drug was hidden in a truck arriving from Iran.',
  ],
  [
    'ferry',
    '10 10',
    'ru',
    'Паром «Азербайджан» сел на мель у Актау',
    'На борту 58 человек, эвакуация не требуется.',
  ],
  [
    'ferry',
    '10 11',
    'az',
    '“Azərbaycan” bərəsi Aktau yaxınlığında saya oturub',
    'Göyərtədə 58 nəfər var, təxliyəyə ehtiyac yoxdur.',
  ],
  [
    'ar-visit',
    '10 12',
    'ar',
    'وزير الخارجية العراقي يصل إلى أربيل',
    'يبحث فؤاد حسين ملف تصدير النفط مع حكومة الإقليم.',
  ],
  [
    'ar-visit',
    '10 13',
    'tr',
    'Irak Dışişleri Bakanı Fuad Hüseyin Erbil’e gitti',
    'Ziyarette petrol ihracatı ele alınacak.',
  ],
  [
    'rates-10',
    '10 5',
    'az',
    'Manatın məzənnəsi: 10 fevral',
    'Dollar 1,7000, avro 1,8322 manatdır.',
  ],
  [
    'rates-11',
    '11 5',
    'az',
    'Manatın məzənnəsi: 11 fevral',
    'Dollar 1,7000, avro 1,8410 manatdır.',
  ],
  [
    'quake-van',
    '10 14',
    'tr',
    'Van’ın Erciş ilçesinde 3,9 büyüklüğünde deprem',
    'AFAD derinliği 8 kilometre olarak açıkladı.',
  ],
  [
    'quake-van-2',
    '10 21',
    'tr',
    'Van’ın Muradiye ilçesinde 3,2 büyüklüğünde deprem',
    'AFAD derinliği 5 kilometre olarak açıkladı.',
  ],
  [
    'rally-1',
    '11 9',
    'ka',
    'თბილისის ცენტრში აქცია გაიმართა',
    'მასწავლებლები ხელფასების გაზრდას ითხოვენ.',
  ],
  [
    'rally-2',
    '11 12',
    'hy',
    'Երևանի կենտրոնում բողոքի ցույց է',
    'Ուսանողները պահանջում են իջեցնել վարձը։',
  ],
];

describe('the meeting of 7 February, told in five languages', () => {
  const decided = readAll([...around.slice(0, 4), ...meeting, ...around.slice(4), ...next]);
  const groupsOf = (story: string) =>
    new Set(decided.filter((one) => one.story === story).map((one) => one.group));

  it('is one story of five items', () => {
    expect(groupsOf('meeting').size).toBe(1);
    const [group] = groupsOf('meeting');
    expect(decided.filter((one) => one.group === group)).toHaveLength(5);
  });

  it.each(['call', 'trade', 'trucks', 'other-minister', 'yerevan'])(
    'is not joined by %s',
    (story) => {
      const [group] = groupsOf('meeting');
      expect(groupsOf(story)).not.toContain(group);
    },
  );
});

describe('three days of news', () => {
  const decided = readAll(others);

  it('never joins two events', () => {
    const wrong = decided.flatMap((one, index) =>
      decided
        .slice(index + 1)
        .filter((other) => other.group === one.group && other.story !== one.story)
        .map((other) => `${one.title} / ${other.title}`),
    );
    expect(wrong).toEqual([]);
  });

  it('joins most reports of one event', () => {
    const pairs = decided.flatMap((one, index) =>
      decided
        .slice(index + 1)
        .filter((other) => other.story === one.story)
        .map((other) => ({ one, other })),
    );
    const apart = pairs.filter(({ one, other }) => one.group !== other.group);
    expect(apart.map(({ one, other }) => `${one.title} / ${other.title}`).slice(0, 9)).toEqual([]);
  });
});
