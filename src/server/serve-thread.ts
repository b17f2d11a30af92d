/** What runs on the server's own thread: opens the store for reading, listens, until it is told to end. */
import { parentPort, workerData } from 'node:worker_threads';
import { createJsonLog } from '../app/json-log.ts';
import { openServing, type Reading } from '../app/open-reading.ts';
import { receivedSetup } from '../app/received-setup.ts';
import type { Setup } from '../app/setup.ts';
import { AppError, messageOf } from '../domain/errors.ts';
import type { Listening } from './listen.ts';
import { serveApp } from './serve-app.ts';
import type { FromServer, ServerSetup, ToServer } from './thread-protocol.ts';

function post(message: FromServer): void {
  parentPort?.postMessage(message);
}

async function start(given: ServerSetup): Promise<void> {
  const log = createJsonLog(given.logLevel);
  log.hide(given.secrets);
  const { dataDir, databaseUrl } = given;
  const loadSetup = (): Setup => receivedSetup(given.config, given.secrets);
  const app = await openServing({ dataDir, databaseUrl, log, loadSetup });
  try {
    const routes = { onHubRequest: () => post({ kind: 'hub-request' }) };
    const listening = await serveApp(app, given.listen, routes);
    parentPort?.on('message', (message: ToServer) => {
      if (message.kind === 'ask') post({ kind: 'alive' });
      else if (message.kind === 'close') void close(app, listening);
      else {
        log.hide(message.secrets);
        app.setup = receivedSetup(message.config, message.secrets);
      }
    });
    post({ kind: 'listening', urls: listening.map(({ url }) => url) });
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function close(app: Reading, listening: readonly Listening[]): Promise<void> {
  await Promise.all(listening.map((server) => server.close()));
  await app.close();
  // Without the port the thread has nothing left to wait for, and ends.
  parentPort?.close();
}

try {
  await start(workerData as ServerSetup);
} catch (error) {
  const code = error instanceof AppError ? error.code : 'internal';
  post({ kind: 'not-listening', code, message: messageOf(error) });
}
