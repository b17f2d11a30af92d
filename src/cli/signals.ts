import { exitCodes } from './exit-codes.ts';

/** Polls under way get so long to end after the first signal. */
const graceMs = 8_000;
/** Ctrl+C reaches us twice when npm is our parent, from the terminal and from npm: that is one. */
const echoMs = 1_000;
const parentCheckMs = 500;

/**
 * SIGTERM or SIGINT: start nothing new, end what is under way, then exit 0; a second one ends at
 * once. What was not committed stays due, so nothing is lost either way.
 */
export function stopSignal(): { readonly stop: AbortSignal; readonly giveUp: AbortSignal } {
  const stop = new AbortController();
  const giveUp = new AbortController();
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > echoMs) process.exit(exitCodes.done);
      return;
    }
    firstAt = performance.now();
    stop.abort();
    setTimeout(() => giveUp.abort(), graceMs).unref();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  onParentGone(onSignal);
  return { stop: stop.signal, giveUp: giveUp.signal };
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function untilSignal(): Promise<void> {
  const { stop } = stopSignal();
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve()));
}

/**
 * npm runs a script through a shell that dies of a SIGTERM without passing it on. Under npm the
 * death of the parent is therefore the signal; else a stopped `npm start` would go on unseen.
 */
function onParentGone(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, parentCheckMs);
  timer.unref();
}
