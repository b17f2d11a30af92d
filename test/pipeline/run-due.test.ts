import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { hour } from '../../src/domain/instant.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Store } from '../../src/domain/store.ts';
import { type RunReport, type RunRequest, runDue } from '../../src/pipeline/run-due.ts';
import { type Line, openLine } from '../support/a-line.ts';
import { smallFeed } from '../support/small-feed.ts';

let line: Line;
let sources: Map<string, Source>;

beforeEach(async () => {
  line = await openLine();
  sources = new Map();
});

/** Declares `count` sources, each with an item of its own. */
async function declare(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const source = line.source(`s${String(n).padStart(2, '0')}`);
    const item = { name: source.id, title: `The ${n} bridges of the town of ${source.id}` };
    line.server.at(`/${source.id}.xml`, { body: smallFeed(source.id, [item]) });
    sources.set(source.id, source);
  }
  await line.store.syncSources([...sources.values()], line.clock.now());
}

/** All sources of these tests are at one host. */
const request = { owner: 'test', concurrency: 3, hostConnections: 3 };

const run = (more: Partial<RunRequest> = {}, store: Store = line.store): Promise<RunReport> =>
  runDue(sources, { ...line.tools, store }, { ...request, ...more });

const polled = (report: RunReport): readonly string[] =>
  report.reports.map(({ sourceId }) => sourceId).sort();

const leasable = async (): Promise<readonly string[]> => {
  const request = { now: line.clock.now(), limit: 99, owner: 'probe', ttlMs: 1 };
  const leases = await line.store.leaseDueSources({ ...request, ignoreDue: true });
  await line.store.releaseLeases(leases);
  return leases.map(({ state }) => state.sourceId).sort();
};

describe('a pass', () => {
  it('polls every source that is due once, and no more than allowed at once', async () => {
    await declare(10);
    for (const id of sources.keys()) {
      const body = smallFeed(id, [{ name: id, title: `Of ${id}` }]);
      line.server.at(`/${id}.xml`, { body, fault: { kind: 'drip', everyMs: 5, bytes: 200 } });
    }
    const report = await run();
    expect(polled(report)).toEqual([...sources.keys()]);
    expect(line.server.requests).toHaveLength(10);
    expect(line.server.openAtOnceMax).toBeGreaterThan(1);
    expect(line.server.openAtOnceMax).toBeLessThanOrEqual(3);
  });

  it('polls none that is not due, unless told to; then each once', async () => {
    await declare(5);
    await run();
    expect(polled(await run())).toEqual([]);
    line.server.forgetRequests();
    expect(polled(await run({ ignoreDue: true }))).toEqual([...sources.keys()]);
    expect(line.server.requests).toHaveLength(5);
    expect(await leasable()).toEqual([...sources.keys()]);
  });

  it('polls each once even when it is due again at once', async () => {
    await declare(4);
    // A clock that runs two hours ahead with every look: each source is due again when it is done.
    const clock = {
      now: () => {
        line.clock.advance(2 * hour);
        return line.clock.now();
      },
    };
    const report = await runDue(sources, { ...line.tools, clock }, { ...request, concurrency: 1 });
    expect(polled(report)).toEqual([...sources.keys()]);
  });

  it('keeps what is long under way: a lease that ran out is not taken over by its own pass', async () => {
    await declare(4);
    const body = smallFeed('s01', [{ name: 'late', title: 'A bridge that took its time' }]);
    line.server.at('/s01.xml', { body, fault: { kind: 'drip', everyMs: 20, bytes: 60 } });
    const report = await run({
      concurrency: 2,
      onReport: ({ sourceId }) => {
        if (sourceId === 's02') line.clock.advance(hour);
      },
    });
    expect(polled(report)).toEqual([...sources.keys()]);
    expect(report.reports.filter(({ wasKept }) => !wasKept)).toEqual([]);
    expect(report.reports.at(-1)?.sourceId).toBe('s01');
  });

  it('goes on with other hosts while the sources of one stand behind each other', async () => {
    await declare(6);
    for (const id of ['s01', 's02', 's03']) {
      const source = line.source(id, { url: line.server.urlOf(`/${id}.xml`), timeoutMs: 150 });
      sources.set(id, source);
      line.server.at(`/${id}.xml`, { fault: { kind: 'silence' } });
    }
    for (const id of ['s04', 's05', 's06']) {
      const url = line.server.urlOf(`/${id}.xml`).replace('127.0.0.1', 'localhost');
      sources.set(id, line.source(id, { url }));
    }
    await line.store.syncSources([...sources.values()], line.clock.now());
    const report = await run({ concurrency: 2, hostConnections: 1 });
    const order = report.reports.map(({ sourceId }) => sourceId);
    expect(order).toEqual(['s04', 's05', 's06', 's01', 's02', 's03']);
    expect(line.server.openAtOnceMax).toBe(2);
  });

  it('narrows to the sources named', async () => {
    await declare(4);
    const report = await run({ only: ['s02', 's04'], ignoreDue: true });
    expect(polled(report)).toEqual(['s02', 's04']);
  });

  it('does not ask again before a Retry-After is over, whatever is ignored', async () => {
    await declare(2);
    line.server.at('/s01.xml', { status: 503, headers: { 'retry-after': '600' } });
    await run({ concurrency: 1 });
    line.server.forgetRequests();
    await run({ ignoreDue: true, only: ['s01'] });
    expect(line.server.requestsTo('/s01.xml')).toHaveLength(0);
  });

  it('gives a source back that this configuration does not know', async () => {
    await declare(3);
    sources.delete('s02');
    expect(polled(await run())).toEqual(['s01', 's03']);
    expect(await leasable()).toContain('s02');
  });

  it('goes on when sources fail, each with its outcome', async () => {
    await declare(4);
    line.server.at('/s02.xml', { status: 500 });
    line.server.at('/s03.xml', { fault: { kind: 'reset' } });
    const { reports } = await run();
    const outcomes = Object.fromEntries(reports.map(({ poll }) => [poll.sourceId, poll.outcome]));
    expect(outcomes).toEqual({
      s01: 'modified',
      s02: 'http-server-error',
      s03: 'reset',
      s04: 'modified',
    });
  });
});

describe('a pass that is stopped', () => {
  it('starts no further poll and ends those under way', async () => {
    await declare(6);
    const stop = new AbortController();
    const report = await run({
      concurrency: 1,
      ignoreDue: true,
      stop: stop.signal,
      onReport: ({ sourceId }) => {
        if (sourceId === 's02') stop.abort();
      },
    });
    expect(polled(report)).toEqual(['s01', 's02']);
    expect(await leasable()).toEqual([...sources.keys()]);
  });

  it('polls nothing when it was stopped before it began', async () => {
    await declare(2);
    const report = await run({ stop: AbortSignal.abort() });
    expect(report.reports).toEqual([]);
    expect(line.server.requests).toHaveLength(0);
  });

  it('calls off polls under way when it is given up; their sources stay due', async () => {
    await declare(3);
    line.server.at('/s01.xml', { fault: { kind: 'silence' } });
    line.server.at('/s02.xml', { fault: { kind: 'silence' } });
    const giveUp = new AbortController();
    const running = run({ giveUp: giveUp.signal });
    await expect.poll(() => line.server.requests.length).toBe(3);
    await expect.poll(async () => (await line.store.listPolls(9)).length).toBe(1);
    giveUp.abort();
    expect(polled(await running)).toEqual(['s03']);
    const due = await line.store.leaseDueSources({
      now: line.clock.now(),
      limit: 9,
      owner: 'next',
      ttlMs: 1,
    });
    expect(due.map(({ state }) => state.sourceId)).toEqual(['s01', 's02']);
  });
});

describe('a store that fails', () => {
  it('stops the pass with its error, once what is under way has ended', async () => {
    await declare(8);
    let open = 0;
    const store: Store = new Proxy(line.store, {
      get: (target, name) => {
        if (name !== 'commitIngest') return Reflect.get(target, name, target);
        return async (intent: Parameters<Store['commitIngest']>[0]) => {
          if (intent.sourceId === 's02') throw new AppError('io', 'the disk is full');
          open += 1;
          const outcome = await target.commitIngest(intent);
          open -= 1;
          return outcome;
        };
      },
    });
    await expect(run({ ignoreDue: true }, store)).rejects.toThrow('the disk is full');
    expect(open).toBe(0);
    const asked = line.server.requests.length;
    expect(asked).toBeLessThan(8);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(line.server.requests).toHaveLength(asked);
  });
});
