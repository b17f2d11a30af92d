import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeduper, type Report, type Verdict } from '../../src/app/create-deduper.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { shippedConcepts } from '../../src/match/concepts/shipped.ts';

/** Compiled once: that costs more than all decisions here. */
const topics = compileTopics({ topics: [], concepts: shippedConcepts });

const subjects = [
  [
    'Limanda ikinci konteyner terminalı açılıb',
    'Terminalın gücü ildə 150 min konteynerdir. Layihəyə 65 milyon dollar xərclənib.',
    'az',
  ],
  [
    'Kars gravyeri Avrupa listesine girdi',
    'Boğatepe köyünde 12 mandıranın ürettiği peynir en az on ay bekletiliyor. Kararı kooperatif duyurdu.',
    'tr',
  ],
  [
    'Ferry service to Turkmenbashi resumes after storm',
    'Two vessels left the port at noon with 84 lorries on board. Drivers had waited for four days.',
    'en',
  ],
  [
    'Мост через Куру закрыли на ремонт',
    'Работы продлятся до октября, объезд организован по улице Руставели. Стоимость контракта 3 млн лари.',
    'ru',
  ],
  [
    'زلزله‌ای در سلماس رخ داد',
    'مرکز لرزه‌نگاری بزرگی این زلزله را ۴٫۸ اعلام کرد. گزارشی از خسارت نرسیده است.',
    'fa',
  ],
  [
    '港に新しいフェリーが到着した',
    '新造船は全長百二十メートルで、来月から毎日運航する予定だと会社は発表した。',
    'ja',
  ],
] as const;

const note = 'Bütün hüquqlar qorunur, sayta istinad mütləqdir.';

interface Carried {
  readonly subject: number;
  readonly edit: number;
}

const sources = ['alpha', 'beta', 'gamma', 'delta'];

/** What four outlets carry, each in its order, and whose turn it is at every step. */
const newsroom = fc.record({
  carried: fc.array(
    fc.uniqueArray(fc.record({ subject: fc.nat(subjects.length - 1), edit: fc.nat(3) }), {
      maxLength: 5,
      selector: ({ subject }) => subject,
    }),
    { minLength: sources.length, maxLength: sources.length },
  ),
  turns: fc.infiniteStream(fc.nat(sources.length - 1)),
});

function reportOf(source: string, { subject, edit }: Carried): Report {
  const [title = '', text = '', language = 'en'] = subjects[subject] ?? [];
  const edits = [
    [title, text],
    [`${title}!`, `(${source.toUpperCase()}) — ${text}`],
    [`${title} | ${source}`, text.slice(0, -12)],
    [title, `${text} ${note}`],
  ] as const;
  const [headline, summary] = edits[edit] ?? edits[0];
  const link = `https://${source}.example/news/${subject}0${subject}71`;
  return {
    source,
    title: headline,
    summary,
    link,
    id: link,
    language,
    published: '2026-02-07T10:00:00Z',
  };
}

function inTurn(
  carried: readonly (readonly Carried[])[],
  turns: Iterator<number>,
): readonly Report[] {
  const left = carried.map((list, index) =>
    list.map((each) => reportOf(sources[index] ?? '', each)),
  );
  const order: Report[] = [];
  for (let at = 0; left.some((list) => list.length > 0) && at < 1_000; at += 1) {
    const report = left[turns.next().value ?? 0]?.shift();
    if (report !== undefined) order.push(report);
  }
  return [...order, ...left.flat()];
}

async function decideAll(reports: readonly Report[]): Promise<readonly Verdict[]> {
  const deduper = createDeduper({ topics, now: () => Date.parse('2026-02-07T12:00:00Z') });
  const verdicts: Verdict[] = [];
  for (const report of reports) verdicts.push(await deduper.add(report));
  await deduper.close();
  return verdicts;
}

/** Links that stand for one article, as sorted lists. */
async function groupsOf(reports: readonly Report[]): Promise<readonly string[]> {
  const verdicts = await decideAll(reports);
  const groups = new Map<number, string[]>();
  for (const [index, { of, itemId }] of verdicts.entries()) {
    const root = of ?? itemId;
    groups.set(root, [...(groups.get(root) ?? []), reports[index]?.link ?? '']);
  }
  return [...groups.values()].map((links) => links.toSorted().join(' ')).toSorted();
}

const runs = { numRuns: 8 };
const timeout = 60_000;

describe('decisions', () => {
  it('are the same for the same input in the same order', { timeout }, async () => {
    const property = fc.asyncProperty(newsroom, async ({ carried, turns }) => {
      const reports = inTurn(carried, turns[Symbol.iterator]());
      expect(await decideAll(reports)).toEqual(await decideAll(reports));
    });
    await fc.assert(property, runs);
  });

  it('group the same copies however sources are interleaved', { timeout }, async () => {
    const property = fc.asyncProperty(newsroom, async ({ carried, turns }) => {
      const inRows = carried.flatMap((list, index) =>
        list.map((each) => reportOf(sources[index] ?? '', each)),
      );
      expect(await groupsOf(inTurn(carried, turns[Symbol.iterator]()))).toEqual(
        await groupsOf(inRows),
      );
    });
    await fc.assert(property, runs);
  });

  it('bring nothing new when one feed is read ten times', async () => {
    const feed = subjects.map((_, subject) => reportOf('alpha', { subject, edit: subject % 4 }));
    const verdicts = await decideAll(Array.from({ length: 10 }, () => feed).flat());
    const later = verdicts.slice(feed.length);
    expect(later.every(({ kind }) => kind === 'known')).toBe(true);
  });
});
