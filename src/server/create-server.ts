import { type Context, Hono } from 'hono';
import type { Reading } from '../app/create-app.ts';
import { readStatus, statusFacts } from '../app/status.ts';
import { renderErrorPage } from '../publish/render-error-page.tsx';
import { renderStatusPage } from '../publish/status-page.tsx';
import { chooseCoding, isUnmodified } from './conditional.ts';
import { PublishedTree } from './published-tree.ts';
import { addWebsubRoutes } from './websub-routes.ts';

/** Fresh for five minutes, usable for a day while we are down (RFC 5861). */
const cacheControl = 'public, max-age=300, stale-while-revalidate=600, stale-if-error=86400';
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src https: http:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The routes of the public server: the published tree, and the pages that only a live server has. */
export function createRoutes(app: Reading): Hono {
  const tree = new PublishedTree(app.outDir);
  const routes = new Hono();
  routes.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Content-Security-Policy', contentSecurityPolicy);
  });
  routes.get('/status', async (context) => {
    const status = await readStatus(app);
    context.header('Cache-Control', 'no-cache');
    return context.html(renderStatusPage({ ...status, site: app.setup.config.site }));
  });
  routes.get('/status.json', async (context) => {
    context.header('Cache-Control', 'no-cache');
    return context.json(statusFacts(await readStatus(app)));
  });
  addWebsubRoutes(routes, app);
  routes.get('*', (context) => sendDocument(context, app, tree));
  routes.all('*', (context) => {
    context.header('Allow', 'GET, HEAD');
    return context.html(renderErrorPage(405, context.req.path, app.setup.config.site), 405);
  });
  routes.onError((error, context) => {
    app.log.error('a request failed', { path: context.req.path, problem: error.message });
    return context.html(renderErrorPage(500, context.req.path, app.setup.config.site), 500);
  });
  return routes;
}

async function sendDocument(
  context: Context,
  app: Reading,
  tree: PublishedTree,
): Promise<Response> {
  const urlPath = context.req.path;
  // Before the tree: what was published under the former id still lies there.
  const renamed = renamedPath(urlPath, app);
  if (renamed !== undefined) return context.redirect(renamed + queryOf(context), 301);
  const coding = chooseCoding(context.req.header('accept-encoding'));
  const found = await tree.find(urlPath, coding);
  if (found === undefined) return sendMissing(context, app, tree);
  context.header('ETag', found.etag);
  context.header('Last-Modified', found.lastModified.toUTCString());
  context.header('Cache-Control', cacheControl);
  context.header('Vary', 'Accept-Encoding');
  // Published feeds are public: a page elsewhere may read them (JSON Feed readers do).
  context.header('Access-Control-Allow-Origin', '*');
  const isHeld = isUnmodified(found, {
    ifNoneMatch: context.req.header('if-none-match'),
    ifModifiedSince: context.req.header('if-modified-since'),
  });
  if (isHeld) return context.body(null, 304);
  context.header('Content-Type', found.mediaType);
  if (found.coding !== 'identity') context.header('Content-Encoding', found.coding);
  context.header('Content-Length', String(found.body.length));
  return context.body(found.body);
}

/** What to answer where no document lies: a folder without its slash, or 404. */
async function sendMissing(context: Context, app: Reading, tree: PublishedTree): Promise<Response> {
  const urlPath = context.req.path;
  const isFolder =
    !urlPath.endsWith('/') && (await tree.find(`${urlPath}/`, 'identity')) !== undefined;
  // Relative, so that it holds under a sub-path and can never lead to another host.
  if (isFolder) {
    return context.redirect(`${urlPath.split('/').at(-1)}/${queryOf(context)}`, 301);
  }
  return context.html(renderErrorPage(404, context.req.path, app.setup.config.site), 404);
}

function queryOf(context: Context): string {
  return new URL(context.req.url).search;
}

/** `/topics/<former id>/…` under the id that the topic has now, relative to the request. */
function renamedPath(urlPath: string, app: Reading): string | undefined {
  const [, former, rest] = /^\/topics\/([^/]+)(?:\/(.*))?$/.exec(urlPath) ?? [];
  if (former === undefined) return undefined;
  const topic = app.setup.config.topics.find((candidate) => candidate.aliases.includes(former));
  if (topic === undefined) return undefined;
  if (rest === undefined) return `${topic.id}/`;
  return `${'../'.repeat(rest.split('/').length)}${topic.id}/${rest}`;
}
