import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { StoreAudit } from '../../src/domain/store-file.ts';
import { storeFileOf } from '../../src/store/open-store.ts';
import { tree } from '../support/memory-tree.ts';
import { ReplayNewsroom } from '../support/replay-newsroom.ts';
import { tempFolder } from '../support/temp-store.ts';
import { TreeChecker } from '../support/tree-checker.ts';

/** `npm run replay` widens the net; the everyday run keeps to what a minute allows. */
const seeds = Number(process.env['ARAZ_REPLAY_SEEDS'] ?? 1);
const firstSeed = Number(process.env['ARAZ_REPLAY_FIRST'] ?? 1);
const publishesMin = 60;

vi.mock('../../src/publish/write-file.ts', async () => import('../support/memory-tree.ts'));
// Months are another's subject.
const nothing = vi.hoisted(() => async () => ({ written: 0, unchanged: 0, refused: [] }));
vi.mock('../../src/pipeline/publish-months.ts', () => ({ publishMonths: nothing }));

interface Replayed {
  readonly checker: TreeChecker;
  readonly newsroom: ReplayNewsroom;
  /** What `verify` says of the store after all of that. */
  readonly audit: StoreAudit;
}

async function replay(seed: number): Promise<Replayed> {
  tree.clear();
  const file = path.join(await tempFolder(), 'araz.db');
  const newsroom = await ReplayNewsroom.open(file, seed);
  const checker = new TreeChecker();
  for (let step = 0; step < publishesMin; step += 1) {
    const isIdle = (await newsroom.live(step)) && step > 0;
    await publishAndCheck(newsroom, checker, isIdle);
  }
  await newsroom.close();
  return { checker, newsroom, audit: storeFileOf(`sqlite:${file}`).audit() };
}

/** A publish that was killed is looked at as it stands, and then repeated by the next process. */
async function publishAndCheck(newsroom: ReplayNewsroom, checker: TreeChecker, isIdle: boolean) {
  checker.violations.push(...(await newsroom.publish()));
  const isHalf = newsroom.takeKilled();
  // Receipts are looked at by tests of their own; here they are what a lost store learns from.
  const documents = [...tree].filter(([name]) => !name.startsWith('stories/'));
  const named = documents.map(([name, body]) => [newsroom.nameOf(name), body] as const);
  checker.check(new Map(named), { ...newsroom.published(isIdle && !isHalf), isHalf });
  if (isHalf) await publishAndCheck(newsroom, checker, false);
}

describe('thirty days of news', () => {
  it.each(Array.from({ length: seeds }, (_, seed) => firstSeed + seed))(
    'keep the publication contract (seed %i)',
    async (seed) => {
      const { checker, newsroom, audit } = await replay(seed);
      const { publishes, documents, pagesEver, violations } = checker;
      const events = [...newsroom.happened].map(([name, count]) => `${count} ${name}`).join(', ');
      console.info(
        `replay ${seed}: ${publishes} publishes, ${documents} documents, ${pagesEver} archive pages; ` +
          `${events}; ${violations.length} violations`,
      );
      expect(violations.slice(0, 10)).toEqual([]);
      expect(audit.findings).toEqual([]);
      expect(audit.itemsChecked).toBeGreaterThan(0);
      expect(publishes).toBeGreaterThanOrEqual(publishesMin);
      expect(pagesEver).toBeGreaterThan(0);
    },
    600_000,
  );
});
