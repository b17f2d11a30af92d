import type { SourceHealth } from '../../src/domain/health.ts';
import { fullTrust } from '../../src/domain/identity-trust.ts';
import { minute } from '../../src/domain/instant.ts';
import type { SourceState } from '../../src/domain/source.ts';
import { aMorning } from './an-entry.ts';

/** A source that was polled this morning and is well. */
export function sourceHealth(given: Partial<SourceState> = {}): SourceHealth {
  const state = {
    sourceId: 'turan',
    url: 'https://turan.example/rss',
    status: 'ok',
    validators: {},
    nextDueAt: aMorning + 12 * minute,
    nextDueReason: 'every 30 min',
    lastPolledAt: aMorning,
    lastSuccessAt: aMorning,
    failuresInARow: 0,
    trust: fullTrust,
    intervalMs: 30 * minute,
    ...given,
  } as SourceState;
  return { state, itemsStored: 40, itemsLastDay: 7 };
}
