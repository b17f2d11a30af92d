import type { RedirectHop } from '../../domain/fetch-result.ts';
import { day, type Instant } from '../../domain/instant.ts';
import type { PermanentRedirectSighting, Source, SourceState } from '../../domain/source.ts';

/** A permanent redirect is believed after so many sightings over so much time: some are mistakes. */
const sightingsMin = 3;
const sightingsOver = 7 * day;

export type LearnedAddress = Pick<SourceState, 'effectiveUrl' | 'permanentRedirect'>;

/** The address to ask: the learned one, else the configured one. */
export function addressOf(source: Source, state: SourceState): string {
  return state.effectiveUrl ?? source.url;
}

/**
 * What the redirects of a successful poll teach (RFC 9110 §15.4.2, §15.4.9). Only the hops before
 * the first temporary one count. The same address under https is believed at once. A source that
 * carries secrets is moved within its origin at most, and never when its address holds one.
 */
export function learnAddress(
  source: Source,
  state: SourceState,
  redirects: readonly RedirectHop[],
  now: Instant,
): LearnedAddress {
  const permanent = permanentPrefix(redirects).filter((url) => mayMove(source, url));
  const [first] = permanent;
  const isUpgraded = first !== undefined && isUpgrade(addressOf(source, state), first);
  const current = isUpgraded ? first : state.effectiveUrl;
  const target = permanent.at(-1);
  const seen = state.permanentRedirect;
  if (target === undefined || target === current) {
    // What led to the address in use stays for the editor: since when, and how often it was seen.
    const why = isUpgraded && seen?.url !== first ? sightingOf(first, now) : seen;
    const isInUse = current !== undefined && current !== source.url && why?.url === current;
    return { ...address(source, current), ...(isInUse && { permanentRedirect: why }) };
  }
  const sighting =
    seen?.url === target ? { ...seen, count: seen.count + 1 } : sightingOf(target, now);
  const isBelieved = sighting.count >= sightingsMin && now - sighting.firstSeenAt >= sightingsOver;
  return { ...address(source, isBelieved ? target : current), permanentRedirect: sighting };
}

function sightingOf(url: string, now: Instant): PermanentRedirectSighting {
  return { url, firstSeenAt: now, count: 1 };
}

function address(source: Source, url: string | undefined): LearnedAddress {
  return url === undefined || url === source.url ? {} : { effectiveUrl: url };
}

/** Addresses that permanent redirects led to, up to the first temporary one. */
export function permanentPrefix(redirects: readonly RedirectHop[]): readonly string[] {
  const end = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  return redirects.slice(0, end < 0 ? redirects.length : end).map(({ to }) => to);
}

function isUpgrade(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const old = new URL(from);
  const next = new URL(to);
  if (old.protocol !== 'http:' || next.protocol !== 'https:' || old.port !== '') return false;
  return (
    old.hostname === next.hostname &&
    next.port === '' &&
    old.pathname === next.pathname &&
    old.search === next.search
  );
}

function mayMove(source: Source, target: string): boolean {
  if (source.publicUrl !== undefined) return false;
  if (source.headers === undefined || Object.keys(source.headers).length === 0) return true;
  return new URL(source.url).origin === new URL(target).origin;
}
