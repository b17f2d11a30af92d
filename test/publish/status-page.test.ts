import { describe, expect, it } from 'vitest';
import type { SourceHealth } from '../../src/domain/health.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import { renderStatusPage } from '../../src/publish/status/status-page.tsx';
import { toPlainText } from '../../src/text/plain.ts';
import { aTopic } from '../support/a-story.ts';
import { aMorning } from '../support/an-entry.ts';
import { sourceHealth as health } from '../support/source-health.ts';
import { aSource } from '../support/sources.ts';

function page(sourceHealth: readonly SourceHealth[], language = 'en'): string {
  return renderStatusPage({
    site: { title: 'Araz', language, timezone: 'Asia/Baku' },
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
    const cut = toPlainText(page([{ ...health(), lastPoll: { ...poll, itemsLeftOut: 350 } }]));
    expect(cut).toContain('The last 350 items of its document were left out by the last poll');
    const text = toPlainText(page([{ ...health(), lastPoll: poll }]));
    expect(text).toContain('Sources: 1 (well: 1).');
    expect(text).toContain('All is well');
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

  it('says at once what fails and since when, longest first, and what is only to be known last', () => {
    const failing = (sourceId: string, days: number) =>
      health({
        sourceId,
        status: 'failing',
        failuresInARow: 9,
        failingSince: aMorning - days * day,
        lastMessage: 'no answer',
        nextDueAt: aMorning + 2 * day,
      });
    const quiet = health({ sourceId: 'quiet', lastNewItemAt: aMorning - 20 * day });
    const gone = health({ sourceId: 'gone', status: 'gone', failingSince: aMorning - 30 * day });
    const text = toPlainText(page([quiet, failing('irna', 2), gone, failing('tass', 9), health()]));
    const first = text.slice(text.indexOf('Needs attention'), text.indexOf('Stories now'));
    expect(first).toMatch(/tass[^.]*Failing since 29 January 2026, \d+:\d+ \(9 days\), 9 in a row/);
    expect(first).toContain('no answer. Next try in 2 days.');
    expect(first).toMatch(/gone[^.]*Gone for good since 8 January 2026, \d+:\d+ \(30 days\)/);
    expect(first).toMatch(/nothing new since 18 January 2026, \d+:\d+ \(20 days\)/);
    const places = ['tass', 'irna', 'gone', 'quiet'].map((id) => first.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).not.toContain('All is well');
  });

  it('says that nobody polls, and since when, before what fails', () => {
    const late = health({ nextDueAt: aMorning - 3 * hour, lastPolledAt: aMorning - 4 * hour });
    const text = toPlainText(page([late, health({ sourceId: 'irna' })]));
    expect(text).toContain('Nobody polls');
    expect(text).toMatch(/1 of 2 sources are overdue. The last poll was [^(]*\(0 s\)/);
    const alone = toPlainText(page([late]));
    expect(alone).toContain('(4 h). See whether araz start');
    expect(toPlainText(page([health({ nextDueAt: aMorning - 20 * minute })]))).toContain('All is');
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

  it('speaks the language of the site, and marks what polls report as English', () => {
    const failing = health({
      status: 'failing',
      failuresInARow: 12,
      failingSince: aMorning - 9 * day,
      lastOutcome: 'dns',
      lastMessage: 'no address',
    });
    const body = page([failing], 'fa');
    expect(body).toContain('<html lang="fa" dir="rtl">');
    expect(toPlainText(body)).toMatch(
      /ناموفق از ۹ بهمن ۱۴۰۴، [۰-۹:]+ \(۹ روز\)، ۱۲ بار پیاپی: dns/,
    );
    expect(body).toContain('<bdi lang="en" dir="ltr">dns: no address</bdi>');
    expect(body).toMatch(/<bdi lang="en" dir="ltr">every 30 min<\/bdi>/);
    expect(page([failing])).not.toContain('<bdi lang="en"');
  });

  const languages = ['az', 'tr', 'fa', 'ru', 'hy', 'ka', 'ar'];

  it.each(languages)('says nothing of its own in English where it is to speak %s', (language) => {
    const sources = (['failing', 'gone', 'new', 'ok'] as const).map((status) =>
      health({ sourceId: `of-${status}`, status, lastNewItemAt: aMorning - 20 * day }),
    );
    const said = [page(sources, language), page([], language)].join();
    const late = page([health({ nextDueAt: aMorning - 3 * hour })], language);
    const reported = /<(a|code|bdi|small|time|title)\b.*?<\/\1>/gs;
    const own = toPlainText((said + late).replace(reported, '')).replace(/Araz|HTTP/g, '');
    const isLatin = language === 'az' || language === 'tr';
    expect(own).not.toMatch(isLatin ? /\b(the|sources?|polls?|is|of)\b/i : /[a-z]{2}/i);
    expect(own).not.toMatch(/[{}]|undefined/);
  });

  it('speaks English where it has no words for the language of the site', () => {
    expect(page([health()], 'de')).toContain('<html lang="en" dir="ltr">');
  });
});
