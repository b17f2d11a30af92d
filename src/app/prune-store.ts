import { day } from '../domain/instant.ts';
import type { PruneCounts, PruneRequest } from '../domain/retention.ts';
import type { App } from './create-app.ts';
import { acquireRunLock } from './run-lock.ts';

/** Steps of one run: a bound against going round for ever, far above any store. */
const stepsMax = 1_000_000;

/** Retention by hand. Throws `locked` while another run goes on, whose worker does it once a day. */
export async function pruneOnce(app: App): Promise<PruneCounts> {
  const lock = await acquireRunLock(app.store, app.clock, app.log);
  try {
    return await pruneStore(app, lock.lost);
  } finally {
    await lock.release();
  }
}

/** Retention as upkeep: at most once a day, whoever runs. Undefined when it is not time yet. */
export async function pruneDaily(app: App, stop?: AbortSignal): Promise<PruneCounts | undefined> {
  const last = await app.store.findPrunedAt();
  const now = app.clock.now();
  // A date to come was written while the clock was wrong.
  if (last !== undefined && last <= now && now - last < day) return undefined;
  return pruneStore(app, stop);
}

/**
 * Runs retention to its end, step by step, each between two polls' decisions: what a poll has looked
 * up is still there when it commits. Ended by `stop` it begins anew the next time.
 */
async function pruneStore(app: App, stop?: AbortSignal): Promise<PruneCounts> {
  const { config } = app.setup;
  const { inTurn } = app.ingestTools();
  const request: PruneRequest = {
    now: app.clock.now(),
    retentionMs: config.retentionMs,
    retentionOf: new Map(
      config.sources.flatMap(({ id, retentionMs }) =>
        retentionMs === undefined ? [] : [[id, retentionMs] as const],
      ),
    ),
  };
  const total: Record<keyof PruneCounts, number> = {
    texts: 0,
    revisions: 0,
    items: 0,
    stories: 0,
    keys: 0,
    polls: 0,
    pages: 0,
  };
  let from: PruneRequest['from'];
  for (let step = 1; step <= stepsMax && !stop?.aborted; step += 1) {
    const place = from && { from };
    const { removed, next } = await inTurn(() => app.store.prune({ ...request, ...place }));
    for (const name of Object.keys(total) as (keyof PruneCounts)[]) total[name] += removed[name];
    if (next === undefined) {
      app.log.info('retention', total);
      break;
    }
    from = next;
  }
  return total;
}
