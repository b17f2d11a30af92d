import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '../../domain/errors.ts';
import {
  renderArticlePage,
  renderFrontPage,
  renderHomePage,
  renderPicture,
} from './article-page.ts';
import { sampleOutlets } from './sample-feeds.ts';

/** Links of the sample feeds carry the port, so it stays the same and a second run changes nothing. */
export const newsroomPort = 8599;

const host = '127.0.0.1';

/** Nothing in the newsroom changes after this moment, whenever it is started. */
const lastModified = 'Sun, 08 Feb 2026 07:00:00 GMT';

/** A running newsroom on loopback. */
export interface Newsroom {
  /** Address without a slash at the end, such as `http://127.0.0.1:8599`. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections and frees the port. */
  close(): Promise<void>;
}

interface Page {
  readonly contentType: string;
  readonly body: Buffer;
  readonly etag: string;
}

/**
 * Serves the sample feeds and their articles on loopback, with validators. Without a port at
 * `newsroomPort`, or at a free one where that is taken; port 0 takes a free one. Throws `unavailable`
 * when the port that was asked for is taken.
 */
export async function startNewsroom(options: { readonly port?: number } = {}): Promise<Newsroom> {
  // The pages hold the port, which is known only once the server listens.
  let pages: ReadonlyMap<string, Page> = new Map();
  const server = createServer((request, response) => answer(pages, request, response));
  await listen(server, options.port ?? newsroomPort).catch((error) => {
    if (options.port !== undefined) throw error;
    return listen(server, 0);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : newsroomPort;
  const url = `http://${host}:${port}`;
  pages = renderPages(url);
  return { url, port, close: () => close(server) };
}

function renderPages(base: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  const html = 'text/html; charset=utf-8';
  pages.set('/', createPage(html, renderFrontPage(sampleOutlets)));
  for (const outlet of sampleOutlets) {
    const document = outlet.document(base);
    pages.set(outlet.feedPath, createPage(outlet.contentType, document));
    pages.set(`/${outlet.feedPath.split('/')[1]}/`, createPage(html, renderHomePage(outlet)));
    for (const article of outlet.articles) {
      pages.set(article.path, createPage(html, renderArticlePage(outlet, article)));
    }
    const picture = createPage('image/svg+xml', renderPicture(outlet));
    for (const path of picturePaths(document, base)) pages.set(path, picture);
  }
  return pages;
}

/** Every picture that a feed names, so that no reader shows a broken one. */
function picturePaths(document: string | Uint8Array, base: string): readonly string[] {
  const text = Buffer.from(document).toString('utf8');
  const origin = new URL(base).host.replaceAll('.', '\\.');
  const found = text.matchAll(new RegExp(`//${origin}(/[^"<\\s]+\\.(?:jpg|png|webp))`, 'g'));
  return [...found].map(([, path = '']) => path);
}

function createPage(contentType: string, content: string | Uint8Array): Page {
  const body = Buffer.from(content);
  const hash = createHash('sha256').update(body).digest('hex');
  return { contentType, body, etag: `"${hash.slice(0, 20)}"` };
}

function answer(
  pages: ReadonlyMap<string, Page>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const page = pages.get(pathOf(request));
  if (!page) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const validators = { etag: page.etag, 'last-modified': lastModified };
  if (isUnchanged(request, page)) {
    response.writeHead(304, validators).end();
    return;
  }
  response.writeHead(200, {
    ...validators,
    'content-type': page.contentType,
    'content-length': page.body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : page.body);
}

/** The path asked for, decoded; the query is tracking only. Empty when it cannot be decoded. */
function pathOf(request: IncomingMessage): string {
  const [path = ''] = (request.url ?? '').split('?');
  try {
    return decodeURIComponent(path);
  } catch {
    // A broken percent sequence names no page, so 404 is the right answer.
    return '';
  }
}

/** If-None-Match goes before If-Modified-Since (RFC 9110 §13.2.2). */
function isUnchanged(request: IncomingMessage, page: Page): boolean {
  const wanted = request.headers['if-none-match'];
  if (wanted !== undefined) {
    const tags = wanted.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return tags.includes(page.etag) || tags.includes('*');
  }
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return since >= Date.parse(lastModified);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const cure = 'stop the other program, or another demo that still runs';
      const message = `the sample newsroom cannot listen on ${host}:${port}; ${cure}`;
      reject(new AppError('unavailable', message, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
