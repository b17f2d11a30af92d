import type { SourceHealth } from '../../domain/health.ts';
import type { SourceId } from '../../domain/ids.ts';
import { day, type Instant, type Milliseconds, minute } from '../../domain/instant.ts';

/** Polls that are so late say that nobody polls any more; cron may well come but every 15 minutes. */
const lateAfterMs: Milliseconds = 30 * minute;
/** Nothing new for so long is worth a look; `araz doctor` knows whether it is unusual. */
const quietAfterMs: Milliseconds = 7 * day;

/** Something an operator has to look at. */
export type Trouble =
  /** Nobody polls. `since` is the last poll of any source, absent when there never was one. */
  | { readonly kind: 'late'; readonly since: Instant | undefined; readonly sources: number }
  /** Polled, and no server ever answered. */
  | { readonly kind: 'nothing-reached' }
  | {
      readonly kind: 'failing' | 'gone' | 'quiet' | 'missed' | 'left-out';
      readonly sourceId: SourceId;
      readonly since: Instant | undefined;
      readonly one: SourceHealth;
    };

/** What is wrong, worst first: what concerns all sources, then the sources that fail, longest first. */
export function findTroubles(health: readonly SourceHealth[], now: Instant): readonly Trouble[] {
  const ofSources = health.flatMap((one) => troubleOf(one, now) ?? []);
  return [...troublesOfAll(health, now), ...ofSources.sort(worstFirst)];
}

function troublesOfAll(health: readonly SourceHealth[], now: Instant): readonly Trouble[] {
  const since = lastPollOf(health);
  const late = health.filter(
    ({ state }) => state.status !== 'gone' && now - state.nextDueAt > lateAfterMs,
  );
  const isNothingReached =
    since !== undefined &&
    health.every(({ state }) => state.lastPolledAt === undefined || !wasEverReached(state));
  return [
    ...(late.length > 0 ? [{ kind: 'late', since, sources: late.length } as const] : []),
    ...(isNothingReached ? [{ kind: 'nothing-reached' } as const] : []),
  ];
}

/** When any source was polled last; undefined when none ever was. */
export function lastPollOf(health: readonly SourceHealth[]): Instant | undefined {
  const times = health.flatMap(({ state }) => state.lastPolledAt ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

function wasEverReached({ lastSuccessAt }: SourceHealth['state']): boolean {
  return lastSuccessAt !== undefined;
}

function troubleOf(one: SourceHealth, now: Instant): SourceTrouble | undefined {
  const { state, lastPoll } = one;
  const { sourceId, lastPolledAt, lastNewItemAt } = state;
  switch (state.status) {
    case 'failing':
      return { kind: 'failing', sourceId, since: state.failingSince, one };
    case 'gone':
      return { kind: 'gone', sourceId, since: state.failingSince ?? lastPolledAt, one };
    case 'ok':
      if (lastPoll?.mayHaveMissed) return { kind: 'missed', sourceId, since: lastPolledAt, one };
      if (lastPoll?.itemsLeftOut !== undefined)
        return { kind: 'left-out', sourceId, since: lastPolledAt, one };
      if (lastNewItemAt !== undefined && now - lastNewItemAt > quietAfterMs) {
        return { kind: 'quiet', sourceId, since: lastNewItemAt, one };
      }
      return undefined;
    default:
      return undefined;
  }
}

export type SourceTrouble = Extract<Trouble, { readonly one: SourceHealth }>;

const order: readonly Trouble['kind'][] = ['failing', 'gone', 'missed', 'left-out', 'quiet'];

function worstFirst(a: SourceTrouble, b: SourceTrouble): number {
  return (
    order.indexOf(a.kind) - order.indexOf(b.kind) ||
    (a.since ?? 0) - (b.since ?? 0) ||
    (a.sourceId < b.sourceId ? -1 : 1)
  );
}
