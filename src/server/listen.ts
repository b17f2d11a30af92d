import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '../domain/errors.ts';

/** A listening server. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Limits for slow and greedy clients: a reader that stalls is cut, others go on. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 15_000;
const idleTimeoutMs = 30_000;
const connectionsMax = 1_000;

/** Answers under way get so long to end when the server closes. */
const graceMs = 1_000;

/**
 * Listens, or throws `io` with what to do when the port is taken or not allowed; `cure` says where
 * the address was chosen.
 */
export async function listen(
  routes: Hono,
  host: string,
  port: number,
  cure = 'name another with --port, or server.port in the configuration',
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: routes.fetch }) as Server;
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.timeout = idleTimeoutMs;
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(listenError(error, `${host}:${port}`, cure)),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, where: string, cure: string): AppError {
  return new AppError('io', `cannot listen on ${where}: ${reasonOf(error, cure)}`, {
    cause: error,
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, cure: string): string {
  switch (code) {
    case 'EADDRINUSE':
      return `another program is using it (another Araz?); stop that one, or ${cure}`;
    case 'EACCES':
      return `this user may not (ports under 1024 need rights); ${cure}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'this machine has no such address; check --host, or server.host in the configuration';
    default:
      return `${code ?? message}; check --host and --port`;
  }
}
