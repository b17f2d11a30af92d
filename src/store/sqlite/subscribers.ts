import type {
  Announcement,
  Subscriber,
  SubscriberCounts,
  SubscribersToCall,
} from '../../domain/subscriber.ts';
import { siteOf } from '../../text/site-of.ts';
import type { Connection } from './connection.ts';

interface VersionedRow {
  readonly state: string;
  readonly version: number;
}

function read<T>({ state, version }: VersionedRow): T {
  return { ...(JSON.parse(state) as T), version };
}

export function listSubscribers(db: Connection): readonly Subscriber[] {
  const sql = 'SELECT state, version FROM subscribers ORDER BY self_url, callback_url';
  return db.all<VersionedRow>(sql).map((row) => read<Subscriber>(row));
}

/** Most have what lies on disk: they are passed over here, where they need not be read whole. */
export function listSubscribersToCall(
  db: Connection,
  { now, waitMax, hashes, after, limit }: SubscribersToCall,
): readonly Subscriber[] {
  const sql = `WITH live(self_url, hash) AS MATERIALIZED (SELECT key, value FROM json_each(?))
    SELECT state, version FROM subscribers AS each LEFT JOIN live ON live.self_url = each.self_url
    WHERE (each.self_url, each.callback_url) > (?, ?) AND (
      (state ->> '$.asked' IS NULL AND coalesce(state ->> '$.leaseUntil', 0) <= ?)
      OR (state ->> '$.nextAt' NOT BETWEEN ? AND ? AND (
        state ->> '$.asked' IS NOT NULL OR live.self_url IS NULL
        OR (live.hash IS NOT NULL AND live.hash IS NOT state ->> '$.deliveredHash'))))
    ORDER BY each.self_url, each.callback_url LIMIT ?`;
  const from = [after?.selfUrl ?? '', after?.callbackUrl ?? ''];
  const times = [now, now + 1, now + waitMax];
  return db
    .all<VersionedRow>(sql, JSON.stringify(hashes), ...from, ...times, limit)
    .map((row) => read<Subscriber>(row));
}

export function findSubscriber(
  db: Connection,
  selfUrl: string,
  callbackUrl: string,
): Subscriber | undefined {
  const sql = 'SELECT state, version FROM subscribers WHERE self_url = ? AND callback_url = ?';
  const row = db.get<VersionedRow>(sql, selfUrl, callbackUrl);
  return row && read<Subscriber>(row);
}

export function countSubscribers(db: Connection, selfUrl: string, site: string): SubscriberCounts {
  const confirmed = "state ->> '$.leaseUntil' IS NOT NULL";
  const sql = `SELECT count(*) AS "all", count(*) FILTER (WHERE NOT ${confirmed}) AS unconfirmed,
    count(*) FILTER (WHERE self_url = ? AND ${confirmed}) AS ofFeed,
    count(*) FILTER (WHERE host = ?) AS ofSite FROM subscribers`;
  const none = { all: 0, unconfirmed: 0, ofFeed: 0, ofSite: 0 };
  return db.get<SubscriberCounts>(sql, selfUrl, site) ?? none;
}

export function saveSubscriber(db: Connection, subscriber: Subscriber): boolean {
  const { selfUrl, callbackUrl } = subscriber;
  const key = { self_url: selfUrl, callback_url: callbackUrl };
  // A name alone would not do: whoever has a domain has as many names and ports as they like.
  const beside = { host: siteOf(callbackUrl) };
  return saveAsRead(db, 'subscribers', { key, beside }, subscriber);
}

export function removeSubscriber(db: Connection, subscriber: Subscriber): void {
  const { selfUrl, callbackUrl, version } = subscriber;
  const sql = 'DELETE FROM subscribers WHERE self_url = ? AND callback_url = ? AND version = ?';
  db.run(sql, selfUrl, callbackUrl, version);
}

export function listAnnouncements(db: Connection): readonly Announcement[] {
  const sql = 'SELECT state, version FROM announcements ORDER BY hub_url, self_url';
  return db.all<VersionedRow>(sql).map((row) => read<Announcement>(row));
}

export function saveAnnouncement(db: Connection, announcement: Announcement): boolean {
  const key = { hub_url: announcement.hubUrl, self_url: announcement.selfUrl };
  return saveAsRead(db, 'announcements', { key, beside: {} }, announcement);
}

export function removeAnnouncement(db: Connection, hubUrl: string, selfUrl: string): void {
  db.run('DELETE FROM announcements WHERE hub_url = ? AND self_url = ?', hubUrl, selfUrl);
}

interface Columns {
  readonly key: Readonly<Record<string, string>>;
  /** Columns that SQL searches and that never change. */
  readonly beside: Readonly<Record<string, string>>;
}

/** Writes a row whose state stands as it was read, or a new one whose key is free. */
function saveAsRead(
  db: Connection,
  table: 'subscribers' | 'announcements',
  { key, beside }: Columns,
  value: { readonly version: number },
): boolean {
  const state = JSON.stringify(value);
  const keys = Object.keys(key);
  return db.write(() => {
    if (value.version > 0) {
      const where = [...keys, 'version'].map((column) => `${column} = ?`).join(' AND ');
      const sql = `UPDATE ${table} SET state = ?, version = version + 1 WHERE ${where}`;
      return db.run(sql, state, ...Object.values(key), value.version).changes === 1;
    }
    const columns = [...keys, ...Object.keys(beside), 'state'];
    const sql = `INSERT INTO ${table} (${columns.join(', ')}, version)
      VALUES (${columns.map(() => '?').join(', ')}, 1) ON CONFLICT DO NOTHING`;
    return db.run(sql, ...Object.values(key), ...Object.values(beside), state).changes === 1;
  });
}
