import { type Instant, type Milliseconds, minute } from '../../domain/instant.ts';
import type { SourceState } from '../../domain/source.ts';
import { intervalMin } from '../../pipeline/poll/poll-interval.ts';
import type { App } from '../create-app.ts';
import { afterHint } from './subscription-life.ts';

/** A poll that ended so long after a push had not asked the server before it; polls take half. */
const pollMax: Milliseconds = minute;

/** Brings the polls forward that hubs have hinted at, and forgets the hints. */
export async function takeHints(app: Pick<App, 'store' | 'clock' | 'log'>): Promise<void> {
  const { store, clock, log } = app;
  const hinted = (await store.listSubscriptions()).filter(({ hintedAt }) => hintedAt !== undefined);
  if (hinted.length === 0) return;
  const now = clock.now();
  const states = new Map((await store.listSourceStates()).map((each) => [each.sourceId, each]));
  const forward = hinted.flatMap(({ sourceId, hintedAt = 0 }) => {
    const state = states.get(sourceId);
    return (state && hintedState(state, hintedAt, now)) ?? [];
  });
  if (forward.length > 0) await store.rescheduleSources(forward);
  for (const subscription of hinted) await store.saveSubscription(afterHint(subscription));
  log.info('pushes', { hints: hinted.length, brought_forward: forward.length });
}

/**
 * The state of a source whose hub has announced something: due as soon as manners allow. Never
 * before a wait the server asked for, never within the floor between two polls, or for a failing
 * source within its interval. Undefined when nothing is to change: it is due sooner anyway, it is
 * gone, or it was polled after the push.
 */
export function hintedState(
  state: SourceState,
  hintedAt: Instant,
  now: Instant,
): SourceState | undefined {
  const { status, lastPolledAt, heldUntil = 0, intervalMs, nextDueAt } = state;
  if (status === 'gone') return undefined;
  if (lastPolledAt !== undefined && lastPolledAt - hintedAt > pollMax) return undefined;
  const least = status === 'failing' ? Math.max(intervalMin, intervalMs) : intervalMin;
  const earliest = Math.max(now, heldUntil, (lastPolledAt ?? 0) + least);
  if (nextDueAt <= earliest) return undefined;
  return {
    ...state,
    nextDueAt: earliest,
    nextDueReason: 'its hub announced something new (WebSub)',
  };
}
