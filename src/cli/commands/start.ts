import { type Command, InvalidArgumentError } from 'commander';
import type { App, Reading } from '../../app/create-app.ts';
import { startWorker, type Worker, type WorkerOptions } from '../../app/worker.ts';
import type { RouteOptions } from '../../server/create-server.ts';
import { createSite } from '../../server/create-site.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { createOperatorListener } from '../../server/operator-routes.ts';
import { contextOf } from '../context.ts';
import type { Output } from '../output.ts';
import {
  createProgress,
  isNothingReached,
  nothingReachedLine,
  refusedLines,
  summaryLines,
} from '../run-report.ts';
import { untilSignal } from '../signals.ts';

export interface ListenOptions {
  readonly host?: string;
  readonly port?: number;
}

export function addStart(program: Command): void {
  withListenOptions(program.command('start'))
    .description('worker and web server in one process')
    .action(async (options: ListenOptions, command: Command) => {
      const context = contextOf(command);
      const app = await context.openApp();
      await runService(app, context.output, {
        ...options,
        serve: true,
        configPath: context.configPath,
      });
    });
  program
    .command('work')
    .description('only the scheduled worker')
    .action(async (_: unknown, command: Command) => {
      const context = contextOf(command);
      const app = await context.openApp();
      await runService(app, context.output, { serve: false, configPath: context.configPath });
    });
}

/** `--host` and `--port` of the verbs that listen. */
export function withListenOptions(command: Command): Command {
  return command
    .option('--host <address>', 'address to listen on (default: server.host)')
    .option('--port <number>', 'port to listen on (default: server.port)', portNumber);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('a port is a number from 0 to 65535.');
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
