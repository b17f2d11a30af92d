/** What runs on the store's own thread: opens the database, then answers one call after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../domain/errors.ts';
import type { Store } from '../../domain/store.ts';
import { connect } from './connect.ts';
import { storeFailure } from './failures.ts';
import { createSqliteStore } from './store.ts';
import type { ThreadCall, ThreadFailure, ThreadReply, ThreadSetup } from './thread-protocol.ts';

type AnyMethod = (...parameters: readonly unknown[]) => Promise<unknown>;

function reply(message: ThreadReply): void {
  parentPort?.postMessage(message);
}

function failureOf(error: unknown): ThreadFailure {
  const { code, message, cause } = storeFailure(error);
  return { code, message, ...(cause !== undefined && { cause: messageOf(cause) }) };
}

async function answer(store: Store, call: ThreadCall): Promise<void> {
  try {
    const method = store[call.method] as AnyMethod;
    reply({ kind: 'returned', id: call.id, value: await method(...call.arguments) });
  } catch (error) {
    reply({ kind: 'threw', id: call.id, failure: failureOf(error) });
  }
  // Without the port the thread has nothing left to wait for, and ends.
  if (call.method === 'close') parentPort?.close();
}

function start(setup: ThreadSetup): void {
  try {
    const store = createSqliteStore(connect(setup));
    parentPort?.on('message', (call: ThreadCall) => void answer(store, call));
    reply({ kind: 'opened' });
  } catch (error) {
    reply({ kind: 'not-opened', failure: failureOf(error) });
  }
}

start(workerData as ThreadSetup);
