import type { Announcement } from '../../domain/subscriber.ts';
import { publishForm } from '../../domain/websub.ts';
import type { AnnouncerTools } from './announcer.ts';
import { afterAnnouncing, claimed, toAnnounce } from './hub-life.ts';
import { callTimeoutMs, isCalledOff } from './hub-limits.ts';
import type { LiveDocument } from './own-documents.ts';

/** Requests to hubs elsewhere of one round; the rest is due at the next. */
const announcementsMax = 100;

type Key = Pick<Announcement, 'hubUrl' | 'selfUrl'>;

const keyOf = ({ hubUrl, selfUrl }: Key): string => `${hubUrl} ${selfUrl}`;

/** Tells the configured hubs of documents that are not those they were told of. */
export async function tellHubs(
  app: AnnouncerTools,
  live: ReadonlyMap<string, LiveDocument>,
  signal?: AbortSignal,
): Promise<void> {
  const { store, setup, clock } = app;
  const { hubs } = setup.config.push;
  const wanted = hubs.flatMap((hubUrl) => [...live.values()].map((of) => ({ ...of, hubUrl })));
  const known = new Map((await store.listAnnouncements()).map((row) => [keyOf(row), row]));
  const wantedKeys = new Set(wanted.map(keyOf));
  for (const row of known.values()) {
    if (!wantedKeys.has(keyOf(row))) await store.removeAnnouncement(row.hubUrl, row.selfUrl);
  }
  const now = clock.now();
  const due = wanted.flatMap((of) => toAnnounce(known.get(keyOf(of)), of, of.hash, now) ?? []);
  await Promise.all(due.slice(0, announcementsMax).map((row) => announce(app, row, signal)));
}

async function announce(app: AnnouncerTools, row: Announcement, signal?: AbortSignal) {
  const { store, courier, clock, log } = app;
  if (signal?.aborted) return;
  // Not saved: another process tells this hub.
  if (!(await store.saveAnnouncement(claimed(row, clock.now())))) return;
  const { hubUrl: url, selfUrl } = row;
  const fields = publishForm(selfUrl);
  const result = await courier.postForm({ url, fields, timeoutMs: callTimeoutMs, signal });
  if (isCalledOff(result)) return;
  const next = afterAnnouncing({ ...row, version: row.version + 1 }, result, clock.now());
  await store.saveAnnouncement(next);
  const failure = next.message === undefined ? {} : { problem: next.message };
  log.info('a hub was told', { hub: new URL(url).host, feed: selfUrl, ...failure });
}
