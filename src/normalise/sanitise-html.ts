import sanitizeHtml from 'sanitize-html';
import {
  addressAttributes,
  allowedTags,
  commonAttributes,
  isTinySide,
  nestingMax,
  ownAttributes,
  resolveAddress,
} from './allowed-html.ts';
import { sanitiseSimpleHtml } from './sanitise-simple-html.ts';

/** Elements whose content is nothing to read. */
const silentTags = 'script style template textarea select option title xmp'.split(' ');

/**
 * HTML of strangers as it may be shown: a plain allow-list of elements and attributes, addresses
 * http(s) or mailto and absolute (resolved against `base`), no style, class, id or script, no
 * inlined data, no tracking pixels. What is not allowed leaves its text behind.
 */
export function sanitiseHtml(html: string, base: string | undefined): string {
  if (!/[<&>]/.test(html)) return html;
  return sanitiseSimpleHtml(html, base) ?? sanitiseAnyHtml(html, base);
}

/** The full sanitiser, for HTML of any kind. */
export function sanitiseAnyHtml(html: string, base: string | undefined): string {
  const transformTags = transformsFor(base);
  const safe = sanitizeHtml(withoutCutTag(html), { ...options, transformTags });
  return safe.replace(forbiddenCharacters, '');
}

/** Characters that no document may hold (XML 1.0 §2.2): references such as `&#8;` bring them in. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const forbiddenCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** A body that was cut inside a tag ends before that tag. */
function withoutCutTag(html: string): string {
  const open = html.lastIndexOf('<');
  const isCut = open > html.lastIndexOf('>') && /^<[a-z/!?]/i.test(html.slice(open, open + 2));
  return isCut ? html.slice(0, open) : html;
}

const options: sanitizeHtml.IOptions = {
  allowedTags: [...allowedTags],
  nonTextTags: silentTags,
  nestingLimit: nestingMax,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  allowedAttributes: {
    '*': [...commonAttributes],
    ...Object.fromEntries(Object.entries(ownAttributes).map(([tag, names]) => [tag, [...names]])),
  },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'img' && (isEmptyImage(attribs) || isTrackingPixel(attribs)),
};

/** An image without an address shows its alternative text, when it has one. */
function isEmptyImage(attributes: sanitizeHtml.Attributes): boolean {
  return attributes['src'] === undefined && !attributes['alt'];
}

function isTrackingPixel(attributes: sanitizeHtml.Attributes): boolean {
  return isTinySide(attributes['width']) || isTinySide(attributes['height']);
}

function transformsFor(base: string | undefined): Record<string, sanitizeHtml.Transformer> {
  const transforms: Record<string, sanitizeHtml.Transformer> = {};
  for (const [tag, names] of tagsWithAddresses) {
    transforms[tag] = (tagName, attribs) => {
      for (const name of names) resolveAttribute(attribs, name, base);
      return { tagName, attribs };
    };
  }
  return transforms;
}

const tagsWithAddresses = Object.entries(ownAttributes)
  .map(([tag, names]) => [tag, names.filter((name) => addressAttributes.has(name))] as const)
  .filter(([, names]) => names.length > 0);

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
