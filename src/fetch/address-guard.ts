import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { urlCharactersMax } from '../domain/limits.ts';
import type { FetchRefusal } from './fetch-error.ts';
import { FetchError } from './fetch-error.ts';

/** Ports feeds are served on; others are services that a stray URL must not talk to. */
const portsOpen = (port: number): boolean =>
  port === 80 || port === 443 || (port >= 8000 && port <= 8999);

/** Ranges an editor may open with `allowHosts`. Link-local stays shut: it holds clouds' metadata. */
const rangesOnAllowList: ReadonlySet<string> = new Set([
  'unicast',
  'loopback',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
]);

/** IPv6 space in which public addresses live today (RFC 4291 §2.4); the rest is not the internet. */
const publicIpv6 = ipaddr.parseCIDR('2000::/3');

/**
 * The rules of the one door to the network. An address is judged three times: as a URL before
 * anything is sent, where the socket connects (names are resolved there, so what is checked is
 * what is dialled, and a second DNS answer cannot slip in between), and by the peer's address.
 */
export interface AddressGuard {
  /** The URL to request, or why not: scheme, userinfo, port, length and literal addresses. */
  checkUrl(url: string): URL | FetchRefusal;
  /** True when the editor opened this host: loopback and intranet answer, on any port. */
  isAllowListed(url: URL): boolean;
  /** An undici connector that dials permitted addresses only. */
  readonly connect: buildConnector.connector;
  /** Gives up the connections that are still being made. */
  abandon(): void;
}

export interface AddressGuardOptions {
  readonly allowHosts: readonly string[];
  readonly connectTimeoutMs: number;
  /** Resolver; the system's unless a test brings its own. */
  readonly lookup?: LookupFunction;
}

/** Whether the editor opened the host of this URL with an entry `name` or `name:port`. */
export function isAllowListed(url: URL, allowHosts: readonly string[]): boolean {
  return hostTest(allowHosts)(url.hostname, portOf(url));
}

/** Why an address that someone names would not be asked, by the look of it alone; undefined if it would. */
export function refuseUrl(url: string, allowHosts: readonly string[]): FetchRefusal | undefined {
  const verdict = checkUrl(url, hostTest(allowHosts));
  return verdict instanceof URL ? undefined : verdict;
}

type HostTest = (hostname: string, port: number) => boolean;

function hostTest(allowHosts: readonly string[]): HostTest {
  const allowed = new Set(allowHosts.map(normaliseEntry));
  return (hostname, port) => {
    const name = normaliseHost(hostname);
    return allowed.has(name) || allowed.has(`${name}:${port}`);
  };
}

/** Builds the guard. `allowHosts` entries are `name` or `name:port`; IPv6 with a port in brackets. */
export function createAddressGuard(options: AddressGuardOptions): AddressGuard {
  const isOpen = hostTest(options.allowHosts);
  const resolve = options.lookup ?? (systemLookup as LookupFunction);
  const connectorFor = (isListed: boolean): buildConnector.connector =>
    buildConnector({
      timeout: options.connectTimeoutMs,
      lookup: guardedLookup(resolve, isListed),
    });
  const dialling = new Set<Socket>();
  const dialPublic = connectorFor(false);
  const dialListed = connectorFor(true);

  return {
    checkUrl: (text) => checkUrl(text, isOpen),
    isAllowListed: (url) => isOpen(url.hostname, portOf(url)),
    connect: (target, callback) => {
      const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
      const isListed = isOpen(target.hostname, port);
      // A literal skips `lookup` altogether, so it is judged here, where it is dialled.
      const refusal = refuseLiteral(target.hostname, isListed);
      if (refusal) {
        callback(refusal, null);
        return;
      }
      const dial = isListed ? dialListed : dialPublic;
      // undici's connector answers its socket, though its type does not say so.
      const dialled = dial(target, (error, socket) => {
        dialling.delete(dialled);
        if (error) {
          callback(error, null);
          return;
        }
        const peer = socket.remoteAddress;
        if (peer !== undefined && isPermitted(peer, isListed)) {
          callback(null, socket);
          return;
        }
        socket.destroy();
        callback(forbiddenAddress(target.hostname, peer ?? 'unknown'), null);
      }) as unknown as Socket;
      dialling.add(dialled);
    },
    abandon: () => {
      for (const socket of dialling) socket.destroy(new Error('the connection was given up'));
    },
  };
}

/** Whether a socket may be opened to this address. Anything unreadable may not. */
export function isPermitted(address: string, isListed: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (isListed) return rangesOnAllowList.has(range);
  if (range !== 'unicast') return false;
  if (!(parsed instanceof ipaddr.IPv6)) return true;
  // ipaddr.js calls IPv4-compatible `::127.0.0.1` and other unassigned space unicast.
  return parsed.match(publicIpv6) && !isIsatap(parsed);
}

/** An address of any prefix whose last half carries an IPv4 address to tunnel to (RFC 5214 §6.1). */
function isIsatap({ parts: [, , , , scope, mark] }: ipaddr.IPv6): boolean {
  return (scope === 0 || scope === 0x200) && mark === 0x5efe;
}

function checkUrl(text: string, isOpen: HostTest): URL | FetchRefusal {
  if (text.length > urlCharactersMax) {
    return refuse('forbidden-url', `the address is longer than ${urlCharactersMax} characters`);
  }
  if (!URL.canParse(text)) return refuse('forbidden-url', 'the address is not a valid URL');
  const url = new URL(text);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refuse(
      'forbidden-url',
      `${url.protocol} addresses are not fetched, only http: and https:`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    return refuse(
      'forbidden-url',
      `the address of ${url.hostname} carries a user name or password; use headers instead`,
    );
  }
  const port = portOf(url);
  const isListed = isOpen(url.hostname, port);
  if (!isListed && !portsOpen(port)) {
    return refuse(
      'forbidden-url',
      `port ${port} of ${url.hostname} is not a web port (80, 443, 8000–8999); add it to fetch.allowHosts if it is meant`,
    );
  }
  const literal = refuseLiteral(url.hostname, isListed);
  return literal ? literal.refusal : url;
}

function refuseLiteral(hostname: string, isListed: boolean): FetchError | undefined {
  const bare = withoutBrackets(hostname);
  if (isIP(bare) === 0 || isPermitted(bare, isListed)) return undefined;
  return forbiddenAddress(hostname, bare);
}

function guardedLookup(resolve: LookupFunction, isListed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, answer, family) => {
      if (error) {
        callback(error, answer, family);
        return;
      }
      const addresses = typeof answer === 'string' ? [answer] : answer.map((each) => each.address);
      // One forbidden address condemns the name: a mix is how rebinding looks.
      const forbidden = addresses.find((address) => !isPermitted(address, isListed));
      if (forbidden === undefined) callback(null, answer, family);
      else callback(forbiddenAddress(hostname, forbidden), answer, family);
    });
  };
}

function forbiddenAddress(hostname: string, address: string): FetchError {
  const where = withoutBrackets(hostname) === address ? address : `${hostname} (${address})`;
  return new FetchError(
    refuse(
      'forbidden-address',
      `${where} is not a public internet address; add the host to fetch.allowHosts if it is meant`,
    ),
  );
}

function refuse(reason: FetchRefusal['reason'], message: string): FetchRefusal {
  return { reason, message };
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function withoutBrackets(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

function normaliseHost(hostname: string): string {
  return withoutBrackets(hostname.toLowerCase().replace(/\.$/, ''));
}

/** `Name`, `name:80`, `::1`, `[::1]` and `[::1]:80` in the form hosts are compared in. */
function normaliseEntry(entry: string): string {
  const text = entry.trim();
  if (isIP(text) !== 0) return text.toLowerCase();
  const match = /^(.*?)(?::(\d+))?$/.exec(text);
  const name = normaliseHost(match?.[1] ?? text);
  return match?.[2] === undefined ? name : `${name}:${match[2]}`;
}
