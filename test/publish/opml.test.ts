import { describe, expect, it } from 'vitest';
import { sourcesOpml, topicsOpml } from '../../src/publish/opml.ts';
import { verifyDocument } from '../../src/publish/verify-document.ts';
import { aTopic } from '../support/a-story.ts';
import { aSource } from '../support/sources.ts';
import { nastyTexts } from './nasty.ts';

const site = { title: 'Araz', language: 'en', timezone: 'Asia/Baku' };

describe('topicsOpml', () => {
  it('has a folder a topic: all languages first, then each', () => {
    const { body } = topicsOpml(site, 'https://news.example.org', [aTopic()]);
    const urls = [...body.matchAll(/xmlUrl="([^"]*)"/g)].map(([, url]) => url);
    expect(urls).toEqual([
      'https://news.example.org/topics/azerbaijan-iran/atom.xml',
      'https://news.example.org/topics/azerbaijan-iran/az/atom.xml',
      'https://news.example.org/topics/azerbaijan-iran/fa/atom.xml',
    ]);
  });

  it.each(nastyTexts)('is well-formed with %s in titles', (_, text) => {
    const named = { ...site, title: text, contact: text };
    const rendered = [
      topicsOpml(named, 'https://news.example.org', [aTopic({ title: { en: text } })]),
      sourcesOpml(named, [aSource({ title: text })]),
    ];
    expect(rendered.flatMap((one) => verifyDocument(one) ?? [])).toEqual([]);
  });
});

describe('sourcesOpml', () => {
  it('groups the enabled sources by country', () => {
    const sources = [
      aSource({ id: 'b', country: 'IR', url: 'https://b.example/rss' }),
      aSource({ id: 'a', country: 'AZ', url: 'https://a.example/rss' }),
      aSource({ id: 'c', country: 'AZ', url: 'https://c.example/rss', enabled: false }),
    ];
    const { body } = sourcesOpml(site, sources);
    const outlines = [...body.matchAll(/text="([^"]*)"|xmlUrl="([^"]*)"/g)];
    expect(outlines.map(([, text, url]) => text ?? url)).toEqual([
      'AZ',
      'Turan',
      'https://a.example/rss',
      'IR',
      'Turan',
      'https://b.example/rss',
    ]);
  });

  it('publishes no secret address', () => {
    const url = 'https://a.example/rss?key=hush';
    const { body } = sourcesOpml(site, [aSource({ url, publicUrl: 'https://a.example/rss' })]);
    expect(body).not.toContain('hush');
  });
});
