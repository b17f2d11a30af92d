/**
 * Headlines of entries of a live page: they begin with what they all begin with, and each tells what
 * happened at its minute.
 */
const cues = new RegExp(
  `(?<![\\p{L}])(?:${[
    'live|as it happened|minute by minute',
    'canlı|canli|dakika dakika|dəqiqəbədəqiqə',
    'онлайн|прямой эфир|трансляция|хроника',
    'زنده|لحظه به لحظه|مباشر|لحظة بلحظة',
    'ուղիղ|առցանց|პირდაპირი|ლაივი|ონლაინ',
  ].join('|')})\\s*(?:[|:–—.•/-]|$)`,
  'iu',
);

/** Whether a headline, as its source wrote it, is of an entry of a live page. */
export function isLiveTitle(title: string): boolean {
  return cues.test(title.slice(0, cueWithin));
}

/** The cue stands at the beginning, or behind the name of the page. */
const cueWithin = 60;
