// Polls without end into the database named first, as a worker would, and writes the number of each
// poll that was acknowledged into the file named second. Runs until it is killed.
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { openStore } from '../../dist/store/open-store.js';

const [, , databaseFile, acknowledgedFile, round, itemsPerPoll] = process.argv;
const start = Date.UTC(2026, 1, 7) + Number(round) * 86_400_000;
const digest = (text) => createHash('sha256').update(text).digest('hex');

function anItem(poll, place, title) {
  const name = `poll ${poll} item ${place}`;
  return {
    sourceId: 'azertag',
    language: 'en',
    country: 'AZ',
    title,
    summary: `${name}. ${'Some words of a report. '.repeat(20)}`,
    contentHtml: '',
    authors: [],
    categories: [],
    enclosures: [],
    published: start,
    isPublishedEstimated: false,
    contentHash: digest(title),
    keys: ['id:guid', 'link', 'content'].map((kind) => ({
      kind,
      hash: digest(`${kind} ${name}`).slice(0, 16),
    })),
  };
}

function outcome() {
  const evidence = { hits: [], masked: [], vetoes: [], missing: [], threshold: 1 };
  return { topicId: 'topic', matched: true, score: 1, evidence: { ...evidence, ruleVersion: '1' } };
}

function aNewItem(poll, place) {
  const id = `story-${poll}-${place}`;
  return {
    item: anItem(poll, place, `poll ${poll} item ${place}`),
    decision: { kind: 'new' },
    newStory: { id, entryId: `tag:news.example,2026:${id}`, createdAt: start },
    isRevision: false,
    matches: [outcome()],
  };
}

/** The first item of the poll before, with another title. */
function aRevision(poll, itemId) {
  return {
    item: anItem(poll - 1, 0, `poll ${poll - 1} item 0, edited`),
    decision: { kind: 'known', itemId, layer: 'same-id', evidence: {} },
    isRevision: true,
    matches: [outcome()],
  };
}

const store = await openStore({ url: `sqlite:${databaseFile}` });
await store.syncSources(
  [{ id: 'azertag', url: 'https://azertag.example/rss', enabled: true, everyMs: 60_000 }],
  start,
);
const [newest] = await store.listPolls(1);
// The poll's own number is kept in a field of the row that a person reads.
let poll = Number(newest?.message ?? 0);
for (let step = 1; ; step += 1) {
  poll += 1;
  const now = start + step * 1_000;
  const request = { now, limit: 1, owner: `round ${round}`, ttlMs: 1, ignoreDue: true };
  const [lease] = await store.leaseDueSources(request);
  const items = Array.from({ length: Number(itemsPerPoll) }, (_, place) => aNewItem(poll, place));
  if (poll > 1) {
    const key = anItem(poll - 1, 0, '').keys[0];
    const query = { sourceId: 'azertag', keys: [[key]], since: 0, limit: 1 };
    const { candidates } = await store.findCandidates(query);
    items.push(aRevision(poll, candidates[0][0].itemId));
  }
  const done = await store.commitIngest({
    sourceId: 'azertag',
    fence: lease.fence,
    asOf: Number.MAX_SAFE_INTEGER,
    now,
    items,
    state: { ...lease.state, validators: { etag: `"${poll}"` }, nextDueAt: now },
    poll: {
      sourceId: 'azertag',
      startedAt: now,
      finishedAt: now,
      outcome: 'modified',
      bytes: 1,
      itemsNew: Number(itemsPerPoll),
      itemsDuplicate: 0,
      itemsRevised: poll > 1 ? 1 : 0,
      nextDueAt: now,
      nextDueReason: 'again',
      message: String(poll),
    },
  });
  if (done.kind !== 'committed') throw new Error(done.kind);
  appendFileSync(acknowledgedFile, `${poll}\n`);
}
