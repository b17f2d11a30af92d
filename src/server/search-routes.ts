import type { Context, Hono } from 'hono';
import { createSearchGate, type SearchForm, searchArchive } from '../app/ask/search-archive.ts';
import type { Reading } from '../app/open-reading.ts';
import { publicUrlOf } from '../app/public-url.ts';
import { AppError } from '../domain/errors.ts';
import { openSearchDescription } from '../publish/search/open-search.ts';
import { renderSearchPage } from '../publish/search/search-page.tsx';
import type { SiteEnv } from './create-server.ts';

/** Longest query string that is read: a form that is filled in has some hundreds of characters. */
const queryCharactersMax = 4_096;
/** After so long a search that found no place may be tried again, in seconds. */
const retrySeconds = 5;

/** Search in what is stored: only a live server can answer it. */
export function addSearchRoutes(routes: Hono<SiteEnv>, app: Reading): void {
  const gate = createSearchGate();
  routes.get('/search', async (context) => {
    const form = formOf(context);
    const { config, sources } = app.setup;
    const frame = { site: config.site, topics: config.topics, sources, language: form.hl };
    try {
      const { question, ...found } = await gate(() => searchArchive(app, form));
      const { text, isCut, parts } = question;
      context.header('Cache-Control', 'public, max-age=60');
      return context.html(
        renderSearchPage({ ...frame, ...found, text, isCut, isAsked: parts.length > 0 }),
      );
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
      context.header('Cache-Control', 'no-store');
      context.header('Retry-After', String(retrySeconds));
      return context.html(renderSearchPage({ ...frame, ...busyPage }), 503);
    }
  });
  routes.get('/opensearch.xml', (context) => {
    context.header('Cache-Control', 'public, max-age=86400');
    context.header('Content-Type', 'application/opensearchdescription+xml; charset=utf-8');
    return context.body(openSearchDescription(app.setup.config.site, publicUrlOf(app.setup)));
  });
}

const busyPage = {
  text: '',
  isCut: false,
  isAsked: false,
  order: 'best',
  filters: {},
  stories: [],
  total: 0,
  isPartial: false,
  page: 1,
  hasNext: false,
  isBusy: true,
} as const;

/** The fields of the form; of one that comes several times the first. */
function formOf(context: Context): SearchForm & { readonly hl?: string | undefined } {
  const query = new URL(context.req.url).search.slice(0, queryCharactersMax);
  return Object.fromEntries([...new URLSearchParams(query)].reverse());
}
