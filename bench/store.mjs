// How the store does when it holds much: `node scripts/build.mjs && node bench/store.mjs [items]`.
// Fills a new database by polls of 30 items with ten keys each, one in five in a topic, publishes
// them all, and prints milliseconds.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../dist/store/open-store.js';

const total = Number(process.argv[2] ?? 100_000);
const perPoll = 30;
const start = Date.UTC(2026, 1, 7);
const languages = ['az', 'tr', 'fa', 'ru', 'en', 'ka', 'hy', 'ar'];
const topicId = 'topic';
const digest = (text) => createHash('sha256').update(text).digest('hex');
const kinds = ['id:guid', 'id:link', 'link', 'content', 'near', 'near', 'near', 'near', 'near'];

const sources = Array.from({ length: 100 }, (_, n) => ({
  id: `source-${n}`,
  url: `https://source-${n}.example/rss`,
  language: languages[n % languages.length],
  enabled: true,
  everyMs: 1_800_000,
}));

function keysOf(n) {
  const own = kinds.map((kind, place) => ({ kind, hash: digest(`${place} ${n}`).slice(0, 16) }));
  return [...own, { kind: 'story', hash: digest(`shared ${n % 5_000}`).slice(0, 16) }];
}

function writeOf(n, source, now) {
  const item = {
    sourceId: source.id,
    language: source.language,
    country: 'AZ',
    guid: `https://${source.id}.example/news/${n}`,
    link: `https://${source.id}.example/news/2026/02/07/report-number-${n}`,
    title: `A headline of the usual length, number ${n}`,
    summary: 'Some words of a report. '.repeat(12),
    contentHtml: `<p>${'Some words of a report. '.repeat(40)}</p>`,
    authors: [],
    categories: [],
    enclosures: [],
    published: now,
    isPublishedEstimated: false,
    contentHash: digest(String(n)),
    keys: keysOf(n),
  };
  const place = { field: 'title', start: 0, end: 10, surface: 'A headline' };
  const hit = { ...place, concept: 'azerbaijan', term: 'headline', weight: 1, isWeak: false };
  const evidence = { hits: Array(6).fill(hit), masked: [], vetoes: [], missing: [], threshold: 3 };
  const match = { topicId, matched: true, score: 6, evidence: { ...evidence, ruleVersion: '1' } };
  const id = `story${String(n).padStart(15, '0')}`;
  return {
    item,
    decision: { kind: 'new' },
    newStory: { id, entryId: `tag:news.example,2026:${id}`, createdAt: now },
    isRevision: false,
    matches: n % 5 === 0 ? [match] : [],
  };
}

const spent = new Map();
async function timed(what, work) {
  const from = performance.now();
  const result = await work();
  spent.set(what, [...(spent.get(what) ?? []), performance.now() - from]);
  return result;
}

async function poll(store, first) {
  const source = sources[(first / perPoll) % sources.length];
  const now = start + first * 4_000;
  const request = { now, limit: 1, owner: 'bench', ttlMs: 1, ignoreDue: true, only: [source.id] };
  const [lease] = await store.leaseDueSources(request);
  const items = Array.from({ length: perPoll }, (_, n) => writeOf(first + n, source, now));
  const keys = items.map(({ item }) => item.keys);
  const query = { sourceId: source.id, keys, since: now - 14 * 86_400_000, limit: 20 };
  const { asOf } = await timed('findCandidates, 30 items', () => store.findCandidates(query));
  const row = { sourceId: source.id, startedAt: now, finishedAt: now, outcome: 'modified' };
  const counts = { bytes: 1, itemsNew: perPoll, itemsDuplicate: 0, itemsRevised: 0 };
  const due = { nextDueAt: now, nextDueReason: 'again' };
  const state = { ...lease.state, nextDueAt: now };
  const head = { sourceId: source.id, fence: lease.fence, asOf, now, items, state };
  const intent = { ...head, poll: { ...row, ...counts, ...due } };
  await timed('commitIngest, 30 items', () => store.commitIngest(intent));
}

/** Publishes slice after slice; all but the first slice go to the archive at once. */
async function publishAll(store) {
  for (let stories = [undefined], slice = 0; stories.length > 0; slice += 1) {
    const selection = await store.selectTopic({ topicId, languages, limit: 500 });
    const known = new Set(selection.entries.map(({ storyId }) => storyId));
    stories = selection.stories.filter(({ story }) => !known.has(story.id));
    const entries = stories.flatMap(({ story, items: [{ id, language, published }] }) =>
      ['all', language].map((variant) => ({
        ...{ topicId, storyId: story.id, variant, itemId: id, published, updated: published },
        ...(slice > 0 && { archivedAt: start }),
      })),
    );
    await store.commitEdition({ topicId, entries, editions: [] });
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'araz-bench-'));
const file = path.join(folder, 'araz.db');
const store = await openStore({ url: `sqlite:${file}`, inProcess: true });
await store.syncSources(sources, start);
for (let first = 0; first < total; first += perPoll) await poll(store, first);
await publishAll(store);
for (let n = 0; n < 5; n += 1) {
  const request = { topicId, languages, limit: 50 };
  await timed('selectTopic, all published', () => store.selectTopic(request));
  await timed('listSourceHealth', () => store.listSourceHealth(start));
  await timed('listTopicHealth', () => store.listTopicHealth(start));
}
await store.close();

const say = (line) => process.stdout.write(`${line}\n`);
for (const [what, times] of spent) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.floor((sorted.length - 1) * part)].toFixed(1);
  say(`${what}: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms`);
}
say(`${total} items: ${(statSync(file).size / total).toFixed(0)} bytes each`);
rmSync(folder, { recursive: true });
