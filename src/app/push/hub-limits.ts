import { type Milliseconds, second } from '../../domain/instant.ts';
import type { ErrandResult } from '../../fetch/errand.ts';

/** A hub or a callback only has to take a note. */
export const callTimeoutMs: Milliseconds = 20 * second;

/** Whether we ended it ourselves, so that it says nothing about the other side. */
export function isCalledOff(result: ErrandResult): boolean {
  return result.kind === 'failed' && result.reason === 'aborted';
}
