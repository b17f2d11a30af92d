import { decodeReferences } from './character-references.ts';

/** Tags looked at before giving up: news bodies show their picture first. */
const imagesMax = 10;

/** Hosts and paths of images that count readers, and images inlined into the document. */
const unwantedPattern =
  /^\s*data:|feedburner\.com\/~|feedsportal\.com|\/pixel|doubleclick|\bstats?\b.*\.gif/i;

const sourcePattern =
  /\s(?:data-src|src)\s*=\s*(?:"([^"]{1,2048})"|'([^']{1,2048})'|([^\s"'>]{1,2048}))/i;
const tinyPattern = /\s(?:width|height)\s*=\s*["']?\s*[01](?:px)?\s*["'\s/>]/i;

/** Longest `<img …>` that is read. */
const tagCharactersMax = 4_000;

/**
 * Address of the first image of a piece of HTML, as written, that is no tracking pixel and no
 * inlined data; undefined when there is none.
 */
export function findFirstImage(html: string): string | undefined {
  let at = html.indexOf('<img');
  for (let seen = 0; at !== -1 && seen < imagesMax; seen += 1) {
    const end = html.indexOf('>', at);
    if (end === -1) return undefined;
    const source = sourceOf(html.slice(at, Math.min(end + 1, at + tagCharactersMax)));
    if (source !== undefined) return source;
    at = html.indexOf('<img', end);
  }
  return undefined;
}

function sourceOf(tag: string): string | undefined {
  if (tinyPattern.test(tag)) return undefined;
  const found = sourcePattern.exec(tag);
  const raw = found?.[1] ?? found?.[2] ?? found?.[3];
  if (raw === undefined || unwantedPattern.test(raw)) return undefined;
  return decodeReferences(raw).trim();
}
