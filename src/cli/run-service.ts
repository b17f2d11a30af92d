import type { App } from '../app/create-app.ts';
import type { Setup } from '../app/setup.ts';
import { startWorker, type Worker, type WorkerOptions } from '../app/worker.ts';
import type { ListenOptions } from '../server/serve-app.ts';
import { type ServerThread, startServerThread } from '../server/server-thread.ts';
import type { Context } from './context.ts';
import type { Output } from './output.ts';
import {
  createProgress,
  isNothingReached,
  nothingReachedLine,
  refusedLines,
  summaryLines,
} from './run-report.ts';
import { untilSignal } from './signals.ts';

interface ServiceOptions extends Pick<WorkerOptions, 'configPath'> {
  /** Where to listen; absent for a worker alone. */
  readonly listen?: ListenOptions;
  /** What is said at the end, after a signal. */
  readonly farewell?: string;
}

/** Runs worker and, if wanted, server until a signal comes or one of them cannot go on. */
export async function runService(
  app: App,
  { output, logLevel, databaseUrl }: Context,
  options: ServiceOptions,
): Promise<void> {
  let worker: Worker | undefined;
  let server: ServerThread | undefined;
  const { listen } = options;
  let wasAsked = false;
  try {
    if (listen !== undefined) {
      // First, since a port in use is found out at once and a poll under way takes its time to end.
      const { dataDir, setup } = app;
      const onHubRequest = (): void => worker?.announce();
      const given = { dataDir, databaseUrl, logLevel, setup, listen, onHubRequest };
      server = await startServerThread(given);
    }
    const onSetup = (setup: Setup): void => server?.useSetup(setup);
    worker = await startWorker(app, { ...workerOptions(output, options), onSetup });
    const reload = worker.reload.bind(worker);
    process.on('SIGHUP', () => void reload());
    if (server !== undefined) announce(output, app.setup, server.urls);
    const asked = untilSignal().then(() => {
      wasAsked = true;
      output.note('Stopping; what is under way ends first (Ctrl+C again ends at once).');
    });
    await Promise.race([asked, worker.failed, ...(server ? [server.failed] : [])]);
  } finally {
    // Beside each other: a reader on a slow line and a poll under way each have some seconds left.
    const ended = await Promise.allSettled([server?.close(), worker?.stop()]);
    await app.close();
    for (const end of ended) if (end.status === 'rejected') raise(end.reason);
  }
  const {
    farewell = `Stopped. The data are in ${app.dataDir}; the next start goes on from there.`,
  } = options;
  if (wasAsked) output.note(farewell);
}

function raise(reason: unknown): never {
  throw reason;
}

function workerOptions(output: Output, options: ServiceOptions): WorkerOptions {
  let wasReached = true;
  return {
    ...(options.configPath === undefined ? {} : { configPath: options.configPath }),
    onReport: createProgress(output),
    onPass: (summary, isFirst) => {
      for (const line of refusedLines(summary.published)) output.problem(line);
      const isReached = !isNothingReached(summary);
      // Once, not with every try while the network is down.
      if (!isReached && wasReached) output.problem(nothingReachedLine);
      else if (isFirst) output.note(summaryLines(summary)[0] ?? '');
      wasReached = isReached;
    },
  };
}

/** Says where the site is, and its topics. */
export function announce(
  output: Output,
  setup: Setup,
  [url, operatorUrl]: readonly string[],
): void {
  if (url === undefined) return;
  const topics = setup.config.topics.map((topic) => `${url}/topics/${topic.id}/`);
  output.result({ url, operatorUrl, topics }, [
    `Araz is on ${url}/ (status: ${url}/status). Stop it with Ctrl+C.`,
    ...topics.map((topic) => `  ${topic}`),
  ]);
}
