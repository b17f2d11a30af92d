import {
  addressAttributes,
  allowedTags,
  commonAttributes,
  isTinySide,
  nestingMax,
  ownAttributes,
  resolveAddress,
} from './allowed-html.ts';

/**
 * Most bodies of news feeds are plain, well-formed HTML: allowed elements, properly nested, with
 * attributes in double quotes. Such a body is checked and rewritten here in one pass, at several
 * times the speed of a full parser. The pass only ever writes text without `<` and tags it builds
 * itself from the allow-list; whatever it does not recognise to the letter makes it give up, and
 * the full sanitiser decides. Giving up too often costs time only; it never lets anything through.
 */
export function sanitiseSimpleHtml(html: string, base: string | undefined): string | undefined {
  const open: string[] = [];
  let safe = '';
  let at = 0;
  for (;;) {
    const next = html.indexOf('<', at);
    if (next === -1) return open.length === 0 ? safe + html.slice(at) : undefined;
    tagPattern.lastIndex = next;
    const found = tagPattern.exec(html);
    if (found === null) return undefined;
    const tag = rewriteTag(found, base, open);
    if (tag === undefined) return undefined;
    safe += html.slice(at, next) + tag;
    at = tagPattern.lastIndex;
  }
}

/** A whole tag with nothing odd in it: end tag without attributes, or double-quoted attributes. */
const tagPattern = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(\/?)>/y;
const attributePattern = /([a-zA-Z-]+)="([^"]*)"/g;

const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** `video` and `audio` have fall-backs and sources inside: left to the full sanitiser. */
const simpleTags: ReadonlySet<string> = new Set(
  allowedTags.filter((tag) => !['video', 'audio', 'source'].includes(tag)),
);

const attributesByTag: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...simpleTags].map((tag) => [
    tag,
    new Set([...commonAttributes, ...(ownAttributes[tag] ?? [])]),
  ]),
);

/** The tag as it may be written, empty when it is dropped; undefined to give up. */
function rewriteTag(
  [, slash, rawName = '', attributes = '', selfClosing]: RegExpExecArray,
  base: string | undefined,
  open: string[],
): string | undefined {
  const name = rawName.toLowerCase();
  if (!simpleTags.has(name)) return undefined;
  if (slash === '/') {
    const isProper = open.pop() === name && attributes === '' && selfClosing === '';
    return isProper ? `</${name}>` : undefined;
  }
  if (voidTags.has(name)) return startTag(name, attributes, base, ' />');
  // `<p/>` is a start tag to HTML; the full sanitiser knows what to do.
  if (selfClosing === '/' || open.length >= nestingMax) return undefined;
  open.push(name);
  return startTag(name, attributes, base, '>');
}

function startTag(
  name: string,
  attributes: string,
  base: string | undefined,
  end: string,
): string | undefined {
  if (attributes !== '') return rewriteAttributes(name, attributes, base, end);
  return name === 'img' ? '' : `<${name}${end}`;
}

function rewriteAttributes(
  name: string,
  raw: string,
  base: string | undefined,
  end: string,
): string | undefined {
  const allowed = attributesByTag.get(name);
  const kept = new Map<string, string>();
  for (const [, rawKey = '', value = ''] of raw.matchAll(attributePattern)) {
    const key = rawKey.toLowerCase();
    // The first of equal names counts (HTML standard, attribute name state).
    if (allowed?.has(key) !== true || kept.has(key)) continue;
    const safe = addressAttributes.has(key) ? rewriteAddress(value, base) : value;
    if (safe === undefined) return undefined;
    kept.set(key, safe);
  }
  if (name === 'img' && isEmptyOrTiny(kept)) return '';
  let tag = `<${name}`;
  for (const [key, value] of kept) tag += ` ${key}="${value}"`;
  return tag + end;
}

function isEmptyOrTiny(attributes: ReadonlyMap<string, string>): boolean {
  if (!attributes.has('src')) return !attributes.get('alt');
  return isTinySide(attributes.get('width')) || isTinySide(attributes.get('height'));
}

/** An absolute address that can be copied: its scheme is literal, and nothing in it ends a value. */
const plainAddress =
  /^https?:\/\/(?:(?!xn--)[a-z0-9-]+\.)+(?!xn--)[a-z][a-z0-9-]*(?::\d{1,4})?(?:[/?#][!#$%&()*+,\-./0-9:;=?@A-Z_a-z~]*)?$/i;

/** The address to write; undefined when the full sanitiser had better decide. */
function rewriteAddress(value: string, base: string | undefined): string | undefined {
  if (plainAddress.test(value)) return value;
  if (value.includes('&')) return undefined;
  const address = resolveAddress(value, base);
  return address !== undefined && plainAddress.test(address) ? address : undefined;
}
