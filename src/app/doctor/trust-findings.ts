import type { IdentityTrust } from '../../domain/identity-trust.ts';
import { askOutlet, trustSentence } from '../../domain/trust-sentence.ts';
import { type Case, type Finding, toKnow } from './finding.ts';

/** Guids that are not fully believed. */
export function findGuidDistrust(of: Case): Finding | undefined {
  return findDistrust('guid', of);
}

/** Links that are not fully believed. */
export function findLinkDistrust(of: Case): Finding | undefined {
  return findDistrust('link', of);
}

/** Nothing is lost by it, and only the outlet can change it. */
function findDistrust(identity: keyof IdentityTrust, { state }: Case): Finding | undefined {
  const trust = state.trust[identity];
  const sentence = trustSentence(identity, trust);
  if (sentence === undefined) return undefined;
  const code = `${identity}s-${trust.fault?.kind ?? 'repeat'}`;
  return toKnow(code, `${sentence}. Nothing to do. ${askOutlet[identity]}.`);
}
