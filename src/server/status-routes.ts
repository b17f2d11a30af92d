import type { Hono } from 'hono';
import type { Reading } from '../app/open-reading.ts';
import { publicUrlOf } from '../app/public-url.ts';
import { readStatus, statusFacts } from '../app/status.ts';
import { type Milliseconds, second } from '../domain/instant.ts';
import { openSearchForm } from '../publish/search/search-form.tsx';
import { alertsMediaType, alertsPath, renderAlerts } from '../publish/status/alerts.ts';
import { renderStatusPage } from '../publish/status/status-page.tsx';
import type { SiteEnv } from './create-server.ts';

/**
 * An answer is kept for so long. With a thousand sources it takes tenths of a second to make, in
 * which no reader gets anything: whoever asks without end is not to hold up the site.
 */
const keptMs: Milliseconds = 5 * second;

/** How sources and topics are doing: only a live server can tell. */
export function addStatusRoutes(routes: Hono<SiteEnv>, app: Reading): void {
  const page = kept(async () => {
    const status = await readStatus(app);
    return openSearchForm(renderStatusPage({ ...status, site: app.setup.config.site }));
  });
  const facts = kept(async () => JSON.stringify(statusFacts(await readStatus(app))));
  const alerts = kept(async () => {
    const { site } = app.setup.config;
    return renderAlerts({ ...(await readStatus(app)), site, publicUrl: publicUrlOf(app.setup) });
  });
  const send = (path: string, mediaType: string, make: () => Promise<string>): void => {
    routes.get(path, async (context) => {
      context.header('Cache-Control', 'no-cache');
      context.header('Content-Type', mediaType);
      return context.body(await make());
    });
  };
  send('/status', 'text/html; charset=utf-8', page);
  send('/status.json', 'application/json', facts);
  send(alertsPath, alertsMediaType, alerts);
}

/** The same answer for some seconds; a fault is not kept. */
function kept(make: () => Promise<string>): () => Promise<string> {
  let last: Promise<string> | undefined;
  let since = 0;
  return () => {
    const now = performance.now();
    if (last === undefined || now - since >= keptMs) {
      since = now;
      last = make();
      last.catch(() => {
        last = undefined;
      });
    }
    return last;
  };
}
