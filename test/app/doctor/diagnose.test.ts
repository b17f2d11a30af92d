import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/app/doctor/diagnose.ts';
import type { Case } from '../../../src/app/doctor/finding.ts';
import {
  fullTrust,
  type IdentityTrust,
  type TrustFaultKind,
} from '../../../src/domain/identity-trust.ts';
import { day, hour, minute } from '../../../src/domain/instant.ts';
import type { PollRecord } from '../../../src/domain/intent.ts';
import type { Source, SourceRhythm, SourceState } from '../../../src/domain/source.ts';
import type { ItemGlance } from '../../../src/domain/store.ts';
import { aNewState } from '../../support/a-source-state.ts';
import { seedDay as now } from '../../support/fixed-clock.ts';
import { aSource } from '../../support/sources.ts';

interface Given {
  readonly isNew?: boolean;
  readonly source?: Partial<Source>;
  readonly state?: Partial<SourceState>;
  readonly items?: readonly ItemGlance[];
  readonly polls?: readonly PollRecord[];
}

const distrusted = lowered('guid', 'repeat');

const rhythm: SourceRhythm = {
  everyMs: 30 * minute,
  skipHours: [],
  skipDays: [],
  itemsPerDay: 10,
  windowItems: 20,
};

/** A source in good health: polled ten minutes ago, news of today. */
function aCase({
  source = {},
  state = {},
  isNew = false,
  items = glances(10),
  polls = [],
}: Given): Case {
  const declared = aSource(source);
  const healthy: Partial<SourceState> = {
    status: 'ok',
    lastOutcome: 'modified',
    lastPolledAt: now - 10 * minute,
    ...(!isNew && { lastSuccessAt: now - 10 * minute, lastNewItemAt: now - hour }),
    rhythm,
  };
  const given = { source: declared, state: aNewState(declared, { ...healthy, ...state }), now };
  return { ...given, items, polls };
}

/** Items an hour apart, the newest an hour old. */
function glances(count: number, more: Partial<ItemGlance> = {}): ItemGlance[] {
  return Array.from({ length: count }, (_, index) => {
    const at = now - (index + 1) * hour;
    return { language: 'az', firstSeenAt: at, published: at, publishedRaw: at, ...more };
  });
}

function aPoll(itemsNew: number, daysAgo = 0): PollRecord {
  const startedAt = now - daysAgo * day;
  return {
    sourceId: 'turan',
    startedAt,
    finishedAt: startedAt,
    outcome: 'modified',
    bytes: 1,
    itemsNew,
    itemsDuplicate: 0,
    itemsRevised: 0,
    mayHaveMissed: false,
    nextDueAt: startedAt,
    nextDueReason: 'x',
  };
}

/** A source that has failed since it was added; what `aCase` holds of its health is taken away. */
const neverRead = (lastOutcome: string): Given => ({
  ...failing(lastOutcome, 0, { failuresInARow: 1 }),
  isNew: true,
  items: [],
});

/** A poll that found its whole window new. */
const aMiss = (daysAgo = 0): PollRecord => ({ ...aPoll(20, daysAgo), mayHaveMissed: true });

const failing = (lastOutcome: string, days: number, more: Partial<SourceState> = {}): Given => ({
  state: {
    status: 'failing',
    lastOutcome,
    lastMessage: 'what was said',
    failuresInARow: 9,
    failingSince: now - days * day,
    ...more,
  },
});

/** `! code` for what needs an editor, `- code` for what does not. */
const codes = (given: Given): readonly string[] =>
  diagnose(aCase(given)).map(({ code, needsEditor }) => `${needsEditor ? '!' : '-'} ${code}`);
const textOf = (given: Given): string => diagnose(aCase(given))[0]?.text ?? '';

describe('a source in good health', () => {
  it('has nothing to be told of', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Given]>([
    ['a quiet weekend', { state: { lastNewItemAt: now - 3 * day } }],
    ['a failure that has just begun, to an editor', failing('timeout', 0.1)],
    ['few items in another language', { items: glances(4, { language: 'ru' }) }],
    [
      'a minority in another language',
      { items: [...glances(4, { language: 'ru' }), ...glances(6)] },
    ],
    [
      'any language where several are meant',
      { source: { language: 'mul' }, items: glances(9, { language: 'ru' }) },
    ],
    ['a region of the language', { source: { language: 'az-latn' } }],
    ['some items without a date', { items: [...glances(5), { ...undated(1)[0] } as ItemGlance] }],
    ['some dates ahead', { items: [...ahead(9), ...glances(1)] }],
    ['a first poll, which is all new', { polls: [aPoll(3), aPoll(20, 1)] }],
    [
      '304s of a source that is slow by nature',
      { state: silent304(8, { itemsPerDay: 0.01 }), items: monthly() },
    ],
    ['304s of some days', { state: silent304(3) }],
  ])('is not troubled by %s', (_name, given) => {
    expect(codes(given).filter((code) => code.startsWith('!'))).toEqual([]);
  });
});

const at = (published: number) => ({ published, publishedRaw: published });

function undated(count: number): ItemGlance[] {
  return glances(count).map(({ publishedRaw: _, ...rest }) => rest);
}

function ahead(count: number): ItemGlance[] {
  return glances(count).map((item) => ({ ...item, publishedRaw: item.firstSeenAt + 4 * hour }));
}

function silent304(days: number, more: Partial<SourceRhythm> = {}): Partial<SourceState> {
  return {
    unmodifiedSince: now - days * day,
    lastSuccessAt: now - days * day,
    lastNewItemAt: now - days * day,
    rhythm: { ...rhythm, ...more },
  };
}

describe('what is found', () => {
  it.each<[string, Given, readonly string[]]>([
    ['never polled', { state: { status: 'new' }, items: [] }, ['- never-polled']],
    [
      'never reached, as the network was down',
      { state: { status: 'new' }, items: [], polls: [{ ...aPoll(0), outcome: 'dns' }] },
      ['- never-reached'],
    ],
    ['gone', { state: { status: 'gone' } }, ['! gone']],
    ['failing for days', failing('dns', 4), ['! failing-dns']],
    ['failing since today', failing('http-server-error', 0.2), ['- failing-http-server-error']],
    ['refused, which no wait cures', failing('unauthorised', 0.2), ['! failing-unauthorised']],
    [
      'refused for the first time',
      failing('unauthorised', 0, { failuresInARow: 1 }),
      ['- failing-unauthorised'],
    ],
    ['held by its server', { state: { heldUntil: now + hour } }, ['- held']],
    ['a wait that is over', { state: { heldUntil: now } }, []],
    ['moved', { state: { effectiveUrl: 'https://new.example/rss' } }, ['! moved']],
    [
      'on https',
      { source: { url: 'http://a.example/r' }, state: { effectiveUrl: 'https://a.example/r' } },
      ['! https'],
    ],
    [
      'about to be believed to have moved',
      {
        state: {
          permanentRedirect: { url: 'https://new.example/', firstSeenAt: now - day, count: 2 },
        },
      },
      ['- moving'],
    ],
    ['silent', { state: { lastNewItemAt: now - 6 * day } }, ['! silent']],
    ['without an item, ever', { state: emptyState(), items: [] }, ['! empty']],
    [
      'silent in its own slow way',
      { state: { lastNewItemAt: now - 20 * day }, items: monthly() },
      [],
    ],
    [
      'of unknown rhythm and silent for a month',
      { state: { lastNewItemAt: now - 31 * day }, items: glances(2) },
      ['! silent'],
    ],
    [
      'given up before it was first read',
      { items: glances(9).map((item) => ({ ...item, firstSeenAt: now, ...at(now - 90 * day) })) },
      ['! silent'],
    ],
    [
      'bringing old news day by day',
      { items: glances(9).map((item) => ({ ...item, ...at(now - 90 * day) })) },
      [],
    ],
    ['doubtful 304s', { state: silent304(8) }, ['- doubtful-304']],
    ['another language', { items: glances(10, { language: 'ru' }) }, ['! language']],
    ['undated', { items: undated(10) }, ['- no-dates']],
    ['ahead of time', { items: ahead(10) }, ['! future-dates']],
    [
      'an address that never had a feed',
      neverRead('http-client-error'),
      ['! failing-http-client-error'],
    ],
    ['a page from the first', neverRead('not-a-feed'), ['! failing-not-a-feed']],
    ['guids that repeat', { state: { trust: distrusted } }, ['- guids-repeat']],
    [
      'links that lead elsewhere than before',
      { state: { trust: lowered('link', 'move') } },
      ['- links-move'],
    ],
    ['guids that change', { state: { trust: lowered('guid', 'change') } }, ['- guids-change']],
    ['one full window of news', { polls: [aMiss(), aPoll(3, 1), aPoll(20, 2)] }, ['- missed']],
    [
      'full windows again and again',
      { polls: [aMiss(), aMiss(1), aMiss(2), aPoll(20, 3)] },
      ['! missed'],
    ],
    [
      'full windows of a source that is asked as often as allowed',
      { source: { everyMs: 10 * minute }, polls: [aMiss(), aMiss(1), aPoll(20, 2)] },
      ['- missed'],
    ],
    [
      'a document longer than is read once, and no more',
      { polls: [aPoll(0), { ...aPoll(2, 1), itemsLeftOut: 350 }] },
      [],
    ],
    ['one that still is', { polls: [{ ...aPoll(2), itemsLeftOut: 350 }] }, ['! too-many-items']],
    [
      'several things, the editor’s first',
      { state: { trust: distrusted, heldUntil: now + 1, effectiveUrl: 'https://n.example/' } },
      ['! moved', '- held', '- guids-repeat'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });
});

function lowered(identity: 'guid' | 'link', kind: TrustFaultKind): IdentityTrust {
  const fault = { kind, items: 4, of: 9, at: now };
  return { ...fullTrust, [identity]: { points: 20, grade: 'none', fault } };
}

function emptyState(): Partial<SourceState> {
  // An absent time cannot be given by spreading: the case is built without it.
  return { lastNewItemAt: undefined } as unknown as Partial<SourceState>;
}

function monthly(): ItemGlance[] {
  return glances(6).map((item, index) => ({ ...item, published: now - index * 30 * day }));
}

describe('what is said', () => {
  it('names the new address, since when and how often it was seen', () => {
    const permanentRedirect = {
      url: 'https://new.example/rss',
      firstSeenAt: now - 9 * day,
      count: 4,
    };
    const state = { effectiveUrl: permanentRedirect.url, permanentRedirect };
    expect(textOf({ state })).toBe(
      'has moved for good to https://new.example/rss, and is asked there (redirect seen 4 times, ' +
        'first on 2026-01-29). Set "url": "https://new.example/rss".',
    );
  });

  it('names how many items are in which language', () => {
    expect(textOf({ items: [...glances(8, { language: 'ru' }), ...glances(2)] })).toContain(
      '8 of 10 items are in "ru", while "az" is configured.',
    );
  });

  it('names by how much the dates are ahead', () => {
    expect(textOf({ items: ahead(10) })).toContain('by 4 h at least');
    expect(textOf({ polls: [{ ...aPoll(2), itemsLeftOut: 350 }] })).toMatch(
      /^its document has 2350 items, of which only the first 2000 are read: the last 350 were left out on .* \(araz try https:\/\/[^/]+\/\)/,
    );
  });

  it.each([
    ['dns', 'look for the outlet’s new address'],
    ['tls', 'certificate'],
    ['blocked', '"userAgent"'],
    ['not-a-feed', 'araz try https://turan.example/rss'],
    ['unauthorised', '"headers"'],
    ['rate-limited', '"every"'],
    ['http-client-error', 'araz try https://turan.example/'],
    ['forbidden-address', 'fetch.allowHosts'],
    ['timeout', '"timeout"'],
    ['too-many-redirects', 'cookies'],
    ['malformed', 'araz try'],
    ['a reason of tomorrow', 'browser'],
  ])('has a cure for %s', (reason, cure) => {
    const text = textOf(failing(reason, 5));
    expect(text).toContain(`(${reason}): what was said. What to do:`);
    expect(text).toContain(cure);
    expect(text).not.toMatch(/\{(?:url|site)\}/);
  });

  it('shows no secret of an address', () => {
    const source = { url: 'https://a.example/?k=s3cret', publicUrl: 'https://a.example/?k=***' };
    const given = failing('not-a-feed', 5, { lastMessage: 'https://a.example/?token=s3cret' });
    expect(textOf({ ...given, source })).not.toContain('s3cret');
  });
});
