import type { Child } from 'hono/jsx';
import { day, hour, type Instant, type Milliseconds, minute } from '../../domain/instant.ts';
import { numberWords, Time } from '../page-dates.tsx';
import type { StatusFrame } from './frame.ts';

interface MomentProps {
  readonly frame: StatusFrame;
  readonly instant: Instant | undefined;
}

/** A moment in the site's zone, or that there was none. */
export function At({ instant, frame }: MomentProps) {
  if (instant === undefined) return <span>{frame.words.never}</span>;
  const { language, site } = frame;
  return <Time instant={instant} style="both" language={language} timezone={site.timezone} />;
}

/** A moment and how long ago it was; before any poll there is only the first one to name. */
export function Since({ instant, frame }: MomentProps) {
  if (instant === undefined) return <>{frame.words.firstPoll}</>;
  return (
    <>
      <At frame={frame} instant={instant} /> (
      <bdi>{durationWords(Math.max(0, frame.now - instant), frame)}</bdi>)
    </>
  );
}

/** `in 12 min`; what is overdue is due now. */
export function dueWords(dueAt: Instant, frame: StatusFrame): Child {
  const wait = dueAt - frame.now;
  const { now, in: inTime } = frame.words;
  return wait <= 0 ? now : inTime.replace('{time}', durationWords(wait, frame));
}

function durationWords(
  duration: Milliseconds,
  { words, language }: Pick<StatusFrame, 'words' | 'language'>,
): string {
  const say = (pattern: string, count: number) =>
    pattern.replace('{count}', numberWords(count, language));
  if (duration < 2 * minute) return say(words.seconds, Math.ceil(duration / 1_000));
  if (duration < 2 * hour) return say(words.minutes, Math.round(duration / minute));
  if (duration < 2 * day) return say(words.hours, Math.round(duration / hour));
  return say(words.days, Math.round(duration / day));
}
