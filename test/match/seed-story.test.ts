import { describe, expect, it } from 'vitest';
import type { MatchInput } from '../../src/domain/match.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';
import { aTopic } from '../support/a-topic.ts';

const topics = compileTopics({
  topics: [aTopic({ between: ['azerbaijan', 'iran'] })],
  concepts: shippedConcepts,
});

function decide(item: MatchInput) {
  const [outcome] = topics.match(item);
  if (outcome === undefined) throw new Error('one topic, one outcome');
  return outcome;
}

describe('the story of the defence minister in Baku', () => {
  it.each<MatchInput>([
    {
      language: 'tr',
      title: 'Aliyev, İran’dan gelen Savunma Bakanı Nasirzade’yi kabul etti',
      summary:
        'Azerbaycan’ın başkentine gelen konuk bakan, Bakü’ye ilk ziyaretini yapıyor. Anahtar Kelimeler: savunma, ziyaret, heyet',
    },
    {
      language: 'az',
      title: 'İlham Əliyev İranın müdafiə nazirini qəbul edib',
      summary: 'Əziz Nasirzadə Bakıya rəsmi səfərə gəlib.',
    },
    {
      language: 'fa',
      title: 'وزیر دفاع ایران با رئیس‌جمهور آذربایجان دیدار کرد',
      summary: 'امیر نصیرزاده در باکو با الهام علی‌اف گفت‌وگو کرد.',
    },
    {
      language: 'ru',
      title: 'Алиев принял министра обороны Ирана',
      summary: 'Азиз Насирзаде находится в Баку с официальным визитом.',
    },
    {
      language: 'en',
      title: 'Aliyev receives Iranian defence minister',
      summary: 'Aziz Nasirzadeh is visiting Baku.',
    },
    { language: 'az', title: 'Илһам Әлијев Иранын мүдафиә назирини гәбул едиб' },
    { language: 'az', title: 'ایلهام علی‌یئو تهرانین مودافیعه ناظیری ایله باکی‌دا گؤروشوب' },
    { language: 'hy', title: 'Ալիևն ընդունել է Իրանի պաշտպանության նախարարին' },
    { language: 'ka', title: 'ალიევმა ირანის თავდაცვის მინისტრი მიიღო' },
    { language: 'ar', title: 'علييف يستقبل وزير الدفاع الإيراني في باكو' },
  ])('is found in $language: $title', (item) => {
    expect(decide(item)).toMatchObject({ matched: true });
  });

  it('is not let in by its keyword line', () => {
    const outcome = decide({
      language: 'tr',
      title: 'Cumhurbaşkanı konuk bakanı kabul etti',
      summary: 'Görüşmede savunma ele alındı. Anahtar Kelimeler: Aliyev, İran, Azerbaycan, Bakü',
    });
    expect(outcome.matched).toBe(false);
    expect(outcome.evidence.masked[0]?.surface).toBe('Anahtar Kelimeler');
  });
});

describe('the traps', () => {
  it.each<MatchInput>([
    {
      title: 'Doğu Azerbaycan’da orman yangını',
      summary: 'İran’ın Tebriz kentinde yangın sürüyor.',
    },
    { title: 'Şərqi Azərbaycanda yanğın', summary: 'İranın Təbriz şəhərində yanğın davam edir.' },
    { title: 'آتش‌سوزی در آذربایجان شرقی', summary: 'آتش‌نشانان تبریز در محل هستند.' },
    { title: 'Пожар в Восточном Азербайджане', summary: 'Иранские спасатели тушат лес.' },
    { title: 'Fire in East Azerbaijan province', summary: 'Iranian crews are at the scene.' },
    { title: 'Հրդեհ Արևելյան Ադրբեջանում', summary: 'Իրանի փրկարարները դեպքի վայրում են:' },
    { title: 'ხანძარი აღმოსავლეთ აზერბაიჯანში', summary: 'ირანელი მაშველები ადგილზე არიან.' },
    { title: 'حريق في أذربيجان الشرقية', summary: 'فرق الإطفاء الإيرانية في المكان.' },
  ])('a fire in a province of Iran does not enter: $title', (item) => {
    expect(decide(item).matched).toBe(false);
  });

  it.each<MatchInput>([
    {
      title: 'Borsa güne yükselişle başladı',
      summary: 'Endeks arttı. Ayrıca okuyun: Aliyev İran Dışişleri Bakanı ile görüştü',
    },
    {
      title: 'Bakıda yeni park açılıb',
      summary: 'Park böyükdür. Həmçinin oxuyun: İran səfiri Bakıda görüş keçirib',
    },
    {
      title: 'В Баку открыли парк',
      summary: 'Парк большой. Читайте также: Иран и Азербайджан подписали соглашение',
    },
    {
      title: 'Baku opens a park',
      summary: 'It is big. Read also: Iran and Azerbaijan sign a deal',
    },
    {
      title: 'بهره‌برداری از پارک تازه در باکو',
      summary: 'بیشتر بخوانید: دیدار وزرای خارجه ایران و جمهوری آذربایجان',
    },
  ])('a read-also link does not let an item in: $title', (item) => {
    expect(decide(item).matched).toBe(false);
  });
});
