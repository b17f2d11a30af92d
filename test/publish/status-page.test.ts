import { describe, expect, it } from 'vitest';
import { day, minute } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { SourceHealth } from '../../src/domain/store.ts';
import { renderStatusPage } from '../../src/publish/status-page.tsx';
import { toPlainText } from '../../src/text/plain.ts';
import { aTopic } from '../support/a-story.ts';
import { aMorning } from '../support/an-entry.ts';
import { aSource } from '../support/sources.ts';

function health(given: Partial<SourceState> = {}): SourceHealth {
  const state = {
    sourceId: 'turan',
    url: 'https://turan.example/rss',
    status: 'ok',
    validators: {},
    nextDueAt: aMorning + 12 * minute,
    nextDueReason: 'every 30 min',
    lastPolledAt: aMorning,
    lastSuccessAt: aMorning,
    failuresInARow: 0,
    isGuidDistrusted: false,
    isLinkDistrusted: false,
    intervalMs: 30 * minute,
    ...given,
  } as SourceState;
  return { state, itemsStored: 40, itemsLastDay: 7 };
}

function page(sourceHealth: readonly SourceHealth[]): string {
  return renderStatusPage({
    site: { title: 'Araz', language: 'fa', timezone: 'Asia/Baku' },
    sources: new Map([['turan', aSource()]]),
    topics: [aTopic()],
    sourceHealth,
    topicHealth: [],
    now: aMorning,
  });
}

describe('renderStatusPage', () => {
  it('says how each source stands, when it is polled next and why', () => {
    const poll = {
      sourceId: 'turan',
      startedAt: aMorning,
      finishedAt: aMorning,
      outcome: 'modified',
      httpStatus: 200,
      bytes: 1,
      itemsNew: 3,
      itemsDuplicate: 2,
      itemsRevised: 0,
      mayHaveMissed: false,
      nextDueAt: aMorning,
      nextDueReason: '',
    };
    const text = toPlainText(page([{ ...health(), lastPoll: poll }]));
    expect(text).toContain('1 sources: 1 well, 0 failing, 0 gone, 0 not polled yet.');
    expect(text).toContain('modified (HTTP 200), 3 new, 2 duplicate');
    expect(text).toMatch(/in 12 min\s*every 30 min/);
  });

  it('names a failure and shows the failing sources first', () => {
    const failing = health({
      sourceId: 'irna',
      status: 'failing',
      failuresInARow: 4,
      lastOutcome: 'dns',
      lastMessage: 'irna.example has no address',
      nextDueAt: aMorning + 3 * day,
    });
    const text = toPlainText(page([health(), failing]));
    expect(text).toContain('dns: irna.example has no address');
    expect(text).toContain('failing, 4 in a row');
    expect(text).toContain('in 3 days');
    expect(text.indexOf('irna')).toBeLessThan(text.indexOf('Turan'));
  });

  it('has a friendly word when nothing could ever be reached', () => {
    const { lastSuccessAt: _, ...never } = health({ status: 'failing' }).state;
    const text = toPlainText(page([{ ...health(), state: never }]));
    expect(text).toContain('No source could be reached so far');
    expect(text).toContain('npm run demo');
    expect(toPlainText(page([health()]))).not.toContain('No source could be reached');
  });

  it('does not call a source unreachable that was never polled', () => {
    const { lastPolledAt: _, lastSuccessAt: __, ...fresh } = health({ status: 'new' }).state;
    const text = toPlainText(page([{ ...health(), state: fresh }]));
    expect(text).not.toContain('No source could be reached');
    expect(text).toContain('not polled yet');
  });

  it('tells how to add the first source', () => {
    expect(toPlainText(page([]))).toContain('araz sources add URL');
  });

  it('escapes what servers say', () => {
    const body = page([health({ status: 'failing', lastMessage: '<script>alert(1)</script>' })]);
    expect(body).not.toContain('<script>');
  });
});
