import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A little WebSub subscriber on loopback: it confirms what it is asked and keeps what it is sent. */
export interface CallbackServer {
  /** `127.0.0.1:port`, as `allowHosts` wants it. */
  readonly host: string;
  readonly url: string;
  /** Questions of the hub, as the queries they came in. */
  readonly questions: readonly URLSearchParams[];
  readonly deliveries: readonly Delivery[];
  /** What the next deliveries are answered; 204 at first. */
  answerWith(status: number, headers?: Readonly<Record<string, string>>): void;
  /** What the next questions are answered; undefined for the challenge itself. */
  confirmWith(answer: { readonly status: number; readonly body: string } | undefined): void;
  close(): Promise<void>;
}

export interface Delivery {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export async function startCallbackServer(): Promise<CallbackServer> {
  const questions: URLSearchParams[] = [];
  const deliveries: Delivery[] = [];
  let status = 204;
  let headers: Readonly<Record<string, string>> = {};
  let confirmation: { readonly status: number; readonly body: string } | undefined;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method === 'GET') {
      questions.push(url.searchParams);
      const challenge = url.searchParams.get('hub.challenge') ?? '';
      response.writeHead(confirmation?.status ?? 200).end(confirmation?.body ?? challenge);
      return;
    }
    const body = Buffer.concat(chunks);
    deliveries.push({ path: request.url ?? '', headers: request.headers, body });
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}/callback?for=us`,
    questions,
    deliveries,
    answerWith: (nextStatus, nextHeaders = {}) => {
      status = nextStatus;
      headers = nextHeaders;
    },
    confirmWith: (answer) => {
      confirmation = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
