import { AppError } from '../../domain/errors.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { Connection } from './connection.ts';

interface SubscriptionRow {
  readonly state: string;
  readonly version: number;
}

function readSubscription({ state, version }: SubscriptionRow): Subscription {
  return { ...(JSON.parse(state) as Subscription), version };
}

export function listSubscriptions(db: Connection): readonly Subscription[] {
  const sql = 'SELECT state, version FROM subscriptions ORDER BY source_id, token';
  return db.all<SubscriptionRow>(sql).map(readSubscription);
}

export function findSubscription(db: Connection, token: string): Subscription | undefined {
  const sql = 'SELECT state, version FROM subscriptions WHERE token = ?';
  const row = db.get<SubscriptionRow>(sql, token);
  return row && readSubscription(row);
}

export function saveSubscription(db: Connection, subscription: Subscription): boolean {
  return db.write(() => {
    const { token, sourceId, version } = subscription;
    if (db.get('SELECT 1 FROM sources WHERE id = ?', sourceId) === undefined) {
      throw new AppError('invalid', `store: subscription of ${sourceId}: there is no such source`);
    }
    const state = JSON.stringify(subscription);
    if (version > 0) {
      const sql =
        'UPDATE subscriptions SET state = ?, version = version + 1 WHERE token = ? AND version = ?';
      return db.run(sql, state, token, version).changes === 1;
    }
    const sql = `INSERT INTO subscriptions (token, source_id, version, state) VALUES (?, ?, 1, ?)
       ON CONFLICT (token) DO NOTHING`;
    return db.run(sql, token, sourceId, state).changes === 1;
  });
}

export function removeSubscription(db: Connection, token: string): void {
  db.run('DELETE FROM subscriptions WHERE token = ?', token);
}
