import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Explanation } from '../../app/ask/explain-item.ts';
import type { TopicPlace } from '../../app/topic-place.ts';
import { AppError } from '../../domain/errors.ts';
import { explainSentence } from '../../domain/match-sentence.ts';
import { hasColours, showPiece } from '../colours.ts';
import { type Context, contextOf } from '../context.ts';
import { topicLines } from './where.ts';

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
      const context = await contextOf(command);
      for await (const explanation of explanations(topicId, options, context)) {
        const { outcome, id } = explanation;
        const { matched, score, evidence } = outcome;
        const { place } = explanation;
        context.output.result({ id, matched, score, evidence, place }, linesOf(explanation));
      }
    });
}

async function* explanations(
  topicId: string,
  options: ExplainOptions,
  context: Context,
): AsyncGenerator<Explanation> {
  const { text, item, jsonl, language } = options;
  const given = [text, item, jsonl].filter((option) => option !== undefined);
  if (given.length !== 1) {
    throw new AppError('usage', 'explain needs one of --text TEXT, --item ID and --jsonl FILE');
  }
  if (item !== undefined) {
    yield await explainItem(topicId, item, context);
    return;
  }
  const { explainText, inputOfRow, inputOfText } = await import('../../app/ask/explain-item.ts');
  const setup = context.loadSetup();
  if (text !== undefined) {
    const words = text === '-' ? await readAll(process.stdin) : text;
    yield explainText(setup, topicId, 'text', inputOfText(words, language));
    return;
  }
  const { idOf, readJsonl } = await import('../../app/evaluate/read-jsonl.ts');
  for await (const row of readJsonl(jsonl ?? '')) {
    yield explainText(setup, topicId, idOf(row), inputOfRow(row));
  }
}

async function explainItem(topicId: string, item: string, context: Context): Promise<Explanation> {
  const id = Number(item);
  if (!Number.isInteger(id))
    throw new AppError('usage', `--item ${item}: an item is named by its number`);
  const { explainStored } = await import('../../app/ask/explain-item.ts');
  const app = await context.openReading();
  try {
    return await explainStored(app, topicId, id);
  } finally {
    await app.close();
  }
}

function linesOf({ id, outcome, texts, place }: Explanation): string[] {
  const isColoured = hasColours(process.stdout, process.env);
  const sentence = explainSentence(outcome);
  return [
    `${id}: ${sentence}`,
    ...(place === undefined ? [] : topicLines(withoutSentence(place, sentence))),
    ...texts.map((pieces) => `  ${pieces.map((piece) => showPiece(piece, isColoured)).join('')}`),
  ];
}

/** The place tells the stored decision, which is mostly the one that is told already. */
function withoutSentence(place: TopicPlace, sentence: string): TopicPlace {
  return { ...place, reason: place.reason.replace(sentence, '').replace('  ', ' ').trim() };
}
