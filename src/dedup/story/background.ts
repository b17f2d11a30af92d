/**
 * Sentences that tell what was before or will be, not the event: `A day earlier he met …`. Their
 * names and acts belong to another story, so they join nothing. Yesterday is left alone, since a
 * report of the next day tells its event so.
 */
const cues = new RegExp(
  `(?<![\\p{L}])(?:${[
    'earlier|previously|the day before|a day before|last (?:week|month|year)|tomorrow|next week',
    'bir gün əvvəl|bundan əvvəl|daha əvvəl|əvvəllər|ötən (?:həftə|ay|il)|sabah|gələn həftə',
    'bir gün önce|daha önce|önceki gün|geçen (?:hafta|ay|yıl)|geçtiğimiz|yarın|gelecek hafta',
    'накануне|ранее|раньше|до этого|прошлой неделе|прошлом (?:месяце|году)|завтра',
    'پیش از این|پیشتر|پیش‌تر|روز گذشته|هفته گذشته|سال گذشته|فردا',
    'في وقت سابق|سبق أن|الأسبوع الماضي|الشهر الماضي|العام الماضي|غدا',
    'ավելի վաղ|նախօրեին|մեկ օր առաջ|անցյալ (?:շաբաթ|ամիս|տարի)|վաղը',
    'მანამდე|უფრო ადრე|ერთი დღით ადრე|წინა დღეს|გასულ (?:კვირას|თვეს|წელს)|ხვალ',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);

/** Where background stands in a text: spans of UTF-16 offsets. The first sentence never is. */
export function backgroundSpans(text: string): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (const sentence of text.matchAll(/[^.!?։؟…]+(?:[.!?։؟…]+(?=\s|$)|[.!?։؟…]|$)+/gu)) {
    const end = sentence.index + sentence[0].length;
    if (sentence.index > 0 && cues.test(sentence[0])) spans.push([sentence.index, end]);
  }
  return spans;
}
