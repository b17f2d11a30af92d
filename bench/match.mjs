// Microseconds an item takes to be matched, for 1, 10, 100 and 1,000 topics of about 120 terms each.
//   npm run bench:match [-- --items 2000]
// Absolute figures depend on the machine; the ratio of 1,000 topics to 1 is what counts (3 at most).
import { parseArgs } from 'node:util';
import { compileTopics } from '../dist/match/compile-topics.js';

const { values } = parseArgs({ options: { items: { type: 'string', default: '2000' } } });
const itemCount = Number(values.items);
const termsPerConcept = 60;

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
const concept = (id) => ({
  id,
  terms: { '*': Array.from({ length: termsPerConcept }, term) },
});

function topicSet(count) {
  const concepts = [];
  const topics = [];
  for (let index = 0; index < count; index++) {
    const [left, right] = [`a${index}`, `b${index}`];
    concepts.push(concept(left), concept(right));
    topics.push({
      id: `t${index}`,
      title: {},
      rule: { all: [left, right] },
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

/** Processor time in milliseconds: on a busy machine the clock on the wall measures the others. */
const busyMs = () => process.cpuUsage().user / 1_000;

const rounds = 7;
const runs = [1, 10, 100, 1000].map((count) => {
  const set = topicSet(count);
  const before = process.memoryUsage().rss;
  const compileFrom = busyMs();
  const compiled = compileTopics(set);
  const compileMs = busyMs() - compileFrom;
  const megabytes = (process.memoryUsage().rss - before) / 1_000_000;
  return { count, compiled, compileMs, megabytes, micros: Number.POSITIVE_INFINITY };
});
// Sizes take turns and the best round of each counts: other work on the machine only adds.
for (let round = 0; round <= rounds; round++) {
  for (const run of runs) {
    const from = busyMs();
    for (const item of items) run.compiled.match(item);
    const micros = ((busyMs() - from) * 1_000) / itemCount;
    run.micros = Math.min(run.micros, micros);
  }
}
for (const { count, micros, compileMs, megabytes } of runs) {
  process.stdout.write(
    `${String(count).padStart(5)} topics: ${micros.toFixed(1)} µs an item of 60 words; ` +
      `${count * 2 * termsPerConcept} terms compiled in ${compileMs.toFixed(0)} ms, ${megabytes.toFixed(0)} MB\n`,
  );
}
const ratio = runs[3].micros / runs[0].micros;
process.stdout.write(`ratio 1,000 : 1 topics: ${ratio.toFixed(2)}\n`);
