import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../domain/errors.ts';
import { limitConnections } from './limit-connections.ts';

/** A listening server. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Limits for slow and greedy clients: one that stalls is cut, others go on. */
export interface ClientLimits {
  readonly headersTimeoutMs: number;
  /** For all of a request, its body included. */
  readonly requestTimeoutMs: number;
  /** Without a byte in either direction, as a reader that takes nothing more. */
  readonly idleTimeoutMs: number;
  /** Between two requests of a connection. */
  readonly keepAliveTimeoutMs: number;
  /** How often the first two are looked after. */
  readonly checkMs: number;
}

const usualLimits: ClientLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 15_000,
  idleTimeoutMs: 30_000,
  keepAliveTimeoutMs: 10_000,
  checkMs: 2_000,
};
const connectionsMax = 1_000;
const headerBytesMax = 16 * 1024;

/** Of these, connections of one network: a quarter, so that no single one shuts out all others. */
const networkConnectionsMax = 250;

/** Answers under way get so long to end when the server closes: a feed over a slow line. */
const graceMs = 4_000;
/** How often connections are looked at meanwhile that an answer has left idle. */
const idleCheckMs = 50;

const usualCure = 'name another with --port, or server.port in the configuration';

export interface ListenOptions {
  /** What to do about a port that is taken: where it was chosen. */
  readonly cure?: string;
  readonly limits?: ClientLimits;
}

/**
 * Listens, or throws `io` with what to do when the port is taken or not allowed.
 */
export async function listen(
  listener: RequestListener,
  host: string,
  port: number,
  { cure = usualCure, limits = usualLimits }: ListenOptions = {},
): Promise<Listening> {
  const options = {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: limits.checkMs,
    maxHeaderSize: headerBytesMax,
  };
  const server = createServer(options, listener);
  server.timeout = limits.idleTimeoutMs;
  server.maxConnections = connectionsMax;
  limitConnections(server, networkConnectionsMax);
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
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A client may keep its connection after its answer; it is not waited for.
    const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
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
