import path from 'node:path';

/**
 * What is said of a document by its path alone. `deploy/nginx.conf` says the same; a test holds
 * one against the other.
 */

/** Fresh for five minutes, usable for a day while we are down (RFC 5861). */
const liveCaching = 'public, max-age=300, stale-while-revalidate=600, stale-if-error=86400';
/**
 * An archive document changes only when an entry on it is retracted (RFC 5005 §4): kept longer, yet
 * not `immutable` (RFC 8246), or a retraction would never reach those who hold it.
 */
const archiveCaching = 'public, max-age=3600, stale-while-revalidate=600, stale-if-error=86400';
/** The name is a hash of the content. */
const assetCaching = 'public, max-age=31536000, immutable';

/** Texts of others stand on pages: no script, no frame, nothing from elsewhere but pictures. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src https: http:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A feed that a browser shows as a page is nobody's page: it gets an origin of its own. */
const feedPolicy =
  "default-src 'none'; style-src 'self'; img-src https: http:; base-uri 'none'; frame-ancestors 'none'; sandbox";

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'application/rss+xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export type DocumentKind = 'page' | 'feed' | 'archive' | 'asset' | 'other';

export function kindOf(urlPath: string): DocumentKind {
  if (urlPath.startsWith('/assets/')) return 'asset';
  if (/\/archive\/[^/]+\.atom$/.test(urlPath)) return 'archive';
  if (/(?:\/rss\.xml|\/feed\.json|\/atom\.xml|\.atom)$/.test(urlPath)) return 'feed';
  return urlPath.endsWith('/') || urlPath.endsWith('.html') ? 'page' : 'other';
}

export function mediaTypeOf(urlPath: string): string {
  if (urlPath.endsWith('/')) return mediaTypes['.html'] ?? '';
  if (urlPath.endsWith('/atom.xml')) return mediaTypes['.atom'] ?? '';
  return mediaTypes[path.extname(urlPath)] ?? 'application/octet-stream';
}

export function cachingOf(kind: DocumentKind): string {
  if (kind === 'asset') return assetCaching;
  return kind === 'archive' ? archiveCaching : liveCaching;
}

export function policyOf(kind: DocumentKind): string {
  return kind === 'feed' || kind === 'archive' ? feedPolicy : pagePolicy;
}

/** Where the document is at home and who announces its changes (WebSub §4); archives do not change. */
export function linkOf(
  urlPath: string,
  kind: DocumentKind,
  siteUrl: string,
  hubs: readonly string[],
): string | undefined {
  if (kind !== 'feed' && kind !== 'archive') return undefined;
  const announcing = kind === 'archive' ? [] : hubs;
  return [
    `<${siteUrl}${urlPath}>; rel="self"`,
    ...announcing.map((hub) => `<${hub}>; rel="hub"`),
  ].join(', ');
}
