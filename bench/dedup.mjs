// What one arriving item costs as the store grows: `npm run bench:dedup [sizes…]`, by default 100
// thousand, 1 million and 10 million items. The way is the real one: decideItems with its lookups
// and commitIngest, on SQLite in a file. All stores are filled first and then take polls of one kind
// in turn, so that whatever else the machine does touches all of them alike; each poll has texts of
// its own, since a store that took another's would find them read. Needs some 8 GB of disk under
// TMPDIR, which is given back.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { storyKeys } from '../dist/dedup/story/story-keys.js';
import { fullTrust } from '../dist/domain/identity-trust.js';
import { compileTopics } from '../dist/match/compile-topics.js';
import { shippedConcepts } from '../dist/match/concepts/shipped.js';
import { normaliseDocument } from '../dist/normalise/normalise-document.js';
import { decideItems } from '../dist/pipeline/decide-items.js';
import { openStore } from '../dist/store/open-store.js';
import { packKeys } from '../dist/store/sqlite/keys.js';
import { day, fillStore, itemsPerDay, keyBytesPerItem, writeKeys } from './filled-store.mjs';
import { documentOf, entryOf, sourceCount, sources } from './reports.mjs';

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [100_000, 1_000_000, 10_000_000];
/** What a windowed table holds after 14 days. */
const recentMax = 14 * itemsPerDay;
const end = Date.UTC(2026, 1, 7, 9);
const polls = 120;
const pollsWarm = 24;
/** A document: entries known from the poll before, and fresh ones. */
const entriesKnown = 18;
const entriesFresh = 12;

const say = (line) => process.stdout.write(`${line}\n`);
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(0)} s`;

/**
 * One for all stores, and for the items they are filled with: what dedup remembers of a day's news is
 * then what a worker remembers that has run for a day.
 */
const topics = (() => {
  const rule = { between: ['azerbaijan', 'iran'] };
  const none = { match: [], reject: [] };
  const topic = { id: 'pair', title: { en: 'Pair' }, rule, languages: ['en'], aliases: [] };
  return compileTopics({ topics: [{ ...topic, examples: none }], concepts: shippedConcepts });
})();

const sourceOf = (number) => sources[(number * 7) % sourceCount];

function itemsOf(source, entries, now) {
  const document = documentOf(entries);
  return normaliseDocument({ document, source, trust: fullTrust, now }).items;
}

/** One day's reports as the line makes them; a tenth of them tells what another outlet told. */
function itemsOfDay(count) {
  return Array.from({ length: count }, (_, n) => {
    const source = sourceOf(n);
    const published = end - (count - n) * (day / itemsPerDay);
    const event = n % 10 === 9 ? n - 9 + (n % 4) : n;
    const [item] = itemsOf(source, [entryOf({ number: n, event, source, published })], end);
    return { ...item, keys: [...item.keys, ...storyKeys(item, topics.annotate)] };
  });
}

/**
 * The newest items of every store, oldest first. The days before the last have keys of their own, but
 * for those that many reports share: what is often in the news is so on all days.
 */
function recentItems(count) {
  const last = itemsOfDay(Math.min(count, itemsPerDay));
  const carriers = new Map();
  for (const { keys } of last) {
    for (const { hash } of keys) carriers.set(hash, (carriers.get(hash) ?? 0) + 1);
  }
  // Packed: some ten million objects would keep the garbage collector busy all the while.
  const packed = last.map(({ keys, ...item }) => {
    const isOften = keys.map(({ kind, hash }) => kind === 'story' && carriers.get(hash) > 2);
    return { item, keys: packKeys(keys), isOften };
  });
  const salt = Buffer.alloc(8);
  const ofDay = ({ item, keys, isOften }, back) => {
    const salted = Buffer.from(keys);
    salt.writeBigUInt64BE(BigInt.asUintN(64, BigInt(back) * 0x9e3779b97f4a7c15n));
    for (const [place, often] of isOften.entries()) {
      // One byte of kind stands before the eight of the hash.
      for (let at = 0; !often && at < 8; at += 1) salted[place * 9 + 1 + at] ^= salt[at];
    }
    return { ...item, published: item.published - back * day, keys: salted };
  };
  const days = Math.ceil(count / last.length);
  const backs = Array.from({ length: days }, (_, n) => days - 1 - n);
  return backs.flatMap((back) => packed.map((one) => ofDay(one, back))).slice(-count);
}

/** Fresh entries: of 12 seven are new, three are copies, two tell what another outlet told. */
function freshEntries(turn, source, recent, now) {
  return Array.from({ length: entriesFresh }, (_, place) => {
    const number = recent + turn * entriesFresh + place;
    const other = recent - 1 - ((turn * 31 + place * 977) % Math.min(recent, 10_000));
    if (place < 3) {
      const near = other - ((other * 7 - source.number) % 4);
      return entryOf({ number, event: near, source, published: now, credit: ' (Agency)' });
    }
    const event = place < 5 ? other : number;
    return entryOf({ number, event, source, published: now });
  });
}

class Candidate {
  constructor(size, file, store, recent) {
    Object.assign(this, { size, file, store, recent, before: new Map() });
    this.times = { lookup: [], decide: [], commit: [], cpu: [] };
    this.kinds = { known: 0, duplicate: 0, 'same-story': 0, new: 0 };
  }

  /** `turn`: another number for every poll of every store, since what is read of a text is kept. */
  async poll(poll, turn) {
    const number = poll % 12;
    const source = { ...sources[number], number };
    const now = end + (poll + 1) * 4_000;
    const known = this.before.get(source.id) ?? [];
    const fresh = freshEntries(turn, source, this.recent, now);
    this.before.set(source.id, fresh.concat(known).slice(0, entriesKnown));
    const items = itemsOf(source, [...fresh, ...known], now);
    const lease = { now, limit: 1, owner: 'bench', ttlMs: 60_000, ignoreDue: true };
    const [{ state, fence }] = await this.store.leaseDueSources({ ...lease, only: [source.id] });
    let lookupMs = 0;
    const findCandidates = async (query) => {
      const from = performance.now();
      const answer = await this.store.findCandidates(query);
      lookupMs = performance.now() - from;
      return answer;
    };
    const findSentences = (id) => this.store.findSentences(id);
    const tools = {
      store: { findCandidates, findSentences },
      topics,
      authority: 'bench.example,2026',
    };
    const cpuFrom = process.cpuUsage();
    const from = performance.now();
    const { asOf, writes, sentences } = await decideItems(source.id, items, tools, now);
    const decided = performance.now();
    const head = { sourceId: source.id, fence, asOf, now, items: writes, state, sentences };
    await this.store.commitIngest({ ...head, poll: rowOf(source.id, now) });
    const committed = performance.now();
    const cpu = process.cpuUsage(cpuFrom);
    if (poll < pollsWarm) return;
    this.times.cpu.push((cpu.user + cpu.system) / 1000 / items.length);
    for (const { decision } of writes) this.kinds[decision.kind] += 1;
    this.times.lookup.push(lookupMs / items.length);
    this.times.decide.push((decided - from - lookupMs) / items.length);
    this.times.commit.push((committed - decided) / items.length);
  }

  /** Milliseconds an item, of the poll in the middle. */
  median(...parts) {
    const sums = this.times.lookup.map((_, n) =>
      parts.reduce((sum, part) => sum + this.times[part][n], 0),
    );
    return sums.toSorted((a, b) => a - b)[Math.floor(sums.length / 2)];
  }
}

function rowOf(sourceId, now) {
  const counts = { bytes: 1, itemsNew: 0, itemsDuplicate: 0, itemsRevised: 0 };
  const dates = { startedAt: now, finishedAt: now, nextDueAt: now, nextDueReason: 'bench' };
  return { sourceId, outcome: 'modified', ...counts, ...dates };
}

const folder = mkdtempSync(path.join(tmpdir(), 'araz-bench-dedup-'));
const remove = () => rmSync(folder, { recursive: true, force: true });
process.on('exit', remove);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

let from = performance.now();
let recent = recentItems(Math.min(recentMax, Math.max(...sizes)));
const keys = recent.reduce((sum, item) => sum + item.keys.length / 9, 0) / recent.length;
const keysFile = path.join(folder, 'keys.db');
writeKeys(keysFile, recent);
say(`${recent.length} recent items made, ${keys.toFixed(1)} keys each (${seconds(from)})`);

const candidates = [];
for (const size of sizes) {
  from = performance.now();
  const file = path.join(folder, `${size}.db`);
  const part = recent.slice(-Math.min(size, recentMax));
  await fillStore(file, size, part, end, keysFile);
  const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
  candidates.push(new Candidate(size, file, store, Math.min(recent.length, itemsPerDay)));
  const gigabytes = (statSync(file).size / 1e9).toFixed(2);
  say(`${size} items filled, ${gigabytes} GB (${seconds(from)})`);
}

recent = [];
from = performance.now();
for (let poll = 0; poll < polls; poll += 1) {
  for (const [place, candidate] of candidates.entries()) {
    await candidate.poll(poll, poll * candidates.length + place);
  }
}
say(`${polls} polls of ${entriesKnown + entriesFresh} entries each (${seconds(from)})\n`);

const totals = [];
for (const candidate of candidates) {
  await candidate.store.close();
  const total = candidate.median('lookup', 'decide', 'commit');
  totals.push(total);
  const parts = ['lookup', 'decide', 'commit']
    .map((part) => `${part} ${candidate.median(part).toFixed(3)}`)
    .join(', ');
  const kinds = Object.entries(candidate.kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
  const bytes = keyBytesPerItem(candidate.file).toFixed(0);
  say(`${candidate.size} items: ${total.toFixed(3)} ms an item (${parts}); ${kinds}`);
  const cpu = candidate.median('cpu').toFixed(3);
  say(`  ${cpu} ms of processor time an item; ${bytes} bytes of keys an item on disk`);
}
say(
  `ratio of the last to the first: ${(totals.at(-1) / totals[0]).toFixed(2)} (goal: 2.5 at most)`,
);
