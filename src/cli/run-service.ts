import type { App } from '../app/create-app.ts';
import type { Reading } from '../app/open-reading.ts';
import { pushSiteUrl } from '../app/push/plan-subscriptions.ts';
import type { Setup } from '../app/setup.ts';
import { startWorker, type Worker, type WorkerOptions } from '../app/worker.ts';
import type { RouteOptions } from '../server/create-server.ts';
import { createSite } from '../server/create-site.ts';
import { type Listening, listen } from '../server/listen.ts';
import { createOperatorListener } from '../server/operator-routes.ts';
import type { Output } from './output.ts';
import {
  createProgress,
  isNothingReached,
  nothingReachedLine,
  refusedLines,
  summaryLines,
} from './run-report.ts';
import { untilSignal } from './signals.ts';

export interface ListenOptions {
  readonly host?: string;
  readonly port?: number;
}

/** Listens with the public routes, and the operator's beside them. */
export async function serveApp(
  app: Reading,
  options: ListenOptions,
  routes: RouteOptions = {},
): Promise<Listening[]> {
  const { server } = app.setup.config;
  const host = options.host ?? server.host;
  const site = await listen(createSite(app, routes), host, options.port ?? server.port);
  // Without a token the operator's paths answer this machine only.
  const operatorHost = server.operatorToken === undefined ? '127.0.0.1' : host;
  // A port chosen by hand is for a second copy beside the first: the operator's is then any free one.
  const operatorPort = options.port === undefined ? server.operatorPort : 0;
  try {
    const cure = 'name another with server.operatorPort in the configuration';
    const operator = createOperatorListener(app);
    return [site, await listen(operator, operatorHost, operatorPort, { cure })];
  } catch (error) {
    await site.close();
    throw error;
  }
}

interface ServiceOptions extends ListenOptions, Pick<WorkerOptions, 'configPath'> {
  readonly serve: boolean;
}

/** Runs worker and, if wanted, server until a signal comes or the worker cannot go on. */
export async function runService(app: App, output: Output, options: ServiceOptions): Promise<void> {
  let worker: Worker | undefined;
  let listening: Listening[] = [];
  try {
    // First, since a port in use is found out at once and a poll under way takes its time to end.
    const routes = { onHubRequest: () => worker?.announce() };
    if (options.serve) listening = await serveApp(app, options, routes);
    worker = await startWorker(app, workerOptions(output, options));
    const reload = worker.reload.bind(worker);
    process.on('SIGHUP', () => void reload());
    if (listening[0] !== undefined) announce(output, app, listening);
    await Promise.race([untilSignal(), worker.failed]);
  } finally {
    await Promise.all(listening.map((server) => server.close()));
    await worker?.stop();
    await app.close();
  }
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

export function announce(output: Output, app: Reading, listening: readonly Listening[]): void {
  const [site, operator] = listening;
  if (site === undefined) return;
  const topics = app.setup.config.topics.map((topic) => `${site.url}/topics/${topic.id}/`);
  output.result({ url: site.url, operatorUrl: operator?.url, topics }, [
    `Araz is on ${site.url}/ (status: ${site.url}/status). Stop it with Ctrl+C.`,
    ...topics.map((url) => `  ${url}`),
  ]);
}

/** Whether hubs or subscribers call this process, which then has to note it down. */
export function takesCalls(setup: Setup): boolean {
  return pushSiteUrl(setup) !== undefined || setup.config.push.hub;
}
