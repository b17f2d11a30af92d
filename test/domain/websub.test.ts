import { describe, expect, it } from 'vitest';
import { hour } from '../../src/domain/instant.ts';
import {
  discoverHub,
  parseHubCall,
  parseSignature,
  selfAddress,
  subscriptionForm,
} from '../../src/domain/websub.ts';

const hub = (href: string) => ({ rel: 'hub', href });
const self = (href: string) => ({ rel: 'self', href });

describe('discovery', () => {
  it.each([
    [
      'the Link header before the document',
      [hub('https://hub.example/'), self('https://a.example/rss')],
      { hubs: ['https://other.example/'], feedUrl: 'https://a.example/other' },
      { hubUrl: 'https://hub.example/', selfUrl: 'https://a.example/rss' },
    ],
    [
      'the document when there is no header',
      [],
      { hubs: ['https://hub.example/'], feedUrl: 'https://a.example/rss' },
      { hubUrl: 'https://hub.example/', selfUrl: 'https://a.example/rss' },
    ],
    [
      'the self of the document when the header names the hub alone',
      [hub('https://hub.example/')],
      { hubs: [], feedUrl: 'https://a.example/rss' },
      { hubUrl: 'https://hub.example/', selfUrl: 'https://a.example/rss' },
    ],
    [
      'a hub on https before one on http',
      [hub('http://hub.example/'), hub('https://safe.example/'), self('https://a.example/rss')],
      undefined,
      { hubUrl: 'https://safe.example/', selfUrl: 'https://a.example/rss' },
    ],
    ['no hub without a self address', [hub('https://hub.example/')], { hubs: [] }, undefined],
    ['no hub where none is named', [self('https://a.example/rss')], { hubs: [] }, undefined],
  ])('takes %s', (_name, links, head, expected) => {
    expect(discoverHub(links, head)).toEqual(expected);
  });

  it('reads the self address of a delivery', () => {
    expect(selfAddress([hub('https://hub.example/'), self('https://a.example/')])).toBe(
      'https://a.example/',
    );
    expect(selfAddress([])).toBeUndefined();
  });
});

describe('a request to a hub', () => {
  const subscription = {
    selfUrl: 'https://a.example/rss',
    callbackUrl: 'https://river.example/websub/t',
    secret: 'hush',
  };

  it('asks for a subscription with secret and lease in seconds', () => {
    expect(subscriptionForm(subscription, 'subscribe', hour + 1)).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': 'https://a.example/rss',
      'hub.callback': 'https://river.example/websub/t',
      'hub.lease_seconds': '3600',
      'hub.secret': 'hush',
    });
  });

  it('tells the secret to nobody when there is none or when it ends', () => {
    const { secret: _, ...open } = subscription;
    expect(subscriptionForm(open, 'subscribe', hour)).not.toHaveProperty('hub.secret');
    expect(subscriptionForm(subscription, 'unsubscribe', hour)).not.toHaveProperty('hub.secret');
  });
});

describe('a call of a hub', () => {
  const read = (query: string) => parseHubCall(new URLSearchParams(query));
  const topic = 'hub.topic=https%3A%2F%2Fa.example%2Frss';
  const selfUrl = 'https://a.example/rss';

  it('is read whole', () => {
    expect(read(`hub.mode=subscribe&${topic}&hub.challenge=x%2By&hub.lease_seconds=60`)).toEqual({
      kind: 'verify',
      mode: 'subscribe',
      selfUrl,
      challenge: 'x+y',
      leaseMs: 60_000,
    });
    expect(read(`hub.mode=denied&${topic}&hub.reason=no%20room`)).toEqual({
      kind: 'deny',
      selfUrl,
      reason: 'no room',
    });
  });

  it.each(['', '0', '-5', 'forever', '1e9', '9'.repeat(13)])('has no lease of "%s"', (lease) => {
    const query = `hub.mode=subscribe&${topic}&hub.challenge=c&hub.lease_seconds=${lease}`;
    expect(read(query)).not.toHaveProperty('leaseMs');
  });

  it.each([
    ['no mode', `${topic}&hub.challenge=c`],
    ['a mode nobody knows', `hub.mode=publish&${topic}&hub.challenge=c`],
    ['no topic', 'hub.mode=subscribe&hub.challenge=c'],
    ['no challenge', `hub.mode=subscribe&${topic}`],
    ['a challenge without end', `hub.mode=subscribe&${topic}&hub.challenge=${'c'.repeat(3_000)}`],
    ['nothing', ''],
  ])('is none with %s', (_name, query) => {
    expect(read(query)).toBeUndefined();
  });
});

describe('a signature', () => {
  it.each(['sha256', 'sha384', 'sha512'])('by %s is read, in any case', (algorithm) => {
    expect(parseSignature(` ${algorithm.toUpperCase()}=00Ff `)).toEqual({ algorithm, hex: '00ff' });
  });

  it.each([undefined, '', 'sha1=00ff', 'md5=00', 'sha256', 'sha256=xyz', 'sha256=00 sha256=11'])(
    'is none: %s',
    (header) => {
      expect(parseSignature(header)).toBeUndefined();
    },
  );
});
