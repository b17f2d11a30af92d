import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Reading } from '../app/open-reading.ts';
import { publicUrlOf } from '../app/public-url.ts';
import { hubsOf } from '../app/push/hub-address.ts';
import { messageOf } from '../domain/errors.ts';
import { renderErrorPage } from '../publish/render-error-page.tsx';
import { openSearchForm } from '../publish/search/search-form.tsx';
import {
  chooseRepresentation,
  isHostSound,
  isRefused,
  isUnmodified,
  readConditions,
} from './conditional.ts';
import { createRoutes, type RouteOptions } from './create-server.ts';
import { cachingOf, kindOf, linkOf, mediaTypeOf, pagePolicy, policyOf } from './document-policy.ts';
import { type Complete, type Describe, PublishedTree } from './published-tree.ts';
import { guardHeaders, type PublishedDocument } from './representation.ts';
import { createTopicFates, type TopicFates } from './topic-fate.ts';

/**
 * The public site. Documents, which are nearly all that is asked for, are answered from buffers and
 * header lists that stand ready, before any route is looked at; the rest goes to the routes.
 */
export function createSite(app: Reading, options: RouteOptions = {}): RequestListener {
  const tree = new PublishedTree(app.outDir, describeFor(app), withSearchForm);
  const fates = createTopicFates(app);
  const rest = getRequestListener(createRoutes(app, tree, fates, options).fetch);
  let setup = app.setup;
  return (request, response) => {
    if (!isHostSound(request.rawHeaders)) {
      return sendShort(400, 'the Host header names no host, or more than one', response);
    }
    const target = normaliseTarget(request.url ?? '');
    request.url = target;
    if (request.method !== 'GET' && request.method !== 'HEAD') return rest(request, response);
    if (setup !== app.setup) {
      // Another configuration: topics may be renamed or gone, hubs others.
      setup = app.setup;
      tree.forget();
    }
    const urlPath = pathOf(target);
    const kept = tree.findKept(urlPath);
    if (kept !== undefined) return sendDocument(kept, request, response);
    findDocument(urlPath, tree, fates).then(
      (found) =>
        found === undefined ? rest(request, response) : sendDocument(found, request, response),
      (error) => sendFault(app, urlPath, error, response),
    );
  };
}

/** Percent-encoded letters, digits, `-`, `.`, `_` and `~`: they are the same address without. */
const encodedUnreserved = /%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)/gi;

/** A request target with no unreserved character percent-encoded in its path (RFC 3986 §6.2.2.2). */
function normaliseTarget(target: string): string {
  if (!target.includes('%')) return target;
  const end = target.indexOf('?');
  const path = end < 0 ? target : target.slice(0, end);
  const plain = path.replace(encodedUnreserved, (octet) =>
    String.fromCharCode(Number.parseInt(octet.slice(1), 16)),
  );
  return end < 0 ? plain : plain + target.slice(end);
}

/** The path of a request target without its query; one in absolute form is as good (RFC 9112 §3.2.2). */
function pathOf(target: string): string {
  const form = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]+\/?/i, '/');
  const end = form.indexOf('?');
  return end < 0 ? form : form.slice(0, end);
}

function describeFor(app: Reading): Describe {
  return (urlPath) => {
    const kind = kindOf(urlPath);
    const hubs = hubsOf(app.setup);
    return {
      mediaType: mediaTypeOf(urlPath),
      cacheControl: cachingOf(kind),
      contentSecurityPolicy: policyOf(kind),
      link: linkOf(urlPath, kind, publicUrlOf(app.setup), hubs),
    };
  };
}

/** Pages get the form that only a live server answers; once a file, as they are kept. */
const withSearchForm: Complete = (urlPath, body) => {
  if (kindOf(urlPath) !== 'page') return body;
  const page = body.toString('utf8');
  const complete = openSearchForm(page);
  return complete === page ? body : Buffer.from(complete, 'utf8');
};

/** A topic's fate comes before the tree: what was published under a former id still lies there. */
async function findDocument(
  urlPath: string,
  tree: PublishedTree,
  fates: TopicFates,
): Promise<PublishedDocument | undefined> {
  if ((await fates.find(urlPath)) !== undefined) return undefined;
  return tree.find(urlPath);
}

function sendDocument(
  document: PublishedDocument,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const conditions = readConditions(request.rawHeaders);
  const chosen = chooseRepresentation(document, conditions.acceptEncoding);
  if (isRefused(chosen.etag, document.lastModified, conditions)) {
    sendShort(412, 'the document is another than the one asked for', response);
    return;
  }
  if (isUnmodified(chosen.etag, document.lastModified, conditions)) {
    response.writeHead(304, chosen.notModifiedHeaders as string[]).end();
    return;
  }
  response.writeHead(200, chosen.headers as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(chosen.body);
}

/** A refusal for programs, which alone send such requests. */
function sendShort(status: 400 | 412, why: string, response: ServerResponse): void {
  const body = Buffer.from(`${status}: ${why}\n`);
  response.writeHead(status, [
    'Content-Type',
    'text/plain; charset=utf-8',
    'Content-Length',
    String(body.length),
    'Cache-Control',
    'no-store',
    ...guardHeaders,
    'Content-Security-Policy',
    pagePolicy,
  ]);
  response.end(body);
}

/** A document that is there and cannot be read; the cause is for the log only. */
function sendFault(app: Reading, urlPath: string, error: unknown, response: ServerResponse): void {
  app.log.error('a request failed', { path: urlPath, problem: messageOf(error) });
  const page = Buffer.from(renderErrorPage(500, urlPath, app.setup.config.site));
  response.writeHead(500, [
    'Content-Type',
    'text/html; charset=utf-8',
    'Content-Length',
    String(page.length),
    'Cache-Control',
    'no-store',
    ...guardHeaders,
    'Content-Security-Policy',
    pagePolicy,
  ]);
  response.end(page);
}
