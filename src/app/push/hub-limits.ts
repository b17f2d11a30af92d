import { type Milliseconds, second } from '../../domain/instant.ts';
import type { ErrandResult } from '../../fetch/errand.ts';

/** A hub or a callback only has to take a note. */
export const callTimeoutMs: Milliseconds = 10 * second;

/** Calls at once: of subscribers that answer promptly, of all others, and of hubs elsewhere. */
export const promptCallsMax = 32;
export const slowCallsMax = 16;
export const hubCallsMax = 16;
/** Of these, calls at once to one site, or to one hub. */
export const siteCallsMax = 2;

/** Whether we ended it ourselves, so that it says nothing about the other side. */
export function isCalledOff(result: ErrandResult): boolean {
  return result.kind === 'failed' && result.reason === 'aborted';
}
