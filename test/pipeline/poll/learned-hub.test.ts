import { describe, expect, it } from 'vitest';
import type { FetchResult } from '../../../src/domain/fetch-result.ts';
import type { ReadResult } from '../../../src/domain/parsed-feed.ts';
import { learnHub } from '../../../src/pipeline/poll/learned-hub.ts';
import { aNewState } from '../../support/a-source-state.ts';
import { aParsedFeed } from '../../support/parsed-feeds.ts';
import { aSource } from '../../support/sources.ts';

const hub = { hubUrl: 'https://hub.example/', selfUrl: 'https://turan.example/rss' };
const links = [
  { rel: 'hub', href: hub.hubUrl },
  { rel: 'self', href: hub.selfUrl },
];
const plain = aNewState(aSource());
const known = { ...plain, hub };

function answer(kind: 'modified' | 'not-modified', named: typeof links | []): FetchResult {
  const common = {
    finalUrl: hub.selfUrl,
    redirects: [],
    httpStatus: 200,
    freshness: {},
    validators: {},
    tookMs: 1,
    links: named,
  };
  if (kind === 'not-modified') return { kind, ...common };
  return { kind, ...common, body: new Uint8Array(), wireBytes: 0 };
}

const gone: FetchResult = {
  kind: 'gone',
  finalUrl: hub.selfUrl,
  redirects: [],
  httpStatus: 410,
  tookMs: 1,
};
const silent = aParsedFeed([]);
const naming: ReadResult = {
  ...silent,
  feed: { ...silent.feed, hubs: [hub.hubUrl], feedUrl: hub.selfUrl },
};
const unread: ReadResult = { kind: 'failed', reason: 'not-a-feed', message: 'a page' };

describe('the hub of a source', () => {
  it.each<[string, FetchResult, ReadResult | undefined]>([
    ['the header of a document', answer('modified', links), silent],
    ['the document itself', answer('modified', []), naming],
    ['the header of a 304', answer('not-modified', links), undefined],
  ])('is learnt from %s', (_name, result, read) => {
    expect(learnHub(plain, result, read)).toEqual(known);
  });

  it.each<[string, FetchResult, ReadResult | undefined]>([
    ['a 304 without headers', answer('not-modified', []), undefined],
    ['a document that cannot be read', answer('modified', []), unread],
    ['an answer that is none', gone, undefined],
  ])('stays after %s', (_name, result, read) => {
    expect(learnHub(known, result, read)).toEqual(known);
  });

  it('is forgotten when a document names it no more', () => {
    expect(learnHub(known, answer('modified', []), silent)).toEqual(plain);
  });

  it('is not learnt from a document that cannot be read', () => {
    expect(learnHub(plain, answer('modified', links), unread)).toEqual(plain);
  });
});
