import type { Instant } from '../../domain/instant.ts';
import type { PollRecord } from '../../domain/intent.ts';
import type { Source, SourceState } from '../../domain/source.ts';
import type { ItemGlance } from '../../domain/store.ts';

/** Something worth knowing of a source, and what to do about it. */
export interface Finding {
  /** Stable, for programs: `moved`, `silent`, `failing-dns`. */
  readonly code: string;
  /** What was seen and what to do, in words for an editor. */
  readonly text: string;
  /** True when it does not get better by itself. */
  readonly needsEditor: boolean;
}

/** All that is known of one source. */
export interface Case {
  readonly source: Source;
  readonly state: SourceState;
  /** Newest first. */
  readonly polls: readonly PollRecord[];
  /** Newest first seen first. */
  readonly items: readonly ItemGlance[];
  readonly now: Instant;
}

/** One thing to look for; undefined when it is not there. */
export type Check = (of: Case) => Finding | undefined;

/** Something to know; nothing has to be done. */
export function toKnow(code: string, text: string): Finding {
  return { code, text, needsEditor: false };
}

/** Something an editor has to do. */
export function toDo(code: string, text: string): Finding {
  return { code, text, needsEditor: true };
}

/** `2026-02-07`: the day, UTC. */
export function dayText(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
