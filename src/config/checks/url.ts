import { urlCharactersMax } from '../../domain/limits.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { type Fault, quote } from '../problem.ts';
import { withPlaceholders } from '../secrets.ts';

const cureExample = 'write the whole address, such as "https://example.org/rss.xml"';

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    // TypeError: not an absolute URL.
    return undefined;
  }
}

/** Says what is wrong with an http(s) address; `${ENV:NAME}` may stand in it. Secrets are not quoted. */
export function judgeUrl(text: string): Fault | undefined {
  const shown = quote(redactUrl(text));
  if (text !== text.trim()) {
    return { message: `is ${shown}, with white space around it`, cure: 'remove the white space' };
  }
  if (text.length > urlCharactersMax) {
    return {
      message: `is an address of ${text.length} characters`,
      cure: `use one of at most ${urlCharactersMax}`,
    };
  }
  const url = parseUrl(withPlaceholders(text));
  if (url === undefined) return judgeUnreadable(text, shown);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return {
      message: `is ${shown}, but "${url.protocol}" addresses are not fetched`,
      cure: 'use one that starts with https:// or http://',
    };
  }
  if (url.username !== '' || url.password !== '') {
    return {
      message: `is ${shown} with a user name or password before the host`,
      cure: `remove them and send "headers": { "Authorization": "\${ENV:NAME}" } instead`,
    };
  }
  return undefined;
}

function judgeUnreadable(text: string, shown: string): Fault {
  const couldBeHost = /^(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/:?]|$)/.test(text);
  const whole = `https://${text.replace(/^\/\//, '')}`;
  return {
    message: `is ${shown}, which is not a web address`,
    cure: couldBeHost ? `write "${redactUrl(whole)}"` : cureExample,
  };
}

/** Says what is wrong with the site's own address: a base others are appended to. */
export function judgeBaseUrl(text: string): Fault | undefined {
  const fault = judgeUrl(text);
  if (fault !== undefined) return fault;
  const url = parseUrl(text);
  if (url !== undefined && url.search === '' && url.hash === '') return undefined;
  return {
    message: `is ${quote(text)}, with a query or fragment`,
    cure: 'end it with the host or a folder, such as "https://news.example.org"',
  };
}

/** `name` or `name:port`; an IPv6 address stands in brackets. */
export const hostPattern =
  '^(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?$';

/** Says what is wrong with an entry of `allowHosts`. */
export function judgeAllowedHost(text: string): Fault | undefined {
  const port = Number(/:(\d+)$/.exec(text.replace(/^\[.*\]/, ''))?.[1] ?? 0);
  if (new RegExp(hostPattern).test(text) && port <= 65_535) return undefined;
  const host = parseUrl(text)?.host;
  return {
    message: `is ${quote(text)}, which is not a host`,
    cure: host
      ? `write "${host}", without scheme and path`
      : 'write "name" or "name:port", such as "feeds.intranet:8080" or "127.0.0.1"',
  };
}

/** Says what is wrong with the address to listen on: a name or IP address, no port. */
export function judgeListenHost(text: string): Fault | undefined {
  const isIpv6 = /^[0-9A-Fa-f]*:[0-9A-Fa-f:.]+$/.test(text);
  if (isIpv6 || /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/.test(text)) return undefined;
  return {
    message: `is ${quote(text)}, which is not an address to listen on`,
    cure: 'write an IP address or host name alone, such as "127.0.0.1"; the port has a key of its own',
  };
}
