import sanitizeHtml from 'sanitize-html';

const tags = (
  'a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 ' +
  'h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup ' +
  'table tbody td tfoot th thead time tr tt u ul var video audio source'
).split(' ');

/** Elements whose content is nothing to read. */
const dropped = 'script style template textarea select option title xmp'.split(' ');

/** Deepest nesting kept: layouts of mail programs reach 30. */
const nestingLimit = 100;

/** Attributes that hold an address, by element. */
const addressAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite'],
  ins: ['cite'],
};

const isSafeAddress = /^(?:https?|mailto):/i;

/**
 * HTML of strangers as it may be shown: a plain allow-list of elements and attributes, addresses
 * http(s) or mailto and absolute (resolved against `base`), no style, class, id or script, no
 * inlined data, no tracking pixels. What is not allowed leaves its text behind.
 */
export function sanitiseHtml(html: string, base: string | undefined): string {
  if (!/[<&>]/.test(html)) return html;
  return sanitizeHtml(withoutCutTag(html), { ...options, transformTags: transformsFor(base) });
}

/** A body that was cut inside a tag ends before that tag. */
function withoutCutTag(html: string): string {
  const open = html.lastIndexOf('<');
  const isCut = open > html.lastIndexOf('>') && /^<[a-z/!?]/i.test(html.slice(open, open + 2));
  return isCut ? html.slice(0, open) : html;
}

const options: sanitizeHtml.IOptions = {
  allowedTags: tags,
  nonTextTags: dropped,
  nestingLimit,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  allowedAttributes: {
    '*': ['dir', 'lang', 'title'],
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
  },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'img' && (isEmptyImage(attribs) || isTrackingPixel(attribs)),
};

/** An image without an address shows its alternative text, when it has one. */
function isEmptyImage(attributes: sanitizeHtml.Attributes): boolean {
  return attributes['src'] === undefined && !attributes['alt'];
}

/** An image of at most one pixel a side shows nothing; it counts readers. */
function isTrackingPixel(attributes: sanitizeHtml.Attributes): boolean {
  return [attributes['width'], attributes['height']].some(
    (side) => side !== undefined && /^\s*[01](?:px)?\s*$/i.test(side),
  );
}

function transformsFor(base: string | undefined): Record<string, sanitizeHtml.Transformer> {
  const transforms: Record<string, sanitizeHtml.Transformer> = {};
  for (const [tag, names] of Object.entries(addressAttributes)) {
    transforms[tag] = (tagName, attribs) => {
      for (const name of names) resolveAttribute(attribs, name, base);
      return { tagName, attribs };
    };
  }
  return transforms;
}

function resolveAttribute(
  attributes: sanitizeHtml.Attributes,
  name: string,
  base: string | undefined,
): void {
  const raw = attributes[name];
  if (raw === undefined) return;
  const address = resolveAddress(raw, base);
  if (address === undefined) delete attributes[name];
  else attributes[name] = address;
}

function resolveAddress(raw: string, base: string | undefined): string | undefined {
  const text = raw.trim();
  if (!URL.canParse(text, base)) return undefined;
  const { href } = new URL(text, base);
  return isSafeAddress.test(href) ? href : undefined;
}
