import { day, type Milliseconds } from '../../domain/instant.ts';
import { timeInWords } from '../../pipeline/time-in-words.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { type Case, type Finding, toDo, toKnow } from './finding.ts';

/** Failures shorter than this pass by themselves more often than not. */
const patience: Milliseconds = 3 * day;
/** After so many in a row a failure that waiting cannot cure is an editor's. */
const failuresMin = 3;

/** Reasons that are about the configuration or the site's will, not about the moment. */
const lasting: ReadonlySet<string> = new Set([
  'forbidden-address',
  'forbidden-url',
  'unauthorised',
  'not-a-feed',
  'blocked',
  'bad-redirect',
  'too-many-redirects',
  'too-large',
  'too-deep',
]);

/** What an editor can do about each reason; `{url}` is the address, `{site}` its front page. */
const cures: Readonly<Record<string, string>> = {
  dns: 'the name of the host is not known any more; look for the outlet’s new address (araz try {site}) and change "url", or set "enabled": false',
  connect:
    'the server cannot be connected to; open {site} in a browser: if it answers there, it may block this machine’s network',
  tls: 'its certificate is not valid; tell the outlet, or look whether another address of it is in order',
  timeout:
    'the server is too slow; give the source a longer "timeout" (at most fetch.total), or wait',
  reset:
    'the server breaks the connection off; some do so to programs they do not know: try a "userAgent" for this source',
  truncated: 'the document breaks off on the way; tell the outlet',
  'bad-encoding': 'the document is compressed in a way that cannot be undone; tell the outlet',
  'bad-response': 'the server does not answer in proper HTTP; open {url} in a browser',
  'bad-redirect':
    'it redirects to a place that cannot be; look for the feed’s address (araz try {site})',
  'too-many-redirects':
    'it redirects in a circle, as sites do that want cookies; try a "userAgent", or another address of the feed (araz try {site})',
  'forbidden-address':
    'the address leads into a private network; if it is meant, add the host to fetch.allowHosts',
  'forbidden-url': 'the address cannot be asked as it stands; correct "url"',
  'http-client-error':
    'there is no feed at the address any more, it may have moved; araz try {site} lists the feeds the site names: change "url"',
  'http-server-error': 'the server has a fault of its own; tell the outlet if it lasts',
  'rate-limited': 'the server finds we ask too often; give the source a longer "every"',
  unauthorised: `the server refuses us: if it wants a key, give it under "headers" (as \${ENV:NAME}); if it refuses programs, try a "userAgent" for this source, or ask the outlet`,
  empty: 'the answer has no items; open {url} in a browser, and tell the outlet if it lasts',
  'not-a-feed':
    'what is there is no feed; araz try {url} lists the feeds that a page names: change "url" to one of them',
  blocked:
    'a check for browsers stands before the feed; try a "userAgent" for this source, or ask the outlet to let feed readers in',
  malformed: 'the document cannot be read as a feed; araz try {url} shows why',
  'too-large':
    'the document is larger than is read; look for a smaller feed of the outlet (araz try {site})',
  'too-deep': 'the document is nested deeper than is read; tell the outlet',
  gone: 'the address it leads to is gone for good; look for the new one (araz try {site})',
};

/** A source that fails, why, and what to do. */
export function findFailure({ source, state, now }: Case): Finding | undefined {
  const { status, failingSince, failuresInARow, lastOutcome, lastMessage } = state;
  if (status !== 'failing' || failingSince === undefined || lastOutcome === undefined) {
    return undefined;
  }
  const failingMs = now - failingSince;
  // What has never been read is no passing trouble: most likely its address is wrong.
  const isNew = state.lastSuccessAt === undefined;
  const isLasting =
    (lasting.has(lastOutcome) && (isNew || failuresInARow >= failuresMin)) ||
    (isNew && lastOutcome === 'http-client-error');
  const times = failuresInARow === 1 ? 'once' : `${failuresInARow} times in a row`;
  const said = redactUrl(lastMessage ?? lastOutcome).replace(/\.$/, '');
  const seen = `failed ${times}, for ${timeInWords(failingMs)} (${lastOutcome}): ${said}`;
  const code = `failing-${lastOutcome}`;
  if (failingMs < patience && !isLasting) {
    return toKnow(code, `${seen}. It is tried again; nothing to do yet.`);
  }
  return toDo(code, `${seen}. What to do: ${cureOf(lastOutcome, source.publicUrl ?? source.url)}.`);
}

/** The cure of a failure in words; also for a source that is being tried. */
export function cureOf(reason: string, url: string): string {
  const cure = cures[reason] ?? 'open {url} in a browser and compare';
  const address = redactUrl(url);
  const site = URL.canParse(address) ? new URL(address).origin : address;
  return cure.replaceAll('{url}', address).replaceAll('{site}', `${site}/`);
}
