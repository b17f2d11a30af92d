import { canonicalUrl, fragmentOf, isHomePage } from './urls.ts';

/** What generators write where a guid is missing. */
const placeholders = /^(?:n\/?a|null|none|nil|undefined|nan|false|true|guid|id|#|-+|0+)$/i;

/**
 * The form in which guids of one source are compared (opaque strings by RSS 2.0; RFC 4287 §4.2.6
 * compares them character by character). A guid that is an http(s) address loses scheme, `www`,
 * tracking and layout, since sources flip those; its fragment stays, since live blogs number their
 * entries by it. Undefined for a placeholder or a front page, which identify nothing.
 */
export function guidForm(guid: string | undefined): string | undefined {
  const text = guid?.trim() ?? '';
  if (text === '' || placeholders.test(text)) return undefined;
  const canonical = canonicalUrl(text);
  if (canonical === undefined) return text;
  const fragment = fragmentOf(text);
  if (fragment === '' || canonical.includes('#')) return isHomePage(text) ? undefined : canonical;
  return `${canonical}#${fragment}`;
}

/** A source's guid could only look like this by intent. */
const liveBlogPrefix = 'live:';

/** The guid that all posts of a live blog share by the source's setting: its address. */
export function liveBlogGuidOf(address: string): string {
  return `${liveBlogPrefix}${address}`;
}

/** Whether a guid was given by that setting, and so outranks whatever the posts say. */
export function isLiveBlogGuid(guid: string | undefined): boolean {
  return guid?.startsWith(`${liveBlogPrefix}http`) === true;
}
