import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalUrl,
  fragmentOf,
  isHomePage,
  isLocalAddress,
  parseHttpUrl,
  registrableDomain,
} from '../../src/text/urls.ts';

describe('canonicalUrl', () => {
  const same: readonly (readonly [string, string, string])[] = [
    ['scheme', 'http://a.example/x/1', 'https://a.example/x/1'],
    ['default port and case of host', 'HTTP://A.Example:80/x', 'https://a.example/x'],
    ['dot segments and double slashes', 'https://a.example/b/../x//1', 'https://a.example/x/1'],
    ['www and trailing slash', 'https://www.a.example/x/', 'https://a.example/x'],
    ['mobile host', 'https://m.a.example/x', 'https://a.example/x'],
    ['mobile host under www', 'https://www.m.a.example/x', 'https://a.example/x'],
    ['AMP host', 'https://amp.a.example/x', 'https://a.example/x'],
    ['AMP first segment', 'https://a.example/amp/x/1', 'https://a.example/x/1'],
    ['AMP last segment', 'https://a.example/x/1/amp/', 'https://a.example/x/1'],
    ['AMP ending', 'https://a.example/x.amp.html', 'https://a.example/x.html'],
    ['AMP parameter', 'https://a.example/x?amp=1', 'https://a.example/x'],
    ['AMP output type', 'https://a.example/x?outputType=amp&id=2', 'https://a.example/x?id=2'],
    [
      'tracking',
      'https://a.example/x?utm_source=rss&id=4&fbclid=Zz9&ref=telegram',
      'https://a.example/x?id=4',
    ],
    ['order of parameters', 'https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2'],
    ['fragment', 'https://a.example/x#comments', 'https://a.example/x'],
    ['escape case', 'https://a.example/%d8%a7%7Ex', 'https://a.example/%D8%A7~x'],
    ['letters and escapes', 'https://a.example/خبر', 'https://a.example/%D8%AE%D8%A8%D8%B1'],
    [
      'feed proxy',
      'https://feedproxy.reader.example/r?url=https%3A%2F%2Fwww.a.example%2Fx%3Futm_medium%3Drss',
      'https://a.example/x',
    ],
    ['AMP cache', 'https://www.google.com/amp/s/m.a.example/x', 'https://a.example/x'],
    ['user info', 'https://u:p@a.example/x', 'https://a.example/x'],
  ];
  it.each(same)('sees through %s', (_name, left, right) => {
    expect(canonicalUrl(left)).toBe(canonicalUrl(right));
    expect(canonicalUrl(right)).toBe(right);
  });

  const different: readonly (readonly [string, string, string])[] = [
    ['article number', 'https://a.example/news.php?id=1', 'https://a.example/news.php?id=2'],
    ['unlisted parameter', 'https://a.example/?sid=7', 'https://a.example/'],
    ['numeric ref', 'https://a.example/x?ref=4821', 'https://a.example/x'],
    ['case of path', 'https://a.example/AbC', 'https://a.example/abc'],
    ['language edition', 'https://a.example/az/1', 'https://a.example/en/1'],
    ['news host', 'https://news.a.example/x', 'https://a.example/x'],
    ['a domain that is called like a layout', 'https://m.az/x', 'https://az/x'],
    ['hash-bang route', 'https://a.example/#!/x', 'https://a.example/#!/y'],
    ['a word that only begins with amp', 'https://a.example/ampere/1', 'https://a.example/ere/1'],
    ['port', 'https://a.example:8443/x', 'https://a.example/x'],
  ];
  it.each(different)('keeps apart: %s', (_name, left, right) => {
    expect(canonicalUrl(left)).not.toBe(canonicalUrl(right));
  });

  it.each([
    'mailto:a@b.example',
    'javascript:alert(1)',
    '/x',
    '',
    'n/a',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('has no form of %.40s', (text) => {
    expect(canonicalUrl(text)).toBeUndefined();
  });

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const once = canonicalUrl(url);
        expect(once === undefined ? undefined : canonicalUrl(once)).toBe(once);
      }),
    );
  });

  it('changes nothing when applied twice to what hides one layout in another', () => {
    const hosts = fc.constantFrom('www.m.a.example', 'amp.a.example.', 'google.com', 'm.example');
    const part = fc.constantFrom(
      'amp',
      'mobile',
      '%61mp',
      'x.amp',
      'amp.html',
      'x.amp.html',
      '',
      'x',
    );
    fc.assert(
      fc.property(hosts, fc.array(part, { maxLength: 6 }), (host, parts) => {
        const once = canonicalUrl(`http://${host}/${parts.join('/')}`) ?? '';
        expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });

  it('keeps the host of a page that is called amp.html', () => {
    expect(canonicalUrl('https://a.example/amp.html')).toBe('https://a.example/');
  });
});

describe('helpers', () => {
  it.each([
    'https://a.example',
    'http://www.a.example/',
    'https://a.example/az/',
    'https://a.example/index.php',
    'https://a.example/en/index.html',
    'https://a.example/?utm_source=rss',
  ])('takes %s for a front page', (url) => expect(isHomePage(url)).toBe(true));
  it.each(['https://a.example/news', 'https://a.example/?p=12', 'https://a.example/az/1', 'x'])(
    'does not take %s for a front page',
    (url) => expect(isHomePage(url)).toBe(false),
  );
  it('knows the registrable domain under a two-part suffix', () => {
    expect(registrableDomain('https://media.news.com.tr/x')).toBe('news.com.tr');
    expect(registrableDomain('https://a.example/x')).toBe('a.example');
    expect(registrableDomain('nothing')).toBeUndefined();
  });
  it('reads the fragment, but not a text fragment', () => {
    expect(fragmentOf('https://a.example/x#post-4')).toBe('post-4');
    expect(fragmentOf('https://a.example/x#:~:text=a')).toBe('');
  });
  it('resolves a relative address only against a base', () => {
    expect(parseHttpUrl('/x', 'https://a.example/y/')?.href).toBe('https://a.example/x');
    expect(parseHttpUrl('/x')).toBeUndefined();
  });
});

it.each([
  ['http://localhost:8080', true],
  ['http://news.localhost/', true],
  ['http://newsbox/river', true],
  ['http://printer.local/', true],
  ['http://127.1/', true],
  ['http://10.0.0.4/', true],
  ['http://172.31.0.1/', true],
  ['http://[::1]:8080/', true],
  ['http://[fd00::1]/', true],
  ['https://river.example/', false],
  ['https://10.example/', false],
  ['http://172.32.0.1/', false],
  ['http://93.184.216.34/', false],
  ['http://[2a00:1450::1]/', false],
])('takes %s for an address of an own network: %s', (url, expected) => {
  expect(isLocalAddress(url)).toBe(expected);
});
