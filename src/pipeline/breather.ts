import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work between two turns of the event loop: well under the 50 ms bound of `start`. */
const stretchMs = 12;

/** Call between pieces of work: lets the event loop turn when the current stretch has been long enough. */
export function createBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretchMs) return;
    await setImmediate();
    since = performance.now();
  };
}
