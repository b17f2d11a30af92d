import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '../../src/domain/instant.ts';
import { type Line, openLine } from '../support/a-line.ts';
import { type CarriedEntry, rssOf } from '../support/carried.ts';

/** Reports that an agency sends to all, and any outlet may print. */
const wire = [
  [
    'New ferry joins the line to Turkmenbashi',
    'The ship carries 48 lorries and 200 people, and makes the crossing in fourteen hours.',
  ],
  [
    'Bridge over the Kura closes for the winter',
    'Cars go by Rustaveli street until March, and the buses of four lines stop elsewhere.',
  ],
  [
    'Cheese of Kars is entered in a European list',
    'Twelve dairies in Bogatepe make it, which has to ripen for at least ten months.',
  ],
  [
    'Caravanserai near Sheki opens as a museum',
    'The building was restored over nine years, and shows carpets of the eighteenth century.',
  ],
  [
    'Electric buses reach the villages of Ilisu',
    'Six buses with winter tyres were bought, which two districts have paid for together this spring.',
  ],
  [
    'Storks return to the lake of Van in numbers',
    'Watchers counted 310 nests in May, twice as many as in the year of the drought.',
  ],
] as const;

/** What one outlet alone has, and enough of it to learn how the outlet writes. */
const places = ['Astara', 'Batumi', 'Ganja', 'Lerik', 'Rasht', 'Shusha', 'Tabriz'];

const outlets = [
  {
    id: 'alpha',
    put: (title: string) => `${title} - Alpha Daily News`,
    edit: (text: string) => text,
    note: 'Subscribe to the letter of Alpha and read it first.',
  },
  {
    id: 'beta',
    put: (title: string) => `Beta Herald: ${title}`,
    edit: (text: string) => `(BETA) — ${text.slice(0, -9)}`,
    note: '',
  },
  {
    id: 'gamma',
    put: (title: string) => `${title} | World | Gamma`,
    edit: (text: string) => text.replace(' and ', ' as well as '),
    note: 'All rights reserved, any use needs a link to Gamma.',
  },
  { id: 'delta', put: (title: string) => title, edit: (text: string) => text, note: '' },
] as const;
type Outlet = (typeof outlets)[number];

/** Which reports of the wire an outlet prints, in which order, and in which documents its guids fail. */
interface Plan {
  readonly prints: readonly number[];
  readonly fails: readonly boolean[];
}

function entryOf(outlet: Outlet, title: string, text: string, n: number): CarriedEntry {
  return {
    guid: `${outlet.id}-${n}`,
    link: `https://${outlet.id}.example/n/${outlet.id.length}${30_000 + n * 17}`,
    title: outlet.put(title),
    text: `${outlet.edit(text)} ${outlet.note}`.trim(),
    date: new Date(Date.parse('2026-02-07T08:00:00Z') - n * 3 * minute).toUTCString(),
  };
}

/** Three documents, each of which goes on from the one before. */
function documentsOf(outlet: Outlet, { prints, fails }: Plan): readonly string[] {
  const own = places.map((place, n) =>
    entryOf(
      outlet,
      `${outlet.id} asks ${place} about its plans`,
      `${place} told ${outlet.id} that ${n + 3} roads are mended.`,
      50 + n,
    ),
  );
  const printed = prints.map((at) => {
    const [title, text] = wire[at] ?? wire[0];
    return entryOf(outlet, title, text, at);
  });
  const all = [...own, ...printed];
  return fails.map((isFailing, at) => {
    const window = all.slice(0, own.length + Math.ceil((printed.length * (at + 1)) / fails.length));
    const newest = window.toReversed().slice(0, 12);
    return rssOf(isFailing ? newest.map((entry) => ({ ...entry, guid: 'same' })) : newest);
  });
}

/** Polls every document once, whose turn it is; what is left in the order of the outlets. */
async function pollAll(plans: readonly Plan[], turns: readonly number[]): Promise<Line> {
  const line = await openLine();
  const left = outlets.map((outlet, at) => [...documentsOf(outlet, plans[at] as Plan)]);
  const rest = left.flatMap((documents, at) => documents.map(() => at));
  for (const at of [...turns, ...rest]) {
    const [outlet, document] = [outlets[at] as Outlet, left[at]?.shift()];
    if (document === undefined) continue;
    line.server.at(`/${outlet.id}.xml`, { body: document });
    await line.poll(line.source(outlet.id));
  }
  return line;
}

/** Links that stand for one article, as sorted lists. */
async function groupsOf(line: Line): Promise<readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const { id, duplicate, link = '' } of await line.store.listItems(0, 500)) {
    const of = duplicate?.itemId ?? id;
    groups.set(of, [...(groups.get(of) ?? []), link]);
  }
  return [...groups.values()].map((links) => links.toSorted().join(' ')).toSorted();
}

const plan: fc.Arbitrary<Plan> = fc.record({
  prints: fc.uniqueArray(fc.nat(wire.length - 1), { minLength: 2, maxLength: wire.length }),
  fails: fc.tuple(fc.constant(false), fc.boolean(), fc.boolean()),
});
const newsroom = fc.record({
  plans: fc.array(plan, { minLength: outlets.length, maxLength: outlets.length }),
  turns: fc.array(fc.nat(outlets.length - 1), { minLength: 8, maxLength: 24 }),
});

describe('documents of several sources', () => {
  it('give the same groups of copies in whatever order they are read', {
    timeout: 120_000,
  }, async () => {
    const property = fc.asyncProperty(newsroom, async ({ plans, turns }) => {
      const groups = await groupsOf(await pollAll(plans, turns));
      expect(groups).toEqual(await groupsOf(await pollAll(plans, [])));
      // And these are what was printed: each report of the wire once, with all that printed it.
      const printers = wire.map(
        (_, at) => plans.filter(({ prints }) => prints.includes(at)).length,
      );
      const sizes = groups.map((links) => links.split(' ').length).filter((size) => size > 1);
      expect(sizes.toSorted()).toEqual(printers.filter((count) => count > 1).toSorted());
    });
    await fc.assert(property, { numRuns: 4 });
  });

  it('bring nothing new and revise nothing when read ten times, in any order of their entries', {
    timeout: 120_000,
  }, async () => {
    const property = fc.asyncProperty(
      newsroom,
      fc.infiniteStream(fc.nat()),
      async ({ plans }, shuffle) => {
        const line = await pollAll(plans, []);
        const before = await groupsOf(line);
        for (const [at, outlet] of outlets.entries()) {
          const last = documentsOf(outlet, plans[at] as Plan).at(-1) ?? '';
          const entries = last.match(/<item>.*?<\/item>/g) ?? [];
          for (let times = 0; times < 10; times += 1) {
            const turn = (shuffle.next().value ?? 0) % entries.length;
            const turned = [...entries.slice(turn), ...entries.slice(0, turn)].join('');
            line.server.at(`/${outlet.id}.xml`, { body: last.replace(entries.join(''), turned) });
            const report = await line.poll(line.source(outlet.id));
            expect(report?.poll).toMatchObject({ itemsNew: 0, itemsRevised: 0 });
          }
        }
        expect(await groupsOf(line)).toEqual(before);
      },
    );
    await fc.assert(property, { numRuns: 2 });
  });
});
