import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findXmlFault } from '../../src/publish/find-xml-fault.ts';
import { publishedPath } from '../support/an-app.ts';
import { openServedDesk, type ServedDesk, title } from './http.ts';

let desk: ServedDesk;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  desk = await openServedDesk({ atEnd: (end) => ends.unshift(end) });
});

afterAll(async () => {
  for (const end of ends) await end();
});

const search = (query: string): Promise<Response> => desk.get(`/search?${query}`);

describe('the search form', () => {
  it.each(['/', '/topics/azerbaijan-iran/', '/topics/azerbaijan-iran/en/'])(
    'stands on %s as it is served, and not as it is published',
    async (path) => {
      const served = await (await desk.get(path)).text();
      const published = readFileSync(publishedPath(desk, `${path}index.html`), 'utf8');
      expect(published).not.toContain('<form');
      const action = /<form action="([^"]*)" method="get">/.exec(served)?.[1] ?? '';
      expect(new URL(action, `http://x${path}`).pathname).toBe('/search');
      expect(served).toContain('type="search" name="q"');
    },
  );

  it('may be sent under the policy of the page, and is sent in every coding', async () => {
    for (const coding of ['identity', 'gzip', 'br']) {
      const response = await desk.get('/', { 'accept-encoding': coding });
      expect(response.headers.get('content-security-policy')).toContain("form-action 'self'");
      expect(await response.text()).toContain('<form');
    }
  });

  it('is described for browsers', async () => {
    const response = await desk.get('/opensearch.xml');
    expect(response.headers.get('content-type')).toContain('opensearchdescription+xml');
    const text = await response.text();
    expect(text).toContain('template="https://river.example/search?q={searchTerms}"');
    expect(findXmlFault(text)).toBeUndefined();
  });
});

describe('a search', () => {
  it('leads to the outlet and to the receipt, with what was found marked', async () => {
    const response = await search('q=border+iran');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<mark>border</mark>');
    const receipt = /href="(stories\/[a-z0-9]+\/)"/.exec(page)?.[1] ?? '';
    expect((await desk.get(`/${receipt}`)).status).toBe(200);
    expect(page).toContain('Stories found: 1');
  });

  it('keeps what was asked in the form, as text', async () => {
    const page = await (await search('q=%3Cscript%3E"x&sort=newest&lang=en')).text();
    expect(page).not.toContain('<script');
    expect(page).toContain('value="&lt;script&gt;&quot;x"');
    expect(page).toMatch(/<option value="newest" selected/);
  });

  it.each([
    'q=',
    '',
    'q=%22',
    'q=%22%22%22',
    'q=*',
    'q=()%20AND%20NEAR(',
    'q=%00%ff%fe',
    'q=%ED%A0%80',
    'q=%',
    `q=${'x'.repeat(10_000)}`,
    `q=${'%D8%A7'.repeat(2_000)}`,
    'q=iran&page=-1&from=x&to=y&topic=%22&lang=*&source=%27',
    'q=iran&page=99999999999999999999',
    'q[]=iran&q=a&q=b',
  ])('of %.40s is a page and no error', async (query) => {
    const response = await search(query);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('</html>');
  });

  it('speaks the language of the page it was asked from', async () => {
    const page = await (await search('q=iran&hl=fa')).text();
    expect(page).toContain('<html lang="fa" dir="rtl">');
    expect(page).toContain('خبرهای یافته');
    expect(page).toContain(title.slice(0, 10));
  });

  it('is answered 503 while too many are under way', async () => {
    const { store } = desk.app;
    const searchStories = store.searchStories.bind(store);
    let free = (): void => {};
    const wait = new Promise<void>((resolve) => {
      free = resolve;
    });
    store.searchStories = async (request) => {
      await wait;
      return searchStories(request);
    };
    try {
      const waiting = Array.from({ length: 4 }, (_, number) => search(`q=iran${number}`));
      await new Promise((resolve) => setTimeout(resolve, 200));
      const refused = await search('q=iran');
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('5');
      free();
      expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([
        200, 200, 200, 200,
      ]);
    } finally {
      store.searchStories = searchStories;
    }
  });
});
