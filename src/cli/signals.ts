import { exitCodes } from './exit-codes.ts';

/** Polls under way get so long to end after the first signal. */
const graceMs = 8_000;

/**
 * SIGTERM or SIGINT: start nothing new, end what is under way, then exit 0; a second one ends at
 * once. What was not committed stays due, so nothing is lost either way.
 */
export function stopSignal(): { readonly stop: AbortSignal; readonly giveUp: AbortSignal } {
  const stop = new AbortController();
  const giveUp = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.done);
    stop.abort();
    setTimeout(() => giveUp.abort(), graceMs).unref();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return { stop: stop.signal, giveUp: giveUp.signal };
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
export function untilSignal(): Promise<void> {
  const { stop } = stopSignal();
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve()));
}
