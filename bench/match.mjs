// What matching costs:
//   - microseconds an item takes for 1, 10, 100 and 1,000 topics of about 120 terms each, for rules
//     of two clauses and for two-sided ones (the ratio of 1,000 topics to 1 is to be 3 at most);
//   - microseconds a thousand letters take in texts of 60 to 15,360 words (to be the same);
//   - milliseconds and megabytes a set of 50,000 terms takes to compile (to be 1 s and 150 MB at most).
//   npm run bench:match [-- --items 2000]
// Absolute figures depend on the machine; times are the processor's, since the clock on the wall of a
// busy machine measures the others.
import { parseArgs } from 'node:util';
import { compileTopics } from '../dist/match/compile-topics.js';

const { values } = parseArgs({ options: { items: { type: 'string', default: '2000' } } });
const itemCount = Number(values.items);
const termsPerConcept = 60;
const rounds = 7;

/** A generator of its own, so that every run measures the same words. */
let state = 7;
function random() {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return state / 0x7fffffff;
}
const syllables = 'ka re mi to na lu ves dor an tis gu pel sha bir oz qar'.split(' ');
const pick = (list) => list[Math.floor(random() * list.length)];
const word = () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('');
const term = () => (random() < 0.3 ? `${word()}${word()} ${word()}` : `${word()}${word()}`);
const concept = (id, count) => ({ id, terms: { '*': Array.from({ length: count }, term) } });

const ruleOf = {
  all: (left, right) => ({ all: [left, right] }),
  between: (left, right) => ({ between: [left, right] }),
};

function topicSet(count, kind, termCount = termsPerConcept) {
  const concepts = [];
  const topics = [];
  for (let index = 0; index < count; index++) {
    const [left, right] = [`a${index}`, `b${index}`];
    concepts.push(concept(left, termCount), concept(right, termCount));
    topics.push({
      id: `t${index}`,
      title: {},
      rule: ruleOf[kind](left, right),
      languages: [],
      aliases: [],
      examples: { match: [], reject: [] },
    });
  }
  return { topics, concepts };
}

const common = Array.from({ length: 3000 }, word);
const text = (words) => Array.from({ length: words }, () => pick(common)).join(' ');
const items = Array.from({ length: itemCount }, () => ({
  title: text(9),
  summary: `${text(51)}.`,
}));

/** Processor time in milliseconds. */
const busyMs = () => process.cpuUsage().user / 1_000;
const print = (line) => process.stdout.write(`${line}\n`);

/** Runs take turns and the best round of each counts: other work on the machine only adds. */
function bestOf(runs) {
  for (let round = 0; round <= rounds; round++) {
    for (const run of runs) {
      const from = busyMs();
      run.work();
      run.ms = Math.min(run.ms ?? Number.POSITIVE_INFINITY, busyMs() - from);
    }
  }
}

function benchTopics(kind) {
  const runs = [1, 10, 100, 1000].map((count) => {
    const compiled = compileTopics(topicSet(count, kind));
    const work = () => {
      for (const item of items) compiled.match(item);
    };
    return { count, work };
  });
  bestOf(runs);
  for (const { count, ms } of runs) {
    const micros = ((ms * 1_000) / itemCount).toFixed(1);
    print(`${String(count).padStart(5)} topics (${kind}): ${micros} µs an item of 60 words`);
  }
  print(`ratio 1,000 : 1 topics (${kind}): ${(runs[3].ms / runs[0].ms).toFixed(2)}`);
}

function benchLength() {
  const compiled = compileTopics(topicSet(100, 'all'));
  const runs = [60, 240, 960, 3840, 15_360].map((words) => {
    const repeats = Math.max(1, Math.round(120_000 / words));
    const item = { title: text(9), content: text(words) };
    const work = () => {
      // A new object each time: an item that is asked about twice is read once.
      for (let repeat = 0; repeat < repeats; repeat++) compiled.match({ ...item });
    };
    return { words, letters: item.content.length * repeats, work };
  });
  bestOf(runs);
  for (const { words, letters, ms } of runs) {
    const micros = ((ms * 1_000_000) / letters).toFixed(1);
    print(`${String(words).padStart(6)} words: ${micros} µs a thousand letters`);
  }
}

function benchCompile() {
  const set = topicSet(500, 'all', 50);
  const before = process.memoryUsage().rss;
  const from = busyMs();
  const compiled = compileTopics(set);
  const ms = (busyMs() - from).toFixed(0);
  const megabytes = ((process.memoryUsage().rss - before) / 1_000_000).toFixed(0);
  print(`50,000 terms in 500 topics: compiled in ${ms} ms, ${megabytes} MB`);
  return compiled;
}

// First, while nothing else has grown the heap.
benchCompile();
benchTopics('all');
benchTopics('between');
benchLength();
