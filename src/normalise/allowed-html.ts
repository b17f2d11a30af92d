/** Elements that may be shown. All others leave their text behind. */
export const allowedTags: readonly string[] = (
  'a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 ' +
  'h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup ' +
  'table tbody td tfoot th thead time tr tt u ul var video audio source'
).split(' ');

/** Attributes that may stay on any element. */
export const commonAttributes: readonly string[] = ['dir', 'lang', 'title'];

/** Further attributes by element. */
export const ownAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'hreflang'],
  img: ['src', 'alt', 'width', 'height'],
  video: ['src', 'poster', 'controls', 'width', 'height'],
  audio: ['src', 'controls'],
  source: ['src', 'type'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
  time: ['datetime'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ol: ['start', 'type', 'reversed'],
};

/** Attributes of ours that hold an address. */
export const addressAttributes: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);

/** Deepest nesting kept: layouts of mail programs reach 30. */
export const nestingMax = 100;

const safeScheme = /^(?:https?|mailto):/i;

/** An address as it may be linked: absolute, http(s) or mailto; undefined for any other. */
export function resolveAddress(raw: string, base: string | undefined): string | undefined {
  const text = raw.trim();
  if (!URL.canParse(text, base)) return undefined;
  const { href } = new URL(text, base);
  return safeScheme.test(href) ? href : undefined;
}

/** Whether a side of an image is at most a pixel: it shows nothing and counts readers. */
export function isTinySide(side: string | undefined): boolean {
  return side !== undefined && /^\s*[01](?:px)?\s*$/i.test(side);
}
