import { getDomain } from 'tldts';
import { isTrackingParameter } from './tracking-parameters.ts';

/**
 * URL forms for comparing. RFC 3986 §6 steps are always taken; unsafe steps (tracking, AMP, mobile
 * hosts) only by list. A parameter nobody listed is kept: `?id=`, `?p=`, `news.php?sid=` carry the
 * identity of the article on many sites of the region, and a wrong merge is worse than a missed one.
 */

/** Longest URL worth reading; the limit of the design for URLs kept (§10). */
const charactersMax = 2_048;

/** First host labels that only choose a layout of the same page. */
const layoutLabels = new Set(['www', 'www2', 'm', 'mobile', 'mobil', 'amp', 'wap', 'touch']);

/** Redirect pages that carry the real address in a parameter: host suffix, path start, parameters. */
const wrappers: readonly (readonly [RegExp, RegExp, readonly string[]])[] = [
  [/(^|\.)google\.[a-z.]{2,6}$/, /^\/url$/, ['url', 'q']],
  [/(^|\.)facebook\.com$/, /^\/l\.php$/, ['u']],
  [/(^|\.)vk\.com$/, /^\/away\.php$/, ['to']],
  [/(^|\.)t\.umblr\.com$/, /^\/redirect$/, ['z']],
  [
    /(^|\.)(feedproxy|feeds|feed|rss|proxy|redirect|go|out|click)\./,
    /./,
    ['url', 'u', 'to', 'link'],
  ],
];

/** Caches that carry host and path of the original in their own path. */
const cachePaths: readonly (readonly [RegExp, RegExp])[] = [
  [/(^|\.)google\.[a-z.]{2,6}$/, /^\/amp\/(?:s\/)?([^/]+\.[^/]+)(\/.*)?$/],
  [/\.cdn\.ampproject\.org$/, /^\/[cv]\/(?:s\/)?([^/]+\.[^/]+)(\/.*)?$/],
  [/(^|\.)yandex\.[a-z.]{2,6}$/, /^\/turbo\/(?:s\/)?([^/]+\.[^/]+)(\/.*)?$/],
];

/** Absolute http(s) URL without user info, or undefined; `base` resolves relative ones. */
export function parseHttpUrl(text: string, base?: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > charactersMax) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  return url.href.length > charactersMax ? undefined : url;
}

/**
 * One form for all addresses of one page: https, layout host and tracking gone, parameters sorted,
 * no fragment (but `#!` routes). For comparing only, not an address to send readers to; undefined
 * when it is no http(s) URL. Applying it twice changes nothing.
 */
export function canonicalUrl(text: string): string | undefined {
  const given = parseHttpUrl(text);
  if (given === undefined) return undefined;
  const url = unwrap(given);
  const host = canonicalHost(url.hostname);
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const path = canonicalPath(url.pathname);
  const query = canonicalQuery(url.searchParams);
  const fragment = url.hash.startsWith('#!') && url.hash.length > 2 ? url.hash : '';
  return `https://${host}${port}${path}${query}${fragment}`;
}

/** The fragment of a URL without `#`; empty when there is none or it only points into the text. */
export function fragmentOf(text: string): string {
  const hash = parseHttpUrl(text)?.hash ?? '';
  return hash.startsWith('#:~:') ? '' : hash.slice(1);
}

/** Registrable domain (`media.example.co.uk` → `example.co.uk`); the host itself where it has none. */
export function registrableDomain(text: string): string | undefined {
  const url = parseHttpUrl(text);
  if (url === undefined) return undefined;
  return getDomain(url.hostname) ?? url.hostname;
}

/** Names that no stranger's machine resolves to this one (RFC 6761, RFC 6762, RFC 8375). */
const localName = /^(?:[^.]+|.*\.(?:localhost|local|internal|lan|home\.arpa))\.?$/;
/** Literals of loopback, private and link-local networks, as WHATWG URLs write them. */
const localLiteral =
  /^(?:(?:0|10|127)\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[(?:::1?\]|f[cd]|fe[89ab]))/;

/**
 * Whether an address can only be reached from this machine or its own network, by the look of it:
 * a hint for people's settings, no guard.
 */
export function isLocalAddress(text: string): boolean {
  const url = parseHttpUrl(text);
  if (url === undefined) return false;
  const { hostname } = url;
  const isLiteral = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  return isLiteral ? localLiteral.test(hostname) : localName.test(hostname);
}

/** True for a site's front page, also of a language edition (`/`, `/az/`, `/index.php`). */
export function isHomePage(text: string): boolean {
  const canonical = canonicalUrl(text);
  if (canonical === undefined) return false;
  const url = new URL(canonical);
  if (url.search !== '' || url.hash !== '') return false;
  return /^\/(?:[a-z]{2,3}(?:-[a-z]{2})?\/?)?(?:(?:index|default|home|main)(?:\.\w{2,5})?)?$/i.test(
    url.pathname,
  );
}

function unwrap(url: URL): URL {
  let current = url;
  // A wrapper inside a wrapper is seen; deeper nesting is a trap, not an article.
  for (let depth = 0; depth < 3; depth += 1) {
    const inner = unwrapOnce(current);
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

function unwrapOnce(url: URL): URL | undefined {
  return unwrapCache(url) ?? unwrapRedirect(url);
}

function unwrapCache(url: URL): URL | undefined {
  for (const [host, path] of cachePaths) {
    const found = host.test(url.hostname) ? path.exec(url.pathname) : null;
    if (found) return parseHttpUrl(`https://${found[1]}${found[2] ?? '/'}${url.search}`);
  }
  return undefined;
}

function unwrapRedirect(url: URL): URL | undefined {
  const names = wrappers.find(
    ([host, path]) => host.test(url.hostname) && path.test(url.pathname),
  )?.[2];
  for (const name of names ?? []) {
    const value = url.searchParams.get(name) ?? '';
    const inner = /^https?:\/\//i.test(value) ? parseHttpUrl(value) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function canonicalHost(hostname: string): string {
  let host = hostname.toLowerCase().replace(/\.$/, '');
  const domain = getDomain(host);
  while (domain !== null && host !== domain) {
    const dot = host.indexOf('.');
    if (!layoutLabels.has(host.slice(0, dot))) break;
    host = host.slice(dot + 1);
  }
  return host;
}

/** Steps taken again and again: what one leaves behind may be what another takes away. */
function canonicalPath(pathname: string): string {
  let path = normalisePercent(pathname).replace(/\/{2,}/g, '/');
  for (let before = ''; path !== before; ) {
    before = path;
    path = plainPath(path);
  }
  return path === '' ? '/' : path;
}

/** Each step only shortens, so repeating them ends. */
function plainPath(path: string): string {
  return path
    .replace(/\/$/, '')
    .replace(/^\/(?:amp|mobile)(?=\/.)/i, '')
    .replace(/(?:\/amp|\.amp)(?:\/|\.html?)?$/i, (found, at: number) =>
      at > 0 && /\.html?$/i.test(found) ? '.html' : '',
    )
    .replace(/\.amp(?=\.html?$)/i, '');
}

/** Decodes unreserved characters and writes the other escapes in upper case (RFC 3986 §6.2.2). */
function normalisePercent(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : escaped.toUpperCase();
  });
}

function canonicalQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name, value]) => !isTrackingParameter(name, value));
  kept.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
