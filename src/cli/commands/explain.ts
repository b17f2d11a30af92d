import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import {
  type Explanation,
  explainStored,
  explainText,
  highlight,
  inputOfRow,
  inputOfText,
} from '../../app/explain-item.ts';
import { idOf, readJsonl } from '../../app/read-jsonl.ts';
import { AppError } from '../../domain/errors.ts';
import { explainSentence } from '../../domain/match-sentence.ts';
import { isTerminal, showPiece } from '../colours.ts';
import { contextOf } from '../context.ts';

interface ExplainOptions {
  readonly text?: string;
  readonly item?: string;
  readonly jsonl?: string;
  readonly language?: string;
}

export function addExplain(program: Command): void {
  program
    .command('explain <topic>')
    .description('why a text is in a topic, or is not')
    .option('--text <text>', 'first line is the title, the rest the body; - reads standard input')
    .option('--item <id>', 'an item of the store, by its number')
    .option(
      '--jsonl <file>',
      'one JSON object a line: { id, title, summary, content, categories, lang }; - reads standard input',
    )
    .option('--language <tag>', 'language of the text')
    .action(async (topicId: string, options: ExplainOptions, command: Command) => {
      const context = contextOf(command);
      for await (const explanation of explanations(topicId, options, command)) {
        const { outcome, id } = explanation;
        const { matched, score, evidence } = outcome;
        context.output.result({ id, matched, score, evidence }, linesOf(explanation));
      }
    });
}

async function* explanations(
  topicId: string,
  options: ExplainOptions,
  command: Command,
): AsyncGenerator<Explanation> {
  const context = contextOf(command);
  const { text, item, jsonl, language } = options;
  const given = [text, item, jsonl].filter((option) => option !== undefined);
  if (given.length !== 1) {
    throw new AppError('usage', 'explain needs one of --text TEXT, --item ID and --jsonl FILE');
  }
  if (item !== undefined) {
    yield await explainItem(topicId, item, command);
    return;
  }
  const setup = context.loadSetup();
  if (text !== undefined) {
    const words = text === '-' ? await readAll(process.stdin) : text;
    yield explainText(setup, topicId, 'text', inputOfText(words, language));
    return;
  }
  for await (const row of readJsonl(jsonl ?? '')) {
    yield explainText(setup, topicId, idOf(row), inputOfRow(row));
  }
}

async function explainItem(topicId: string, item: string, command: Command): Promise<Explanation> {
  const id = Number(item);
  if (!Number.isInteger(id))
    throw new AppError('usage', `--item ${item}: an item is named by its number`);
  const app = await contextOf(command).openReading();
  try {
    return await explainStored(app, topicId, id);
  } finally {
    await app.close();
  }
}

function linesOf({ id, input, outcome }: Explanation): string[] {
  const lines = [`${id}: ${explainSentence(outcome)}`];
  for (const field of ['title', 'summary', 'content'] as const) {
    const text = input[field];
    if (text === undefined || text === '') continue;
    const pieces = highlight(text, outcome, field).map((piece) => showPiece(piece, isTerminal));
    lines.push(`  ${pieces.join('')}`);
  }
  return lines;
}
