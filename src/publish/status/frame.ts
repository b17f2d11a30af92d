import type { SiteConfig } from '../../domain/config.ts';
import type { SourceHealth } from '../../domain/health.ts';
import type { SourceId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../../domain/source.ts';
import { cutAtWord } from '../clean.ts';
import { pageLanguage } from '../page-shell.tsx';
import { type StatusWords, statusWords } from './words.ts';

/** Longest message shown of one source, in characters. */
const messageCharactersMax = 200;

interface FrameInput {
  readonly site: SiteConfig;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly now: Instant;
}

/** What every part of the status is told by. */
export interface StatusFrame extends FrameInput {
  readonly language: string;
  readonly words: StatusWords;
}

export function statusFrame({ site, sources, now }: FrameInput): StatusFrame {
  const language = pageLanguage(site.language);
  return { site, sources, now, language, words: statusWords(language) };
}

/** What the last poll of a source ended in, as logs and metrics name it: `http-status (HTTP 503)`. */
export function outcomeOf({ state, lastPoll }: SourceHealth): string {
  const outcome = lastPoll?.outcome ?? state.lastOutcome ?? '';
  return lastPoll?.httpStatus === undefined ? outcome : `${outcome} (HTTP ${lastPoll.httpStatus})`;
}

/** What the last poll had to say, short; empty when that is nothing. */
export function messageOf({ state, lastPoll }: SourceHealth): string {
  return shortMessage(lastPoll?.message ?? state.lastMessage ?? '');
}

export function shortMessage(message: string): string {
  return cutAtWord(message, messageCharactersMax);
}
