import { describe, expect, it } from 'vitest';
import {
  isHostSound,
  isRefused,
  isUnmodified,
  preferredCodings,
  readConditions,
} from '../../src/server/conditional.ts';

describe('preferredCodings', () => {
  it.each([
    ['an empty header', '', 'identity'],
    ['what browsers send', 'gzip, deflate, br, zstd', 'br'],
    ['gzip only', 'gzip', 'gzip'],
    ['weights that prefer gzip', 'br;q=0.2, gzip;q=0.8', 'gzip'],
    ['a coding that is refused', 'br;q=0, gzip', 'gzip'],
    ['a star', '*', 'br'],
    ['a star that leaves br out', 'br;q=0, *', 'gzip'],
    ['identity preferred', 'identity;q=1, gzip;q=0.5', 'identity'],
    ['codings we do not have', 'zstd, compress', 'identity'],
    ['a broken weight', 'gzip;q=lots', 'identity'],
    ['upper case', 'GZIP', 'gzip'],
  ])('answers %s', (_, header, expected) => {
    expect(preferredCodings(header)[0] ?? 'identity').toBe(expected);
  });
});

describe('isUnmodified', () => {
  const lastModified = Date.parse('2026-02-07T12:00:00Z');

  it.each([
    ['the same tag', { ifNoneMatch: '"abc-gzip"' }, true],
    ['the tag of another coding', { ifNoneMatch: '"abc"' }, false],
    ['a weak form of the tag', { ifNoneMatch: 'W/"abc-gzip"' }, true],
    ['a list with the tag', { ifNoneMatch: '"x", W/"y", "abc-gzip"' }, true],
    ['a star', { ifNoneMatch: '*' }, true],
    ['a tag without quotes', { ifNoneMatch: 'abc-gzip' }, false],
    [
      'another tag although the date would do',
      { ifNoneMatch: '"x"', ifModifiedSince: 'Sun, 08 Feb 2026 00:00:00 GMT' },
      false,
    ],
    ['the same second', { ifModifiedSince: 'Sat, 07 Feb 2026 12:00:00 GMT' }, true],
    ['an earlier second', { ifModifiedSince: 'Sat, 07 Feb 2026 11:59:59 GMT' }, false],
    ['a date that is none', { ifModifiedSince: 'yesterday' }, false],
    ['a number, which is no date', { ifModifiedSince: '2030' }, false],
    ['an empty list', { ifNoneMatch: '' }, false],
    ['a list that nothing ends', { ifNoneMatch: '"abc-gzip", "' }, true],
    ['nothing', {}, false],
  ])('decides on %s', (_, headers, expected) => {
    expect(isUnmodified('"abc-gzip"', lastModified, headers)).toBe(expected);
  });
});

it('reads what decides an answer, in any case and in several lines', () => {
  const raw = ['Host', 'x', 'IF-NONE-MATCH', '"a"', 'accept-encoding', 'gzip'];
  expect(readConditions([...raw, 'If-None-Match', '"b"', 'Accept-Encoding', 'br'])).toEqual({
    acceptEncoding: 'gzip, br',
    ifNoneMatch: '"a", "b"',
    ifModifiedSince: undefined,
  });
});

describe('isRefused', () => {
  const lastModified = Date.parse('2026-02-07T12:00:00Z');

  it.each([
    ['no condition', {}, false],
    ['the same tag', { ifMatch: '"abc"' }, false],
    ['a list with the tag', { ifMatch: '"x", "abc"' }, false],
    ['a star', { ifMatch: '*' }, false],
    ['another tag', { ifMatch: '"x"' }, true],
    ['a weak form of the tag, which may be other bytes', { ifMatch: 'W/"abc"' }, true],
    ['the same second', { ifUnmodifiedSince: 'Sat, 07 Feb 2026 12:00:00 GMT' }, false],
    ['an earlier second', { ifUnmodifiedSince: 'Sat, 07 Feb 2026 11:59:59 GMT' }, true],
    ['a date that is none', { ifUnmodifiedSince: 'yesterday' }, false],
    [
      'the same tag although the date would refuse',
      { ifMatch: '"abc"', ifUnmodifiedSince: 'Sat, 07 Feb 2009 00:00:00 GMT' },
      false,
    ],
  ])('answers %s', (_, conditions, expected) => {
    expect(isRefused('"abc"', lastModified, conditions)).toBe(expected);
  });
});

describe('isHostSound', () => {
  it.each([
    [['Host', 'news.example']],
    [['Host', 'news.example:8080']],
    [['host', '127.0.0.1:80']],
    [['HOST', '[::1]:8080']],
    [['Host', '']],
    [['Date', 'now', 'Accept', '*/*']],
  ])('takes %j', (headers) => {
    expect(isHostSound(headers)).toBe(true);
  });

  it.each([
    [['Host', 'a', 'Host', 'a']],
    [['Host', 'a', 'Accept', '*/*', 'hOST', 'b']],
    [['Host', '"><script>']],
    [['Host', 'a b']],
    [['Host', 'a/../b']],
    [['Host', 'user@a']],
    [['Host', '[::1']],
    [['Host', 'a:123456']],
  ])('refuses %j', (headers) => {
    expect(isHostSound(headers)).toBe(false);
  });
});
