import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import {
  type Explanation,
  explainSentence,
  explainStored,
  explainText,
  highlight,
  inputOfText,
} from '../../app/explain-item.ts';
import { AppError, messageOf } from '../../domain/errors.ts';
import type { MatchInput } from '../../domain/match.ts';
import { toPlainText } from '../../text/plain.ts';
import { colours } from '../colours.ts';
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
  for await (const { id, input } of readJsonl(jsonl ?? ''))
    yield explainText(setup, topicId, id, input);
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

async function* readJsonl(file: string): AsyncGenerator<{ id: string; input: MatchInput }> {
  let number = 0;
  for await (const line of createInterface({ input: await openLines(file) })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() !== '') yield inputOfLine(text, file, number);
  }
}

async function openLines(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return handle.createReadStream();
    await handle.close();
  } catch (cause) {
    throw new AppError('io', `${file}: cannot be read (${messageOf(cause)})`, { cause });
  }
  throw new AppError('io', `${file}: is no file`);
}

function inputOfLine(
  line: string,
  file: string,
  number: number,
): { id: string; input: MatchInput } {
  const fields = parseLine(line);
  if (fields === undefined) {
    throw new AppError(
      'usage',
      `${file}:${number}: not a JSON object; each line needs { "title": … }`,
    );
  }
  const word = (key: string): string | undefined =>
    typeof fields[key] === 'string' ? fields[key] : undefined;
  const language = word('lang') ?? word('language');
  const content = word('content');
  const categories = fields['categories'];
  const input = {
    title: word('title') ?? '',
    summary: word('summary') ?? '',
    ...(content === undefined ? {} : { content: toPlainText(content) }),
    ...(Array.isArray(categories) ? { categories: categories.map(String) } : {}),
    ...(language === undefined ? {} : { language }),
  };
  return { id: String(fields['id'] ?? number), input };
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    // Reported by the caller with file and line.
    return undefined;
  }
}

function linesOf({ id, input, outcome }: Explanation): string[] {
  const lines = [`${id}: ${explainSentence(outcome)}`];
  for (const field of ['title', 'summary', 'content'] as const) {
    const text = input[field];
    if (text === undefined || text === '') continue;
    const pieces = highlight(text, outcome, field).map((piece) => colours.piece(piece));
    lines.push(`  ${pieces.join('')}`);
  }
  return lines;
}
