import os from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { ActReport } from '../../app/edit/editor-acts.ts';
import type { Act, ActKind, StoryActKind } from '../../domain/act.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { contextOf } from '../context.ts';

interface ActOptions {
  readonly reason?: string;
  readonly by: string;
}

/** What editors do to published stories, and the list of it. */
export function addActs(program: Command): void {
  const editor = editorName();
  const target = 'address of an article, id of a story, or id of its entry';
  program
    .command('retract')
    .description('take a story out of every topic and archive, leaving a record of it, for good')
    .argument('<story>', target)
    .requiredOption('--reason <text>', 'why; it is published with the record')
    .option('--by <name>', 'who does it (ARAZ_EDITOR)', editor)
    .action((name: string, options: ActOptions, command: Command) =>
      act('retract', name, options, command),
    );
  program
    .command('restore-entry')
    .description(
      'bring back a story that was retracted, or that left by a rule which takes it again',
    )
    .argument('<story>', target)
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who does it (ARAZ_EDITOR)', editor)
    .action((name: string, options: ActOptions, command: Command) =>
      act('restore', name, options, command),
    );
  program
    .command('acts')
    .description('what editors did to stories, the last first: who, when, why')
    .option('--limit <number>', 'acts to show at most', wholeNumber, 50)
    .action(async ({ limit }: { limit: number }, command: Command) => {
      const context = await contextOf(command);
      const app = await context.openReading();
      try {
        const acts = await app.store.listActs({ limit });
        const lines = acts.length === 0 ? ['No editor has done anything yet.'] : acts.map(actLine);
        context.output.result({ acts: acts.map(actFacts) }, lines);
      } finally {
        await app.close();
      }
    });
}

/** Who is at the keyboard, when nobody says. */
export function editorName(): string {
  const { ARAZ_EDITOR, USER, LOGNAME } = process.env;
  const name = ARAZ_EDITOR || USER || LOGNAME;
  if (name) return name;
  try {
    return os.userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return 'editor';
  }
}

async function act(
  kind: StoryActKind,
  name: string,
  { reason = '', by }: ActOptions,
  command: Command,
): Promise<void> {
  const context = await contextOf(command);
  const { actOnStory } = await import('../../app/edit/editor-acts.ts');
  const app = await context.openApp();
  try {
    const report = await actOnStory(app, { name, kind, reason, by });
    const { act: done, ...facts } = report;
    context.output.result({ ...facts, act: actFacts(done) }, reportLines(report));
  } finally {
    await app.close();
  }
}

function reportLines({
  act: { kind, storyId },
  topics,
  alongside,
  isPublished,
  entryId,
}: ActReport): string[] {
  const done = kind === 'retract' ? 'Retracted' : 'Restored';
  const undo = kind === 'retract' ? `restore-entry ${storyId}` : `retract ${storyId} --reason …`;
  const where = topics.length === 0 ? 'it was in no topic' : `topics: ${topics.join(', ')}`;
  return [
    `${done} story ${storyId}; ${where}`,
    `  entry ${entryId}`,
    ...alongside.map((id) => `  with it story ${id}, the same article under another identity`),
    isPublished
      ? '  published: the documents and pages say so'
      : '  recorded; not every document is in place yet, the next pass puts it there',
    `  undo with: araz ${undo}`,
  ];
}

export const doneWords: Readonly<Record<ActKind, string>> = {
  retract: 'retracted',
  restore: 'restored',
  split: 'split',
  join: 'joined',
  unsplit: 'took back the split of',
  unjoin: 'took back the join of',
};

/** One act in a line, for people. */
export function actLine({ number, kind, storyId, at, by, reason }: Act): string {
  const done = doneWords[kind];
  const why = reason === '' ? '' : `: ${reason}`;
  return `${number}  ${isoMinute(at)}  ${by} ${done} ${storyId}${why}`;
}

export function actFacts({ at, ...act }: Act) {
  return { ...act, at: new Date(at).toISOString() };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('give a whole number from 1 on.');
}
