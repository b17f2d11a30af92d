import { describe, expect, it } from 'vitest';
import { redactSecrets, redactUrl } from '../../src/text/redact-url.ts';

describe('a URL as it may be shown', () => {
  it.each([
    ['a user and password', 'https://u:p@a.example/x', 'https://a.example/x'],
    ['a password with an at sign', 'https://u:p@q@a.example/', 'https://a.example/'],
    [
      'a token',
      'https://a.example/rss?token=abc&lang=az',
      'https://a.example/rss?token=***&lang=az',
    ],
    [
      'a key under a longer name',
      'https://a.example/?x-api-key=abc#top',
      'https://a.example/?x-api-key=***#top',
    ],
    [
      'a percent-encoded name',
      'https://a.example/?api%5Fkey=abc',
      'https://a.example/?api%5Fkey=***',
    ],
    ['text that is no URL', 'see ?password=abc', 'see ?password=***'],
  ])('loses %s', (_, url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });

  it.each([
    'https://a.example/rss?lang=az&page=2',
    'https://a.example/@user/feed',
    'https://a.example/?keyword=iran&monkey=1',
    'https://a.example/?token=',
    'https://a.example/?%zz=1',
  ])('keeps %s as it is', (url) => {
    expect(redactUrl(url)).toBe(url);
  });
});

describe('known secrets', () => {
  it('are replaced wherever they stand, also percent-encoded', () => {
    const text = 'GET https://a.example/s3%2Fcret failed: s3/cret';
    expect(redactSecrets(text, ['s3/cret'])).toBe('GET https://a.example/*** failed: ***');
  });

  it('leave nothing of a longer one that contains a shorter one', () => {
    expect(redactSecrets('abcdef', ['abc', 'abcdef'])).toBe('***');
  });

  it('that are empty change nothing', () => {
    expect(redactSecrets('abc', [''])).toBe('abc');
  });
});
