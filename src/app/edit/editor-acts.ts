import { setTimeout as sleep } from 'node:timers/promises';
import type { Act, ActOutcome, StoryActKind } from '../../domain/act.ts';
import { AppError } from '../../domain/errors.ts';
import type { StoryId, TopicId } from '../../domain/ids.ts';
import { type Milliseconds, second } from '../../domain/instant.ts';
import type { Story } from '../../domain/story.ts';
import { findStoryByName } from '../ask/find-story.ts';
import type { App } from '../create-app.ts';
import type { Reading } from '../open-reading.ts';
import { publishAll } from '../publish-all.ts';
import { acquireRunLock } from '../run-lock.ts';

/** How long a verb waits for a run beside it that is to publish what it did. */
const patienceMs: Milliseconds = 60 * second;
const lookAgainMs: Milliseconds = 250;
/** Longest reason kept, in characters: it is published with the record of the departure. */
const reasonCharactersMax = 500;

export interface ActRequest {
  /** A story, by whatever names it. */
  readonly name: string;
  readonly kind: StoryActKind;
  readonly reason: string;
  readonly by: string;
}

export interface ActReport {
  readonly act: Act;
  readonly entryId: string;
  readonly topics: readonly TopicId[];
  /** Stories of the same article under another identity that went, or came back, with it. */
  readonly alongside: readonly StoryId[];
  /** False when a run beside holds the lock and has not published yet: it will. */
  readonly isPublished: boolean;
}

/**
 * Carries out what an editor decided about a story and publishes it: under the run lock, or by the
 * run that holds it. Throws `usage`, `not-found` and `conflict` with what to do.
 */
export async function actOnStory(app: App, request: ActRequest): Promise<ActReport> {
  const by = oneLine(request.by, 'who does it (--by)');
  const reason = oneLine(request.reason, 'a reason (--reason)', request.kind === 'restore');
  const story = await findStoryByName(app, request.name);
  const { kind } = request;
  const outcome = await app.store.commitAct({
    kind,
    storyId: story.id,
    at: app.clock.now(),
    by,
    reason,
  });
  if (outcome.kind !== 'done') throw refusal(story, outcome);
  const { act, topics, alongside } = outcome;
  app.log.info('an editor acted', { act: kind, story: story.id, by, reason, topics, alongside });
  const isPublished = await publishSoon(app, topics);
  return { act, entryId: story.entryId, topics, alongside, isPublished };
}

export function oneLine(text: string, what: string, mayBeEmpty = false): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '' && !mayBeEmpty)
    throw new AppError('usage', `${what} is missing; give it in words`);
  if (line.length <= reasonCharactersMax) return line;
  throw new AppError('usage', `${what} is longer than ${reasonCharactersMax} characters`);
}

function refusal(story: Story, outcome: Exclude<ActOutcome, { kind: 'done' }>): AppError {
  switch (outcome.kind) {
    case 'unknown':
      return new AppError('not-found', `story ${story.id} is no longer stored`);
    case 'retracted-already': {
      const { at, by, reason } = outcome.act;
      const when = new Date(at).toISOString();
      const cure = `araz restore-entry ${story.id} brings it back`;
      return new AppError(
        'conflict',
        `story ${story.id} was retracted already, ${when} by ${by}: ${reason}; ${cure}`,
      );
    }
    case 'nothing-to-restore': {
      const { leftTopics } = outcome;
      const why =
        leftTopics.length === 0
          ? 'it was not retracted and left no topic'
          : `it left ${leftTopics.join(', ')} by the rule, which still does not take it; change the rule first (araz explain tells what is missing)`;
      return new AppError('conflict', `story ${story.id} cannot be restored: ${why}`);
    }
    default:
      return outcome satisfies never;
  }
}

/** Whether the documents of these topics are in place. A run that holds the lock publishes them. */
export async function publishSoon(app: App, topics: readonly TopicId[]): Promise<boolean> {
  const until = Date.now() + patienceMs;
  for (;;) {
    if (await isPublished(app, topics)) return true;
    if (await publishHere(app)) return isPublished(app, topics);
    if (Date.now() > until) return false;
    await sleep(lookAgainMs);
  }
}

/** False when another run holds the lock. */
async function publishHere(app: App): Promise<boolean> {
  const lock = await acquireRunLock(app.store, app.clock, app.log).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'locked') return undefined;
    throw error;
  });
  if (lock === undefined) return false;
  try {
    await publishAll(app, { changedOnly: true, lost: lock.lost });
    return true;
  } finally {
    await lock.release();
  }
}

async function isPublished(
  { store, setup }: Pick<Reading, 'store' | 'setup'>,
  topics: readonly TopicId[],
): Promise<boolean> {
  const configured = new Set(setup.config.topics.map(({ id }) => id));
  const states = new Map((await store.listTopicStates()).map((state) => [state.topicId, state]));
  return topics
    .filter((id) => configured.has(id))
    .every((id) => {
      const state = states.get(id);
      return state?.published !== undefined && state.published.version >= state.version;
    });
}
