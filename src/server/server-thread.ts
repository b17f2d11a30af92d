import { Worker } from 'node:worker_threads';
import type { Setup } from '../app/setup.ts';
import { AppError, messageOf } from '../domain/errors.ts';
import type { FromServer, ServerSetup, ThreadConfig, ToServer } from './thread-protocol.ts';

/** A web server on a thread of its own. */
export interface ServerThread {
  /** Addresses of the site and of the operator's paths. */
  readonly urls: readonly string[];
  /** Goes on with another configuration; addresses and ports stay those of the start. */
  useSetup(setup: Setup): void;
  close(): Promise<void>;
  /** Rejects when the thread ends unasked. */
  readonly failed: Promise<never>;
}

export interface ServerThreadOptions extends Omit<ServerSetup, keyof ThreadConfig> {
  readonly setup: Setup;
  /** See `RouteOptions`. */
  readonly onHubRequest?: () => void;
  /** Entry of the thread; the built `serve-thread.js` beside this file by default. */
  readonly threadUrl?: URL;
}

/**
 * Serves on a thread with an event loop, a heap and a connection to the store of its own: deciding,
 * rendering and collecting garbage beside it cost readers nothing but processor time. Rejects as
 * `listen` and `openServing` throw.
 */
export async function startServerThread(options: ServerThreadOptions): Promise<ServerThread> {
  const { setup, onHubRequest, threadUrl, ...rest } = options;
  const workerData: ServerSetup = { ...rest, ...configOf(setup) };
  // Flags of the caller's own start, such as --eval's, are not for a module that runs as a file.
  const worker = new Worker(threadUrl ?? new URL('./serve-thread.js', import.meta.url), {
    workerData,
    execArgv: [],
  });
  let isClosing = false;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', (error) => reject(endedError(messageOf(error), error)));
    worker.once('exit', (code) => {
      if (!isClosing) reject(endedError(`it ended with code ${code}`));
    });
  });
  // A failure before anyone waits for it must not end the process by itself.
  failed.catch(() => {});
  const post = (message: ToServer): void => worker.postMessage(message);
  const listening = new Promise<readonly string[]>((resolve, reject) => {
    worker.on('message', (message: FromServer) => {
      if (message.kind === 'listening') resolve(message.urls);
      else if (message.kind === 'hub-request') onHubRequest?.();
      else reject(new AppError(message.code, message.message));
    });
  });
  const urls = await Promise.race([listening, failed]);
  return {
    urls,
    failed,
    useSetup: (next) => post({ kind: 'config', ...configOf(next) }),
    close: async () => {
      isClosing = true;
      post({ kind: 'close' });
      await ended;
    },
  };
}

function configOf({ config, secrets }: Setup): ThreadConfig {
  return { config, secrets };
}

function endedError(reason: string, cause?: unknown): AppError {
  return new AppError('internal', `the web server's thread is gone: ${reason}`, { cause });
}
