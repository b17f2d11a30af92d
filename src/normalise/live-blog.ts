import type { Source } from '../domain/source.ts';
import { liveBlogGuidOf } from '../text/guid-form.ts';
import { canonicalUrl, fragmentOf, isHomePage } from '../text/urls.ts';

/**
 * A live blog is one address whose posts come as entries: with fragments, with guids of their own, or
 * with one headline after the other. Of a source with `"liveBlog": "update"` all posts of one address
 * are one item, whose text is that of the newest: its id and first date stay. Otherwise (`"items"`,
 * the default) every entry with an identity of its own is an item of its own. What is taken for a
 * live blog although it is none is known by its address, and no worse off for it.
 */

/** How headlines say it, in the languages of the region; alone at an end, or as a phrase. */
const cues = 'live|canlı|canli|онлайн|прямой эфир|زنده|مباشر|ուղիղ|ლაივი|პირდაპირი ეთერი';
const phrases =
  'live (?:updates?|blog|coverage|ticker)|as it happened|minute by minute|' +
  'canlı (?:anlatım|blog|yayın|yayım)|dakika dakika|dəqiqəbədəqiqə|' +
  'онлайн-трансляция|прямая трансляция|текстовая трансляция|хроника онлайн|' +
  'لحظه به لحظه|پوشش زنده|لحظة بلحظة|تغطية مباشرة|' +
  'ուղիղ (?:եթեր|միացում)|րոպե առ րոպե|პირდაპირი (?:ეთერი|ჩართვა)|წუთი წუთში';
const atAnEnd = new RegExp(
  `^\\s*[\\[(]?(?:${cues})[\\])]?\\s*[:|!.•–—-](?=\\s|$)|\\s[|•–—-]\\s*(?:${cues})\\s*$`,
  'iu',
);
const inside = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases})(?![\\p{L}\\p{N}])`, 'iu');

/** Whether a headline says that it stands over a live blog. */
export function saysLive(title: string): boolean {
  // The dot over a Turkish capital I parts into a mark of its own when folded.
  const lower = title.normalize('NFC').replaceAll('İ', 'i');
  return atAnEnd.test(lower) || inside.test(lower);
}

/**
 * What a post of a live blog is known by: its address, as a guid that outranks the post's own.
 * Undefined where the source says nothing of live blogs, and for anything else than a post of one.
 */
export function liveBlogGuid(
  source: Pick<Source, 'liveBlog'>,
  title: string,
  link: string | undefined,
): string | undefined {
  if (source.liveBlog !== 'update' || link === undefined || isHomePage(link)) return undefined;
  if (fragmentOf(link) === '' && !saysLive(title)) return undefined;
  const address = canonicalUrl(link);
  return address === undefined ? undefined : liveBlogGuidOf(address);
}
