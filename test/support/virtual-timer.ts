import type { Milliseconds } from '../../src/domain/instant.ts';
import type { QueueTimer } from '../../src/fetch/host-queue.ts';

export interface VirtualTimer extends QueueTimer {
  /** Lets time pass, waking whoever asked for it at the right moment and letting promises settle. */
  pass(ms: Milliseconds): Promise<void>;
}

/** A timer whose time passes only when a test says so. */
export function virtualTimer(start: Milliseconds = 0): VirtualTimer {
  let now = start;
  const alarms = new Map<symbol, { readonly at: Milliseconds; readonly wake: () => void }>();

  async function settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    now: () => now,
    after: (ms, wake) => {
      const key = Symbol('alarm');
      alarms.set(key, { at: now + ms, wake });
      return () => alarms.delete(key);
    },
    pass: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...alarms].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > end) break;
        alarms.delete(next[0]);
        now = next[1].at;
        next[1].wake();
        await settle();
      }
      now = end;
    },
  };
}
