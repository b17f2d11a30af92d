import { expect, it } from 'vitest';
import { renderNginxMaps } from '../../src/publish/render-nginx-maps.ts';

it('writes addresses and ids so that nginx reads them as they are', () => {
  const [topics, links] = renderNginxMaps({
    topics: [{ id: 'new', aliases: ['old.name'] }],
    removed: ['gone-by', 'new/az-latn'],
    publicUrl: 'https://river.example/sub',
    hubs: ["https://hub.example/it's?a=$b"],
  }).map(({ body }) => body.split('\n'));
  expect(topics?.slice(1)).toEqual([
    '/topics/old.name /topics/new/;',
    '~^/topics/old\\.name(?<araz_rest>/.*)$ /topics/new$araz_rest;',
    '~^/topics/gone-by(?:/|$) gone;',
    '~^/topics/new/az-latn(?:/|$) gone;',
    '',
  ]);
  expect(links?.[2]).toBe(
    '~(?:/rss\\.xml|/feed\\.json|/atom\\.xml|\\.atom)$ \'<https://river.example/sub$uri>; rel="self", <https://hub.example/it%27s?a=%24b>; rel="hub"\';',
  );
});

it('is two files without a line while there is nothing to say', () => {
  const maps = renderNginxMaps({
    topics: [],
    removed: [],
    publicUrl: 'https://x.example',
    hubs: [],
  });
  expect(maps.map(({ path }) => path)).toEqual(['topics.map', 'links.map']);
  expect(maps[0]?.body).toMatch(/^#.*\n$/);
});
