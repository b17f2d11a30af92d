import type { Concept } from '../../domain/topic.ts';
import { concept } from './word-list.ts';

/** Concepts made of others. */
export const groupConcepts: readonly Concept[] = [
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
