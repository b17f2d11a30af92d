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

/** Listens, or throws `io` with what to do when the port is taken or not allowed. */
export async function listen(routes: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: routes.fetch }) as Server;
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.timeout = idleTimeoutMs;
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): AppError {
  const where = `${host}:${port}`;
  const cure = 'name another with --port, or server.port in the configuration';
  const text =
    error.code === 'EADDRINUSE'
      ? `${where} is in use by another program; ${cure}`
      : error.code === 'EACCES'
        ? `${where} may not be used by this user (ports under 1024 need rights); ${cure}`
        : `cannot listen on ${where} (${error.code ?? error.message}); check --host and --port`;
  return new AppError('io', text, { cause: error });
}
