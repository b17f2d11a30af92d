import type { Announcement } from '../../domain/subscriber.ts';
import { publishForm } from '../../domain/websub.ts';
import type { HostQueue } from '../../fetch/host-queue.ts';
import type { AnnouncerTools } from './announcer.ts';
import { ownHubUrl } from './hub-address.ts';
import { afterAnnouncing, claimed, isResting, toAnnounce } from './hub-life.ts';
import { callTimeoutMs, isCalledOff } from './hub-limits.ts';
import { isLive, type OwnDocuments } from './own-documents.ts';

/** Requests of one round to one hub; another round follows while they get on. */
const announcementsMax = 100;

type Key = Pick<Announcement, 'hubUrl' | 'selfUrl'>;

const keyOf = ({ hubUrl, selfUrl }: Key): string => `${hubUrl} ${selfUrl}`;

/** Hubs that did not answer last are asked in a lane of their own: the others need not wait for them. */
export interface HubLane {
  readonly isForSilent: boolean;
  readonly documents: OwnDocuments;
  readonly queue: HostQueue;
  readonly signal: AbortSignal | undefined;
}

/**
 * Tells the configured hubs of documents that are not those they were told of. Answers whether it
 * got on with any of them.
 */
export async function tellHubs(app: AnnouncerTools, lane: HubLane): Promise<boolean> {
  const { store, setup, clock } = app;
  const own = ownHubUrl(setup);
  // Our own hub needs no telling: it looks at the same documents.
  const hubs = setup.config.push.hubs.filter((hubUrl) => hubUrl !== own);
  const documents = await lane.documents.list();
  const known = new Map((await store.listAnnouncements()).map((row) => [keyOf(row), row]));
  await forgetOthers(app, [...known.values()], { hubs, documents });
  const now = clock.now();
  const rounds = hubs.map((hubUrl) => {
    const rows = [...known.values()].filter((row) => row.hubUrl === hubUrl);
    const isSilent = rows.some(({ isUnanswered }) => isUnanswered === true);
    if (isSilent !== lane.isForSilent || rows.some((row) => isResting(row, now))) return false;
    const due = [...documents.values()].flatMap((of) => {
      const key = { hubUrl, selfUrl: of.selfUrl };
      return (isLive(of) && toAnnounce(known.get(keyOf(key)), key, of.hash, now)) || [];
    });
    return tellHub(app, due.slice(0, announcementsMax), lane);
  });
  return (await Promise.all(rounds)).includes(true);
}

async function forgetOthers(
  { store }: AnnouncerTools,
  known: readonly Announcement[],
  wanted: { readonly hubs: readonly string[]; readonly documents: ReadonlyMap<string, unknown> },
): Promise<void> {
  for (const { hubUrl, selfUrl } of known) {
    if (wanted.hubs.includes(hubUrl) && wanted.documents.has(selfUrl)) continue;
    await store.removeAnnouncement(hubUrl, selfUrl);
  }
}

/** One that did not answer is left alone with the rest. */
async function tellHub(
  app: AnnouncerTools,
  due: readonly Announcement[],
  { queue, signal }: HubLane,
): Promise<boolean> {
  let isDown = false;
  const told = due.map(async (row) => {
    const endTurn = await queue.acquire(row.hubUrl, { signal }).catch(() => {
      // Called off while it stood in line: it is due as before.
    });
    if (endTurn === undefined) return false;
    try {
      if (isDown || signal?.aborted) return false;
      const wasAnswered = await announce(app, row, signal);
      isDown ||= !wasAnswered;
      return wasAnswered;
    } finally {
      endTurn();
    }
  });
  return (await Promise.all(told)).includes(true);
}

/** Whether the hub answered, whatever it said. */
async function announce(
  app: AnnouncerTools,
  row: Announcement,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { store, courier, clock, log } = app;
  // Not saved: another process tells this hub.
  if (!(await store.saveAnnouncement(claimed(row, clock.now())))) return true;
  const { hubUrl: url, selfUrl } = row;
  const version = row.version + 1;
  const fields = publishForm(selfUrl);
  const result = await courier.postForm({ url, fields, timeoutMs: callTimeoutMs, signal });
  if (isCalledOff(result)) {
    await store.saveAnnouncement({ ...row, version });
    return false;
  }
  const next = afterAnnouncing({ ...row, version }, result, clock.now());
  await store.saveAnnouncement(next);
  const facts = { hub: new URL(url).host, feed: selfUrl };
  if (next.message === undefined) log.info('a hub was told', facts);
  else log.warn('a hub could not be told', { ...facts, problem: next.message });
  return result.kind === 'answered';
}
