// Fits the weights of src/dedup/story/odds-weights.ts to labelled days of news:
// node scripts/fit-story-odds.mjs [--write] file.jsonl … (default: the labelled stories of the tests; the
// weights in the source were fitted to those and to ../shared/eval/stories.dev.jsonl).
// Prints how each day is grouped by weights that were fitted to the others, then the weights fitted
// to all; --write puts them into the source. Format of a line: see `araz eval stories --help`.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateStories, scoreStories } from '../dist/app/evaluate/evaluate-stories.js';
import { layers } from '../dist/dedup/layers.js';
import { findStory } from '../dist/dedup/same-story.js';
import { besideOf } from '../dist/dedup/story/odds-inputs.js';
import { oddsWeights } from '../dist/dedup/story/odds-weights.js';
import { doubtsOf } from '../dist/dedup/story/story-guards.js';
import { oddsParts, pairOdds } from '../dist/dedup/story/story-odds.js';
import { compileTopics } from '../dist/match/compile-topics.js';
import { shippedConcepts } from '../dist/match/concepts/shipped.js';

const root = path.dirname(import.meta.dirname);
const labelled = path.join(root, 'test/dedup/labelled');
const target = path.join(root, 'src/dedup/story/odds-weights.ts');
const given = process.argv.slice(2).filter((argument) => argument !== '--write');
const files =
  given.length > 0
    ? given
    : readdirSync(labelled)
        .filter((name) => name.startsWith('stories-'))
        .map((name) => path.join(labelled, name));

/** Parts that are amounts; all others are doubts, which are there or not. */
const amounts = 'overlap names matters words headlines halfDays oneLanguage oneSource alone'.split(
  ' ',
);
const names = Object.keys(oddsWeights.parts);
/** How firmly amounts are held at 0, in standard deviations, and doubts at their priors. */
const ridge = { amount: 3, doubt: 1.5, story: 1 };
/** What a doubt is worth before any count; those of the list are seldom seen and hardly ever wrong. */
const doubtPrior = -1;
const priors = { magnitude: -3, clock: -3, state: -2, party: -4.5, ending: -6, reckoning: -2 };

/**
 * The items of a file in their order, each with the candidates that the pipeline found for it and
 * what became of it where an earlier layer decided. The story layer is asked later, again and again.
 */
async function record(file) {
  const at = layers.findIndex(({ name }) => name === 'same-story');
  const layer = layers[at];
  let asked;
  const find = (input) => {
    asked = input;
    return layer.find(input);
  };
  layers[at] = { ...layer, find };
  try {
    const topics = compileTopics({ topics: [], concepts: shippedConcepts });
    const items = [];
    for await (const decision of evaluateStories(topics, file)) {
      const copyOf = items.findIndex(({ story }) => story === decision.story);
      items.push({ ...decision, asked, copyOf });
      asked = undefined;
    }
    return items;
  } finally {
    layers[at] = layer;
  }
}

/** Candidates as they are when the items before stand in the stories of a list. */
function inStories({ asked }, stories) {
  return asked.candidates.map((compared) => ({
    article: compared.article,
    candidate: { ...compared.candidate, storyId: stories[compared.candidate.itemId - 1] },
  }));
}

/** Pairs of items and candidates by the item's story, all items standing where they belong. */
function examplesOf(items) {
  const stories = items.map(({ expected }) => expected);
  return items.flatMap((item) => {
    if (item.asked === undefined) return [];
    const article = item.asked.item;
    const bySide = new Map();
    for (const { compared, input } of besideOf(article, inStories(item, stories))) {
      const whole = { ...input, doubts: doubtsOf(article, input.other, input.score) };
      const { storyId } = compared.candidate;
      bySide.set(storyId, [...(bySide.get(storyId) ?? []), whole]);
    }
    return [...bySide].map(([story, inputs]) => ({ inputs, isOne: story === item.expected }));
  });
}

/** Groups the items of a file by some weights. */
function group(items, weights) {
  const stories = [];
  return items.map((item, index) => {
    const story =
      item.asked === undefined
        ? stories[item.copyOf]
        : findStory(item.asked.item, inStories(item, stories), weights)?.top.compared.candidate
            .storyId;
    stories.push(story ?? `story ${index}`);
    return { ...item, story: stories[index] };
  });
}

function fitWeights(examples) {
  const pairs = examples.flatMap(({ inputs, isOne }) =>
    inputs
      .filter(({ doubts }) => !doubts.some(({ kind }) => kind === 'certain'))
      .map((input) => ({ parts: oddsParts(input), isOne })),
  );
  const rows = pairs.map(({ parts, isOne }) => ({
    values: names.map((name) => parts[name] ?? 0),
    isOne,
  }));
  const rules = names.map((name, index) => {
    if (!amounts.includes(name)) return { prior: priors[name] ?? doubtPrior, ridge: ridge.doubt };
    return { prior: 0, ridge: ridge.amount * variance(rows.map(({ values }) => values[index])) };
  });
  const { base, weights } = regress(rows, rules);
  // A doubt never speaks for one event, whatever chance says.
  const parts = names.map((name, index) => [
    name,
    amounts.includes(name) ? weights[index] : Math.min(0, weights[index]),
  ]);
  return { base, parts: Object.fromEntries(parts) };
}

/** By the odds of pairs that others than these examples have been fitted to. */
function fitStory(examples, pairWeights) {
  const rows = examples.map(({ inputs, isOne }, index) => {
    const odds = inputs.map((input) => pairOdds(input, pairWeights(index)));
    const mean = odds.reduce((sum, one) => sum + one, 0) / odds.length;
    return { values: [Math.max(...odds), mean], isOne };
  });
  const rule = { prior: 0, ridge: ridge.story };
  const { base, weights } = regress(rows, [rule, rule]);
  return { base, best: weights[0], mean: weights[1] };
}

function variance(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** Logistic regression with ridges about priors, by Newton's method. */
function regress(rows, rules) {
  let weights = [0, ...rules.map(({ prior }) => prior)];
  for (let round = 0; round < 50; round += 1) {
    const { gradient, hessian } = slopes(rows, rules, weights);
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - step[at]);
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  return { base: weights[0], weights: weights.slice(1) };
}

/** First and second derivatives of the loss; the base, which comes first, has no rule. */
function slopes(rows, rules, weights) {
  const gradient = weights.map((weight, at) =>
    at === 0 ? 0 : rules[at - 1].ridge * (weight - rules[at - 1].prior),
  );
  const hessian = weights.map((_, at) =>
    weights.map((__, to) => (at === to ? (rules[at - 1]?.ridge ?? 0) + 1e-6 : 0)),
  );
  for (const { values, isOne } of rows) {
    const row = [1, ...values];
    const odds = row.reduce((sum, value, at) => sum + value * weights[at], 0);
    const likelihood = 1 / (1 + Math.exp(-odds));
    for (const [at, value] of row.entries()) {
      gradient[at] += (likelihood - (isOne ? 1 : 0)) * value;
      for (const [to, other] of row.entries()) {
        hessian[at][to] += likelihood * (1 - likelihood) * value * other;
      }
    }
  }
  return { gradient, hessian };
}

/** Gaussian elimination; the matrix is positive definite. */
function solve(matrix, vector) {
  const rows = matrix.map((row, at) => [...row, vector[at]]);
  for (let at = 0; at < rows.length; at += 1) {
    for (let below = 0; below < rows.length; below += 1) {
      if (below === at) continue;
      const factor = rows[below][at] / rows[at][at];
      rows[below] = rows[below].map((value, to) => value - factor * rows[at][to]);
    }
  }
  return rows.map((row, at) => row.at(-1) / row[at]);
}

/** Weights fitted to some days, the story's by each day's pairs as the other days see them. */
function weightsOf(days) {
  const fitted = fitWeights(days.flatMap(({ examples }) => examples));
  const examples = [];
  const unseen = [];
  for (const day of days) {
    const others = days.filter((other) => other !== day);
    const weights = others.length === 0 ? fitted : fitWeights(others.flatMap((o) => o.examples));
    for (const example of day.examples) {
      examples.push(example);
      unseen.push(weights);
    }
  }
  return { ...fitted, story: fitStory(examples, (index) => unseen[index]) };
}

function tell(label, items) {
  const { bCubed, crossLanguage, wrongMerges } = scoreStories(items);
  const figures = [bCubed.precision, bCubed.recall, crossLanguage.precision, crossLanguage.recall];
  const [precision, recall, across, found] = figures.map((figure) => figure.toFixed(3));
  console.log(
    `${label.padEnd(24)} B-cubed ${precision} / ${recall}  across ${across} at ${found}  ` +
      `wrong ${wrongMerges}`,
  );
}

function sourceOf({ base, parts, story }) {
  const round = (value) => Number(value.toFixed(2));
  const line = ([name, value]) =>
    `    ${name.includes('-') ? `'${name}'` : name}: ${round(value)},`;
  const { base: storyBase, best, mean } = story;
  return [
    "import type { OddsWeights } from './story-odds.ts';",
    '',
    '/** Fitted to labelled news: what `npm run fit:stories -- --write` writes. Not set by hand. */',
    'export const oddsWeights: OddsWeights = {',
    `  base: ${round(base)},`,
    '  parts: {',
    ...Object.entries(parts).map(line),
    '  },',
    `  story: { base: ${round(storyBase)}, best: ${round(best)}, mean: ${round(mean)} },`,
    '};',
    '',
  ].join('\n');
}

const days = [];
for (const file of files) {
  const items = await record(file);
  days.push({ name: path.basename(file), items, examples: examplesOf(items) });
}
console.log('each by the weights of the others:');
for (const day of days) {
  if (days.length === 1) break;
  tell(day.name, group(day.items, weightsOf(days.filter((other) => other !== day))));
}
const weights = weightsOf(days);
console.log('by the weights of all:');
for (const { name, items } of days) tell(name, group(items, weights));
const source = sourceOf(weights);
if (process.argv.includes('--write')) writeFileSync(target, source);
else console.log(source);
