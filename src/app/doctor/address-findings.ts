import type { SourceState } from '../../domain/source.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { redactUrl } from '../../text/redact-url.ts';
import { type Case, dayText, type Finding, toDo, toKnow } from './finding.ts';

/** The server says the feed is gone for good. */
export function findGone({ state, source }: Case): Finding | undefined {
  if (state.status !== 'gone') return undefined;
  const since = state.lastPolledAt === undefined ? '' : ` (${dayText(state.lastPolledAt)})`;
  return toDo(
    'gone',
    `the server says the feed is gone for good: 410${since}. It is asked no more. Remove the ` +
      `source, or find its new address; araz poll --source ${source.id} asks once more.`,
  );
}

/** Permanent redirects: what the configuration should say. */
export function findMove(of: Case): Finding | undefined {
  const { source, state } = of;
  const { effectiveUrl, permanentRedirect } = state;
  if (effectiveUrl !== undefined) {
    const to = redactUrl(effectiveUrl);
    const cure = `Set "url": "${to}".`;
    if (isSameUnderHttps(source.url, effectiveUrl)) {
      return toDo('https', `answers under https, and is asked there${seen(state)}. ${cure}`);
    }
    return toDo('moved', `has moved for good to ${to}, and is asked there${seen(state)}. ${cure}`);
  }
  if (permanentRedirect === undefined) return undefined;
  const to = redactUrl(permanentRedirect.url);
  return toKnow(
    'moving',
    `says it has moved for good to ${to}${seen(state)}. This is believed after 3 times over 7 ` +
      `days, as some redirects are mistakes; if you know it is right, set "url": "${to}".`,
  );
}

function seen({ permanentRedirect: sighting }: SourceState): string {
  if (sighting === undefined) return '';
  const times = sighting.count === 1 ? 'once' : `${sighting.count} times`;
  return ` (redirect seen ${times}, first on ${dayText(sighting.firstSeenAt)})`;
}

function isSameUnderHttps(from: string, to: string): boolean {
  return from.startsWith('http:') && to === `https:${from.slice('http:'.length)}`;
}

/** A server that has asked to be left alone. */
export function findHold({ state, now }: Case): Finding | undefined {
  const { heldUntil = 0 } = state;
  if (heldUntil <= now) return undefined;
  return toKnow(
    'held',
    `the server asked to be left alone until ${isoMinute(heldUntil)} (Retry-After). If it does so often, give ` +
      'the source a longer "every".',
  );
}

/** A source that has brought no answer yet. */
export function findNeverPolled({ state, polls }: Case): Finding | undefined {
  if (state.status !== 'new') return undefined;
  const [last] = polls;
  if (last === undefined) {
    return toKnow('never-polled', 'has not been polled yet; araz poll does so now.');
  }
  const said = redactUrl(last.message ?? last.outcome);
  return toKnow('never-reached', `has never been reached so far: ${said}. It is tried again.`);
}
