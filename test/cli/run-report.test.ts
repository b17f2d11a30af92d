import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/app/run-once.ts';
import { refusedLines, summaryLines } from '../../src/cli/run-report.ts';
import type { PollRecord } from '../../src/domain/intent.ts';

const quiet: PollRecord = {
  sourceId: 'irna',
  startedAt: 0,
  finishedAt: 0,
  outcome: 'modified',
  bytes: 1,
  itemsNew: 0,
  itemsDuplicate: 0,
  itemsRevised: 0,
  mayHaveMissed: false,
  nextDueAt: 0,
  nextDueReason: '',
};

/** What is said after the first line. */
function linesOf(poll: Partial<PollRecord>): readonly string[] {
  const report = { sourceId: 'irna', poll: { ...quiet, ...poll }, wasKept: true };
  const counts = { polled: 1, failed: 0, reached: 1, itemsNew: 0, itemsDuplicate: 0 };
  const more = { itemsRevised: 0, mayHaveMissed: 0, itemsLeftOut: 0 };
  const published = { topics: [], written: 0, unchanged: 0, refused: [] };
  const summary: RunSummary = { ...counts, ...more, published, reports: [report] };
  return summaryLines(summary).slice(1);
}

describe('the summary of a run', () => {
  it.each<[string, Partial<PollRecord>, readonly string[]]>([
    ['a poll in which all went well', {}, []],
    ['what a source said', { outcome: 'dns', message: 'no address' }, ['  irna: no address']],
    [
      'items that were left out, and where to ask what to do',
      { itemsLeftOut: 350 },
      [
        '  irna: 350 items beyond the first 2000 of its document left out; araz doctor irna says what to do',
      ],
    ],
    [
      'a window that was new as a whole',
      { mayHaveMissed: true },
      ['  irna: every item was new, so some may have come and gone unseen'],
    ],
  ])('tells of %s', (_, poll, lines) => {
    expect(linesOf(poll)).toEqual(lines);
  });
});

describe('documents that were refused', () => {
  it('are named with what is wrong, and it is said what to do', () => {
    const [line, advice, ...rest] = refusedLines({ refused: ['a/rss.xml: does not read back: x'] });
    expect(line).toBe('not replaced, a fault of Araz: a/rss.xml: does not read back: x');
    expect(advice).toContain('please report these lines');
    expect(rest).toEqual([]);
    expect(refusedLines({ refused: [] })).toEqual([]);
  });
});
