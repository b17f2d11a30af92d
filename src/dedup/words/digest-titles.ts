/**
 * Headlines of digests: many events in one item, so that it is a story with none of them. Each
 * pattern is a set phrase; a single word of it may stand in any headline.
 */
const phrases = [
  '(?:top|main) (?:stories|news|headlines)|news (?:digest|round-?up|in brief|briefing)|(?:day|week|morning|evening) in (?:brief|review)|daily (?:digest|briefing)|what (?:you need to know|happened) (?:today|this week)',
  'günün (?:özeti|haberleri|manşetleri|gelişmeleri)|öne çıkan (?:haber|gelişme)|haftanın özeti|kısa kısa|gün özeti|sabah bülteni|akşam bülteni',
  'günün (?:xəbərləri|əsas|icmalı|hadisələri)|əsas xəbərlər|qısa xəbərlər|həftənin (?:xəbərləri|icmalı)|gün ərzində',
  'главн(?:ые|ое) (?:новости|события|за|к|дня)|итоги (?:дня|недели)|новости (?:к этому|дня|за)|коротко о|дайджест|сводка новостей|события дня',
  'سرخط|مهم.?ترین (?:خبر|اخبار|عناوین|رویداد)|گزیده (?:خبر|اخبار)|خلاصه (?:خبر|اخبار)|مرور (?:خبر|اخبار|روزنامه)|اخبار (?:کوتاه|روز در)|رویدادهای (?:روز|امروز)',
  'أبرز (?:الأخبار|أخبار|أحداث|الأحداث|العناوين|ما)|أهم (?:الأخبار|أخبار|الأحداث|العناوين)|موجز|حصاد (?:اليوم|الأسبوع|الأخبار)|نشرة (?:الأخبار|أخبار)|جولة (?:الأخبار|الصحافة)',
  'օրվա (?:լուր|գլխավոր|կարեւոր|կարևոր|իրադարձ)|գլխավոր լուրեր|լրահոս|լուրերի ամփոփ|շաբաթվա (?:լուր|ամփոփ)|համառոտ',
  'დღის (?:მთავარ|ამბ|სიახლ|მოვლენ|მიმოხილვ)|მთავარი (?:ამბ|სიახლ|მოვლენ)|მოკლედ|კვირის (?:მთავარ|მიმოხილვ)|ახალი ამბების (?:მიმოხილვ|გამოშვებ)',
];

const pattern = new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})`, 'iu');

export function isDigestTitle(title: string): boolean {
  return pattern.test(title);
}
