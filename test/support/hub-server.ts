import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A little WebSub hub on loopback. Requests are kept; it calls back only when a test says so. */
export interface HubServer {
  /** `address:port`, as `allowHosts` wants it. */
  readonly host: string;
  readonly url: string;
  readonly requests: readonly HubRequest[];
  /** What the next requests are answered; default 202 without a word. */
  answerWith(answer: HubAnswer): void;
  /** Called with a request before it is answered: for hubs that verify at once. */
  onRequest(hear: (request: HubRequest) => Promise<void>): void;
  close(): Promise<void>;
}

export interface HubRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface HubAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes the request and never answers. */
  readonly isSilent?: boolean;
}

export async function startHubServer(address = '127.0.0.1'): Promise<HubServer> {
  const requests: HubRequest[] = [];
  let answer: HubAnswer = { status: 202 };
  let hear: (request: HubRequest) => Promise<void> = async () => {};
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      contentType: incoming.headers['content-type'] ?? '',
      fields: Object.fromEntries(new URLSearchParams(body)),
    };
    requests.push(request);
    await hear(request);
    if (answer.isSilent) return;
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, address, () => resolve()));
  const host = `${address}:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}/hub`,
    requests,
    answerWith: (next) => {
      answer = next;
    },
    onRequest: (next) => {
      hear = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a hub asks at a callback before it delivers. */
export interface Verification {
  readonly mode: string;
  readonly topic: string;
  readonly challenge?: string;
  readonly leaseSeconds?: string;
  readonly reason?: string;
}

/** The address a hub asks for a verification or a denial. */
export function verificationUrl(callbackUrl: string, given: Verification): string {
  const url = new URL(callbackUrl);
  url.searchParams.set('hub.mode', given.mode);
  url.searchParams.set('hub.topic', given.topic);
  if (given.challenge !== undefined) url.searchParams.set('hub.challenge', given.challenge);
  if (given.leaseSeconds !== undefined) {
    url.searchParams.set('hub.lease_seconds', given.leaseSeconds);
  }
  if (given.reason !== undefined) url.searchParams.set('hub.reason', given.reason);
  return url.href;
}

/** The signature header of a delivery. */
export function signed(body: string, secret: string, algorithm = 'sha256'): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
}
