import { describe, expect, it } from 'vitest';
import type { FeedFormat, ReadResult } from '../../../src/domain/parsed-feed.ts';
import { learnFeedId } from '../../../src/pipeline/poll/learned-feed-id.ts';
import { aNewState } from '../../support/a-source-state.ts';
import { aParsedFeed } from '../../support/parsed-feeds.ts';
import { aSource } from '../../support/sources.ts';

const state = aNewState(aSource());

function naming(id: string, format: FeedFormat = 'atom'): ReadResult {
  const read = aParsedFeed([]);
  return { ...read, feed: { ...read.feed, format, id } };
}

describe('the id of a source’s own feed', () => {
  it('is learned from its Atom document, and stays the first that it named', () => {
    const once = learnFeedId(state, naming('tag:turan.example,2020:feed'));
    expect(once).toEqual({ ...state, feedId: 'tag:turan.example,2020:feed' });
    expect(learnFeedId(once, naming('tag:turan.example,2026:another'))).toBe(once);
  });

  it.each([
    ['an RSS document', naming('https://turan.example/', 'rss')],
    ['an id that is no id of bearable length', naming(`tag:${'a'.repeat(5_000)}`)],
    ['a document without one', aParsedFeed([])],
    ['no document', undefined],
  ])('is not learned from %s', (_, read) => {
    expect(learnFeedId(state, read)).toBe(state);
  });
});
