import { describe, expect, it } from 'vitest';
import { sourcesOpml, topicsOpml } from '../../src/publish/opml.ts';
import { aTopic } from '../support/a-story.ts';
import { checkOpml } from '../support/check-opml.ts';
import { aSource } from '../support/sources.ts';
import { nastyTexts, nastyUrls } from './nasty.ts';

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
});

describe('every list', () => {
  it.each(nastyTexts)('is valid with %s in titles', (_, text) => {
    const named = { ...site, title: text, contact: text };
    const rendered = [
      topicsOpml(named, 'https://news.example.org', [aTopic({ title: { en: text } })]),
      sourcesOpml(named, [aSource({ title: text })]),
    ];
    expect(rendered.flatMap(({ body }) => checkOpml(body))).toEqual([]);
  });

  it.each(nastyUrls)('is valid with %s for an address', (_, url) => {
    const { body } = sourcesOpml({ ...site, contact: url }, [aSource({ url })]);
    expect(checkOpml(body)).toEqual([]);
  });

  it('is valid when there is nothing to list', () => {
    const rendered = [topicsOpml(site, 'https://news.example.org', []), sourcesOpml(site, [])];
    expect(rendered.flatMap(({ body }) => checkOpml(body))).toEqual([]);
  });

  it.each([
    ['editor@news.example.org', '<ownerEmail>editor@news.example.org</ownerEmail>'],
    ['https://news.example.org/about', '<ownerId>https://news.example.org/about</ownerId>'],
  ])('names its owner %s by the element that is meant for it', (contact, element) => {
    expect(sourcesOpml({ ...site, contact }, [aSource()]).body).toContain(element);
  });

  it.each([
    ['version="2.0"', 'version="9"'],
    ['<title>Araz: sources</title>', ''],
    ['<title>', '<ownerEmail>no</ownerEmail><title>'],
    ['xmlUrl', 'url'],
    ['language="az"', 'language="?"'],
    ['text="Turan"', 'text=""'],
    [/<outline.*<\/outline>/s, ''],
  ])('is found at fault with %s spoilt', (part, spoilt) => {
    const { body } = sourcesOpml(site, [aSource()]);
    expect(body.replace(part, spoilt)).not.toBe(body);
    expect(checkOpml(body.replace(part, spoilt))).not.toEqual([]);
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
