import type { Command } from 'commander';
import type { Editor, MoveReport, splitItems } from '../../app/edit/move-items.ts';
import { AppError } from '../../domain/errors.ts';
import { contextOf } from '../context.ts';
import { actFacts, editorName } from './acts.ts';

interface MoveOptions extends Partial<Pick<Editor, 'reason'>>, Pick<Editor, 'by'> {
  readonly undo?: boolean;
}

type Work = typeof splitItems;

/** Which story items belong to, by an editor's word. */
export function addMoves(program: Command): void {
  addVerb(program, {
    usage: 'split <what...>',
    description:
      'take items out of their story into one of their own: addresses or numbers of items, or a story, of which every report then stands alone',
    undo: 'take back the last split of this story or item',
    work: async (...given) => (await import('../../app/edit/move-items.ts')).splitItems(...given),
    of: 'split',
  });
  addVerb(program, {
    usage: 'join <what...>',
    description:
      'make one story of two, named by id or by the address of an article; published ones stay and are linked',
    undo: 'take back the last join of this story',
    work: async (app, names, editor) => {
      const [one, other, ...more] = names;
      if (one === undefined || other === undefined || more.length > 0) {
        throw new AppError('usage', `join takes two stories, not ${names.length}`);
      }
      const { joinStories } = await import('../../app/edit/move-items.ts');
      return joinStories(app, [one, other], editor);
    },
    of: 'join',
  });
}

interface Verb {
  readonly usage: string;
  readonly description: string;
  readonly undo: string;
  readonly work: Work;
  readonly of: 'split' | 'join';
}

function addVerb(program: Command, { usage, description, undo, work, of }: Verb): void {
  program
    .command(usage)
    .description(description)
    .option('--undo', undo)
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who does it (ARAZ_EDITOR)', editorName())
    .action(async (names: string[], options: MoveOptions, command: Command) => {
      const editor = { by: options.by, reason: options.reason ?? '' };
      const context = await contextOf(command);
      const app = await context.openApp();
      try {
        const { undoMove } = await import('../../app/edit/move-items.ts');
        const reports = options.undo
          ? await undoMove(app, of, onlyOne(names), editor)
          : await work(app, names, editor);
        const acts = reports.map(({ act, ...facts }) => ({ ...facts, act: actFacts(act) }));
        context.output.result({ acts }, reports.flatMap(reportLines));
      } finally {
        await app.close();
      }
    });
}

function onlyOne(names: readonly string[]): string {
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) return name;
  throw new AppError('usage', '--undo takes one story or item');
}

function reportLines(report: MoveReport): string[] {
  const { topics, isPublished } = report;
  const where = topics.length === 0 ? 'in no topic' : `topics: ${topics.join(', ')}`;
  return [
    `${sentenceOf(report)}; ${where}`,
    isPublished
      ? '  published: the documents and pages say so'
      : '  recorded; the next pass publishes it',
    ...undoLine(report),
  ];
}

function sentenceOf({ act, keptId, otherId, movedIds, isLinked }: MoveReport): string {
  if (act.kind === 'unsplit' && movedIds.length === 0)
    return `Undone: story ${otherId} had no item left, so nothing moved to story ${keptId}`;
  const items = `${movedIds.length === 1 ? 'item' : 'items'} ${movedIds.join(', ')}`;
  switch (act.kind) {
    case 'split':
      return `Split: ${items} now in story ${otherId}; story ${keptId} keeps its entries`;
    case 'join':
      return isLinked
        ? `Linked: stories ${keptId} and ${otherId} are both published and name each other`
        : `Joined: ${items} of story ${otherId} now in story ${keptId}`;
    case 'unsplit':
      return `Undone: ${items} back in story ${keptId}`;
    default:
      return movedIds.length === 0
        ? `Undone: stories ${keptId} and ${otherId} are linked no more`
        : `Undone: ${items} back in story ${otherId}`;
  }
}

function undoLine({ act, otherId }: MoveReport): string[] {
  const isUndo = act.kind !== 'split' && act.kind !== 'join';
  return isUndo ? [] : [`  undo with: araz ${act.kind} --undo ${otherId}`];
}
