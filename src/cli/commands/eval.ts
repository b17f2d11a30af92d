import type { Command } from 'commander';
import type { PairDecision, scoreDedup } from '../../app/evaluate/evaluate-dedup.ts';
import type { StoryDecision, scoreStories } from '../../app/evaluate/evaluate-stories.ts';
import type { scoreTopic, TopicDecision } from '../../app/evaluate/evaluate-topic.ts';
import type { BinaryScore, Score } from '../../app/evaluate/score.ts';
import { contextOf } from '../context.ts';
import { type Output, table } from '../output.ts';

/** Wrong decisions named of one tag or kind; the rest is a number. */
const idsShownMax = 8;

export function addEval(program: Command): void {
  const evaluate = program
    .command('eval')
    .description('how often topics, dedup and stories decide as a labelled file says');
  evaluate
    .command('topic <id> <file>')
    .description('labelled items, { id, lang, title, summary, label, why } a line')
    .action(async (topicId: string, file: string, _: unknown, command: Command) => {
      const { evaluateTopic, scoreTopic } = await import('../../app/evaluate/evaluate-topic.ts');
      const { output, loadSetup } = await contextOf(command);
      const decisions: TopicDecision[] = [];
      for await (const decision of evaluateTopic(loadSetup(), topicId, file)) {
        const { id, matched, score, evidence } = decision;
        tell(output, { id, matched, score, evidence });
        decisions.push(decision);
      }
      if (!output.isJson)
        output.result(undefined, topicLines(decisions.length, scoreTopic(decisions)));
    });
  evaluate
    .command('dedup <file>')
    .description('labelled pairs, { id, lang, a, b, label, kind } a line; each is decided alone')
    .action(async (file: string, _: unknown, command: Command) => {
      const { evaluateDedup, scoreDedup } = await import('../../app/evaluate/evaluate-dedup.ts');
      const { output, loadSetup } = await contextOf(command);
      const decisions: PairDecision[] = [];
      for await (const decision of evaluateDedup(loadSetup().topics, file)) {
        const { id, duplicate, sameStory, layer, evidence } = decision;
        tell(output, { id, duplicate, sameStory, layer, evidence });
        decisions.push(decision);
      }
      if (!output.isJson)
        output.result(undefined, dedupLines(decisions.length, scoreDedup(decisions)));
    });
  evaluate
    .command('stories <file>')
    .description('items of some days in order, { id, lang, title, …, source, story } a line')
    .action(async (file: string, _: unknown, command: Command) => {
      const { evaluateStories, scoreStories } = await import(
        '../../app/evaluate/evaluate-stories.ts'
      );
      const { output, loadSetup } = await contextOf(command);
      const decisions: StoryDecision[] = [];
      for await (const decision of evaluateStories(loadSetup().topics, file)) {
        const { id, story } = decision;
        tell(output, { id, story });
        decisions.push(decision);
      }
      if (!output.isJson)
        output.result(undefined, storyLines(decisions.length, scoreStories(decisions)));
    });
}

/** With `--json` every decision as it is taken, and nothing else. */
function tell(output: Output, decision: object): void {
  if (output.isJson) output.result(decision, []);
}

function topicLines(decided: number, score: ReturnType<typeof scoreTopic>): string[] {
  const { overall, byLanguage, missesByTag } = score;
  return [
    ...scoreTable(overall, byLanguage),
    ...unlabelledLine(decided - overall.items),
    '',
    ...missLines('misses by tag', missesByTag),
  ];
}

function dedupLines(decided: number, score: ReturnType<typeof scoreDedup>): string[] {
  return [
    ...scoreTable(score.overall, score.byLanguage),
    ...unlabelledLine(decided - score.overall.items),
    '',
    ...missLines('duplicates missed by kind', score.missedByKind),
    ...missLines('merged wrongly by kind', score.mergedByKind),
    `sharing a story: ${percent(score.relatedInOneStory)} of the related pairs, ` +
      `${percent(score.distinctInOneStory)} of the distinct`,
  ];
}

function storyLines(decided: number, score: ReturnType<typeof scoreStories>): string[] {
  const { items, stories, bCubed, crossLanguage, wrongMerges, mixedStories } = score;
  const { precision, recall, pairs } = crossLanguage;
  return [
    `${items} items of ${stories} stories`,
    ...unlabelledLine(decided - items),
    ...table([
      ['', 'precision', 'recall', 'F1'],
      ['B-cubed', ...scoreCells(bCubed)],
      [`cross-language pairs (${pairs})`, rate(precision), rate(recall)],
    ]),
    `wrong merges: ${wrongMerges} ${wrongMerges === 1 ? 'pair' : 'pairs'}`,
    ...mixedStories.map((group) => `  ${group.join(', ')}`),
  ];
}

function scoreTable(
  overall: BinaryScore,
  byLanguage: readonly (readonly [string, BinaryScore])[],
): string[] {
  const row = (name: string, score: BinaryScore): string[] => {
    const { items, falsePositives, falseNegatives } = score;
    const counts = [items, falsePositives, falseNegatives].map(String);
    return [name, ...scoreCells(score), ...counts];
  };
  return table([
    ['', 'precision', 'recall', 'F1', 'items', 'false', 'missed'],
    row('all', overall),
    ...byLanguage.map(([language, score]) => row(language, score)),
  ]);
}

function scoreCells({ precision, recall, f1 }: Score): string[] {
  return [rate(precision), rate(recall), rate(f1)];
}

function missLines(
  heading: string,
  groups: readonly (readonly [string, readonly { readonly id: string }[]])[],
): string[] {
  if (groups.length === 0) return [`${heading}: none`];
  const lines = groups.map(([word, rows]) => {
    const more = rows.length > idsShownMax ? ', …' : '';
    const ids = rows.slice(0, idsShownMax).map(({ id }) => id);
    return `  ${word}: ${rows.length} (${ids.join(', ')}${more})`;
  });
  return [`${heading}:`, ...lines];
}

function unlabelledLine(count: number): string[] {
  return count === 0 ? [] : [`${count} without a label are not counted`];
}

function rate(value: number): string {
  return value.toFixed(3);
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
