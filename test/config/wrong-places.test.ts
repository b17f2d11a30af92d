import { describe, expect, it } from 'vitest';
import { inSection, inSource, inTopic, ofSource, problemsOf } from '../support/config-file.ts';

describe('addresses and places', () => {
  it.each([
    [
      'a script',
      '"javascript:alert(1)"',
      'is "javascript:alert(1)", but "javascript:" addresses are not fetched; use one that starts with https://',
    ],
    ['a file', '"file:///etc/passwd"', '"file:" addresses are not fetched'],
    [
      'no scheme',
      '"a.example/rss"',
      'is "a.example/rss", which is not a web address; write "https://a.example/rss"',
    ],
    [
      'nonsense',
      '"nonsense"',
      'is "nonsense", which is not a web address; write the whole address',
    ],
    ['white space', '" https://a.example/"', 'with white space around it; remove the white space'],
    [
      'too long',
      `"https://a.example/${'x'.repeat(2_100)}"`,
      'is an address of 2118 characters; use one of at most 2048',
    ],
    [
      'a password',
      '"https://u:geheim@a.example/"',
      'with a user name or password before the host; remove them and send "headers"',
    ],
  ])('url: %s', (_, url, expected) => {
    const [problem] = problemsOf(ofSource(`{ "id": "a", "url": ${url}, "language": "az" }`));
    expect(problem).toContain(`4:21: sources[0].url ${expected.startsWith('is') ? expected : ''}`);
    expect(problem).toContain(expected);
    expect(problem).not.toContain('geheim');
  });

  it.each([
    [
      'a language by name',
      '"turkish"',
      'is "turkish", which names no language; did you mean "tr"?',
    ],
    ['a country for a language', '"ir"', 'is "ir", which names no language; did you mean "fa"?'],
    ['no country and no language', '"zz"', 'is "zz", which names no language; write a BCP 47 tag'],
    ['a region there is not', '"tr-QQ"', 'is "tr-QQ", of which only "tr" is known; write "tr", or'],
    ['a variant there is not', '"az-klingon"', 'is "az-klingon", of which only "az" is known'],
    ['no tag at all', '"xx_yy!"', 'is "xx_yy!", which names no language; write a BCP 47 tag'],
  ])('language: %s', (_, language, expected) => {
    const text = ofSource(`{ "id": "a", "url": "https://a.example/", "language": ${language} }`);
    expect(problemsOf(text)).toEqual([
      expect.stringContaining(`4:55: sources[0].language ${expected}`),
    ]);
  });

  it.each([
    ['a country by name', '"country": "Turkey"', 'no country code; did you mean "TR"?'],
    ['a country in small letters', '"country": "az"', 'did you mean "AZ"?'],
    ['a country by habit', '"country": "UK"', 'did you mean "GB"?'],
    ['a zone by its city', '"timezone": "Baku"', 'no time zone; did you mean "Asia/Baku"?'],
    ['a zone with a slip', '"timezone": "Asia/Theran"', 'did you mean "Asia/Tehran"?'],
    ['an offset beyond the day', '"timezone": "+25:00"', 'is no time zone; write an IANA name'],
  ])('%s', (_, keys, expected) => {
    expect(problemsOf(inSource(keys))).toEqual([expect.stringContaining(expected)]);
  });

  it.each(['+04:00', '+0330', 'Asia/Baku', 'UTC', 'Europe/Istanbul'])(
    'accepts %s as a zone',
    (zone) => {
      expect(problemsOf(inSource(`"timezone": "${zone}"`))).toEqual([]);
    },
  );

  it.each([
    ['title', 'zz!!', 'names no language'],
    ['title', 'mul', 'is not the language of a text; write the one it is in'],
    ['description', 'und', 'is not the language of a text'],
  ])('%s of a topic in %s', (key, tag, expected) => {
    const [problem, ...more] = problemsOf(inTopic(`"any": ["iran"], "${key}": { "${tag}": "x" }`));
    expect(more).toEqual([]);
    expect(problem).toMatch(/^feeds\.config\.json:7:\d+: topics\[0]\./);
    expect(problem).toContain(expected);
  });

  it.each([
    'az',
    'az-Cyrl',
    'fa-AF',
    'de-1996',
    'hy-arevmda',
    'azb-Arab-IR',
    'tur',
    'zh-Hans-CN',
    'und',
  ])('accepts the language %s', (language) => {
    expect(
      problemsOf(ofSource(`{ "id": "a", "url": "https://a.example/", "language": "${language}" }`)),
    ).toEqual([]);
  });
});

describe('sections', () => {
  it.each([
    [
      'a schedule of four fields',
      '"schedule": "*/5 * * *"',
      '2:13: schedule is "*/5 * * *", a cron expression with 4 of its 5 fields; write minute, hour',
    ],
    [
      'a minute beyond the hour',
      '"schedule": "61 * * * *"',
      'whose minute "61" cannot be read; give 0 to 59, *, a-b or */n there',
    ],
    ['words', '"schedule": "every five minutes"', 'a cron expression with 3 of its 5 fields'],
    [
      'one port for two listeners',
      '"server": { "port": 8081 }',
      '2:21: server.port is 8081, the same as operatorPort; give them two different ports',
    ],
    [
      'a port beyond all',
      '"server": { "port": 80810 }',
      '2:21: server.port is 80810, which is out of range; give 65535 or less',
    ],
    [
      'a URL to listen on',
      '"server": { "host": "http://0.0.0.0" }',
      'is not an address to listen on; write an IP address or host name alone',
    ],
    [
      'a URL as allowed host',
      '"fetch": { "allowHosts": ["http://intranet:81/x"] }',
      '2:27: fetch.allowHosts[0] is "http://intranet:81/x", which is not a host; write "intranet:81", without scheme and path',
    ],
    [
      'a pattern as allowed host',
      '"fetch": { "allowHosts": ["*.intranet"] }',
      'which is not a host; write "name" or "name:port"',
    ],
    [
      'a deadline before the time-out',
      '"fetch": { "total": "10s" }',
      '2:21: fetch.total is "10s", shorter than the time-out of a poll ("20s"); add "defaults": { "timeout": "10s" }',
    ],
    [
      'a time-out after the deadline',
      '"defaults": { "timeout": "1m" }',
      '2:26: defaults.timeout is "1m", longer than fetch.total ("30s"), which ends every poll; give "30s" or less',
    ],
    [
      'a base with a query',
      '"site": { "url": "https://a.example/?x=1" }',
      '2:18: site.url is "https://a.example/?x=1", with a query or fragment',
    ],
    [
      'an offset for pages',
      '"site": { "timezone": "+04:00" }',
      'site.timezone is "+04:00", which is no time zone',
    ],
  ])('%s', (_, section, expected) => {
    expect(problemsOf(inSection(section)).join('\n')).toContain(expected);
  });

  it.each(['* * * * *', '*/5 0-6,12 1 jan-mar mon', '0 */10 * * * *', '0 0 1 1 7'])(
    'accepts the schedule %s',
    (schedule) => {
      expect(problemsOf(inSection(`"schedule": "${schedule}"`))).toEqual([]);
    },
  );

  it.each(['intranet', 'feeds.intranet:8080', '127.0.0.1', '[::1]:80'])(
    'accepts the host %s',
    (host) => {
      expect(problemsOf(inSection(`"fetch": { "allowHosts": ["${host}"] }`))).toEqual([]);
    },
  );

  it('names a source whose time-out is longer than the deadline', () => {
    expect(problemsOf(inSource('"timeout": "60s"'))).toEqual([
      expect.stringContaining('4:75: sources[0].timeout is "60s", longer than fetch.total ("30s")'),
    ]);
  });
});
