import { findGone, findHold, findMove, findNeverPolled } from './address-findings.ts';
import {
  findDoubtful304,
  findFuture,
  findLeftOut,
  findMissed,
  findOtherLanguage,
  findSilence,
  findUndated,
} from './content-findings.ts';
import { findFailure } from './failure-findings.ts';
import type { Case, Check, Finding } from './finding.ts';
import { findGuidDistrust, findLinkDistrust } from './trust-findings.ts';

/** In the order they are told: whether it answers, where it is, what it brings. */
const checks: readonly Check[] = [
  findNeverPolled,
  findGone,
  findFailure,
  findHold,
  findMove,
  findSilence,
  findDoubtful304,
  findOtherLanguage,
  findFuture,
  findUndated,
  findGuidDistrust,
  findLinkDistrust,
  findMissed,
  findLeftOut,
];

/** Everything worth knowing of a source, what an editor has to do first. Pure. */
export function diagnose(of: Case): readonly Finding[] {
  const findings = checks.flatMap((check) => check(of) ?? []);
  return findings.toSorted((a, b) => Number(b.needsEditor) - Number(a.needsEditor));
}
