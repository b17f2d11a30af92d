import { fullTrust } from '../../src/domain/identity-trust.ts';
import type { Source, SourceState } from '../../src/domain/source.ts';
import { seedDay } from './fixed-clock.ts';

/** The state of a source that has never been polled, due on the seed day. */
export function aNewState(source: Source, more: Partial<SourceState> = {}): SourceState {
  return {
    sourceId: source.id,
    url: source.url,
    status: 'new',
    validators: {},
    nextDueAt: seedDay,
    nextDueReason: 'new source',
    failuresInARow: 0,
    trust: fullTrust,
    intervalMs: source.everyMs,
    ...more,
  };
}
