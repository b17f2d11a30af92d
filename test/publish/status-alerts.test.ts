import { describe, expect, it } from 'vitest';
import type { SourceHealth } from '../../src/domain/health.ts';
import { day, hour, minute } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import { alertsMediaType, renderAlerts } from '../../src/publish/status/alerts.ts';
import { aMorning } from '../support/an-entry.ts';
import { checkFeed } from '../support/check-feed.ts';
import { sourceHealth as health } from '../support/source-health.ts';
import { aSource } from '../support/sources.ts';
import { nastyTexts } from './nasty.ts';

function alerts(
  sourceHealth: readonly SourceHealth[],
  now = aMorning,
  title = 'Turan',
  language = 'en',
): string {
  const body = renderAlerts({
    site: { title: 'Araz', language, timezone: 'Asia/Baku' },
    publicUrl: 'https://news.example.org/خبر',
    sources: new Map([['turan', aSource({ title })]]),
    sourceHealth,
    now,
  });
  const rendered = { path: 'alerts.atom', mediaType: alertsMediaType, body };
  expect(checkFeed(rendered)).toEqual([]);
  return body;
}

const titles = (body: string) => [...body.matchAll(/<title>(.*?)</g)].map(([, one]) => one);
const ids = (body: string) => [...body.matchAll(/<id>[^<]*#(.*?)</g)].map(([, one]) => one);

const failing = {
  status: 'failing',
  failingSince: aMorning - 5 * hour,
  failuresInARow: 9,
} as const;

describe('the alerts of the status', () => {
  it('are none when all is well, as of the last poll', () => {
    const body = alerts([health()]);
    expect(titles(body)).toEqual(['Araz: Alerts']);
    expect(body).toContain(`<updated>${new Date(aMorning).toISOString()}<`);
    expect(titles(alerts([]))).toEqual(['Araz: Alerts']);
  });

  it.each<[string, Partial<SourceState>, string]>([
    ['fails', failing, 'Turan fails'],
    ['is gone', { status: 'gone' }, 'Turan is gone for good'],
    ['is quiet', { lastNewItemAt: aMorning - 9 * day }, 'Turan has been quiet'],
  ])('name a source that %s', (_, given, title) => {
    expect(titles(alerts([health(given)]))).toEqual(['Araz: Alerts', title]);
  });

  it('say that nobody polls, also when nobody ever did', () => {
    expect(titles(alerts([health()], aMorning + 3 * hour))).toContain('Nobody polls');
    const { lastPolledAt: _, lastSuccessAt: __, ...never } = health().state;
    const body = alerts([{ ...health(), state: { ...never, status: 'new' } }], aMorning + 3 * hour);
    expect(ids(body)).toEqual([`late-${aMorning + 12 * minute}`]);
  });

  it('keep their ids as long as the trouble lasts, and get others for the next', () => {
    const first = ids(alerts([health(failing)]));
    const state = { ...failing, failuresInARow: 12, lastPolledAt: aMorning + hour };
    const goesOn = health({ ...state, nextDueAt: aMorning + 5 * hour });
    expect(ids(alerts([goesOn], aMorning + hour))).toEqual(first);
    const next = health({ ...failing, failingSince: aMorning + hour });
    expect(ids(alerts([next]))).not.toEqual(first);
  });

  it.each([
    ['az', 'Araz: Xəbərdarlıqlar', 'Turan: xəta verir'],
    ['fa', 'Araz: هشدارها', 'Turan: ناموفق'],
    ['ru', 'Araz: Предупреждения', 'Turan: сбои'],
  ])('speak the language of the site: %s', (language, ...expected) => {
    const body = alerts(
      [health({ ...failing, lastMessage: 'no answer' })],
      aMorning,
      'Turan',
      language,
    );
    expect(titles(body)).toEqual(expected);
    expect(body).toContain(`xml:lang="${language}"`);
    expect(body).toContain('<summary xml:lang="en">');
  });

  it.each(nastyTexts)('are valid with %s for a name and a message', (_, text) => {
    alerts([health({ ...failing, lastMessage: text })], aMorning, text);
  });
});
