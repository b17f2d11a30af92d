import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Reading } from '../app/open-reading.ts';
import type { ErrorStatus } from '../publish/error-words.ts';
import { renderErrorPage } from '../publish/render-error-page.tsx';
import { openSearchForm } from '../publish/search/search-form.tsx';
import { cachingOf, pagePolicy } from './document-policy.ts';
import { addHubRoutes } from './hub-routes.ts';
import { limitCostly } from './limit-costly.ts';
import type { PublishedTree } from './published-tree.ts';
import { guardHeaders } from './representation.ts';
import { addSearchRoutes } from './search-routes.ts';
import { addStatusRoutes } from './status-routes.ts';
import type { TopicFates } from './topic-fate.ts';
import { addWebsubRoutes } from './websub-routes.ts';

/** Routes run over `node:http`; a test may call them without. */
export type SiteEnv = { Bindings: Partial<HttpBindings> };

/** No document has a longer address; one may come back in a page, so it has a limit. */
const pathCharactersMax = 2_048;
/** What may be asked of a document (RFC 9110 §9.3.1, §9.3.2, §9.3.7). */
const documentMethods = 'GET, HEAD, OPTIONS';
/** A page elsewhere may read what is published, and so also learn that it moved or is no more. */
const sharing = { 'Access-Control-Allow-Origin': '*' };
/** A browser asks first when a page elsewhere sends validators; it may remember for a day. */
const preflightHeaders = {
  ...sharing,
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since',
  'Access-Control-Max-Age': '86400',
};

export interface RouteOptions {
  /** Called when a subscriber of our hub has asked for something: a worker is to ask it back. */
  readonly onHubRequest?: () => void;
}

/** What answers everything but the documents themselves: pages only a live server has, and refusals. */
export function createRoutes(
  app: Reading,
  tree: PublishedTree,
  fates: TopicFates,
  options: RouteOptions,
): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.use(async (context, next) => {
    await next();
    for (let index = 0; index < guardHeaders.length; index += 2) {
      context.header(guardHeaders[index] ?? '', guardHeaders[index + 1]);
    }
    context.header('Content-Security-Policy', pagePolicy);
  });
  routes.use('/search', limitCostly());
  addStatusRoutes(routes, app);
  addHubRoutes(routes, app, options);
  addSearchRoutes(routes, app);
  addWebsubRoutes(routes, app);
  routes.options('*', (context) =>
    context.body(null, 204, { Allow: documentMethods, ...preflightHeaders }),
  );
  routes.get('*', (context) => sendElsewhere(context, app, tree, fates));
  routes.all('*', (context) => {
    context.header('Allow', documentMethods);
    return sendError(context, app, 405);
  });
  routes.onError((error, context) => {
    app.log.error('a request failed', { path: context.req.path, problem: error.message });
    return sendError(context, app, 500);
  });
  return routes;
}

/** What to answer where no document lies: where it went, a folder without its slash, or 404. */
async function sendElsewhere(
  context: Context<SiteEnv>,
  app: Reading,
  tree: PublishedTree,
  fates: TopicFates,
): Promise<Response> {
  const urlPath = context.req.path;
  if (urlPath.length > pathCharactersMax) return sendError(context, app, 414);
  const { search } = new URL(context.req.url);
  const fate = await fates.find(urlPath);
  if (fate?.kind === 'renamed') return sendOn(context, fate.location + search);
  if (fate?.kind === 'removed') return sendError(context, app, 410);
  const isFolder = !urlPath.endsWith('/') && (await tree.find(`${urlPath}/`)) !== undefined;
  // Relative, so that it holds under a sub-path and can never lead to another host.
  if (isFolder) return sendOn(context, `${urlPath.split('/').at(-1)}/${search}`);
  return sendError(context, app, 404);
}

/** Kept as long as a document: without a word of it a cache may keep a redirect for ever. */
function sendOn(context: Context<SiteEnv>, location: string): Response {
  context.header('Location', location);
  return context.body(null, 301, { ...sharing, 'Cache-Control': cachingOf('page') });
}

function sendError(
  context: Context<SiteEnv>,
  app: Reading,
  status: ErrorStatus,
): Response | Promise<Response> {
  // A cache that kept a refusal would go on refusing what is there again.
  context.header('Cache-Control', 'no-store');
  context.header('Access-Control-Allow-Origin', '*');
  const page = renderErrorPage(status, context.req.path, app.setup.config.site);
  return context.html(openSearchForm(page), status);
}
