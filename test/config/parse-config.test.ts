import { describe, expect, it } from 'vitest';
import { configFile, configOf, shippedConcepts, sourceKeys } from '../support/config-file.ts';

describe('what a right file becomes', () => {
  it('makes a title of the id of a topic without one, as the language of the site has capitals', () => {
    const titled = (language: string) =>
      configOf(
        `{ "site": { "language": "${language}" }, "topics": [{ "id": "iran-xeberleri", "any": ["iran"] }] }`,
      ).config.topics[0]?.title;
    expect(titled('en')).toEqual({ en: 'Iran xeberleri' });
    expect(titled('az')).toEqual({ az: 'İran xeberleri' });
  });

  it('has every default filled in', () => {
    expect(configOf(configFile({})).config).toEqual({
      site: { title: 'Araz', language: 'en', timezone: 'UTC' },
      schedule: '* * * * *',
      retentionMs: 90 * 86_400_000,
      fetch: {
        concurrency: 16,
        hostConnections: 1,
        hostSpacingMs: 2_000,
        totalMs: 30_000,
        allowHosts: [],
        userAgent: 'Araz (feed aggregator)',
      },
      server: { host: '127.0.0.1', port: 8080, operatorPort: 8081 },
      push: { hubs: [], hub: false, subscribe: false },
      sources: [
        {
          id: 'a',
          url: 'https://a.example/rss',
          title: 'a',
          language: 'az',
          country: 'ZZ',
          kind: 'independent',
          rank: 5,
          permission: 'summary',
          enabled: true,
          everyMs: 1_800_000,
          timeoutMs: 20_000,
        },
      ],
      concepts: shippedConcepts,
      topics: [
        {
          id: 't',
          title: { en: 'T' },
          rule: { any: ['iran'] },
          languages: ['az'],
          aliases: [],
          examples: { match: [], reject: [] },
        },
      ],
    });
  });

  it('writes an address of any script as documents and requests do', () => {
    const { config } = configOf('{ "site": { "url": "https://Xəbər.example/çay/" } }');
    expect(config.site.url).toBe('https://xn--xbr-dtbb.example/%C3%A7ay');
  });

  it('keeps what the file says', () => {
    const text = `\uFEFF{ // a comment
      "site": { "url": "https://n.example/river/", "contact": "e@n.example" },
      "defaults": { "every": "2h", "timeout": "5s", "retention": "7d" },
      "sources": [{ ${sourceKeys}, "country": "AZ", "language": "AZ", "dayFirst": false, }, /* two */],
      "topics": [{ "id": "t", "between": ["azerbaijan", "iran"], "fields": ["title"], "threshold": 2,
        "none": [{ "phrase": "x y", "near": 3 }, { "country": ["TR"], "language": ["TR"] }, { "all": ["iran"] }],
        "veto": [{ "when": "iran", "unless": [{ "phrase": "z" }] }] }],
    }`.replace('"language": "az", ', '');
    const { config } = configOf(text);
    expect(config.site.url).toBe('https://n.example/river');
    expect(config.fetch.userAgent).toBe('Araz (+https://n.example/river; feed aggregator)');
    expect(config.sources[0]).toMatchObject({
      everyMs: 7_200_000,
      timeoutMs: 5_000,
      language: 'az',
      dayFirst: false,
    });
    expect(config.topics[0]?.rule).toEqual({
      between: ['azerbaijan', 'iran'],
      fields: ['title'],
      threshold: 2,
      none: [{ phrase: 'x y', near: 3 }, { country: ['TR'], language: ['tr'] }, { all: ['iran'] }],
      veto: [{ when: 'iran', unless: [{ phrase: 'z' }] }],
    });
  });

  it('warns of what works and is worth a second look', () => {
    const text = configFile({
      section: '"server": { "operatorToken": "${ENV:T}" },',
      sources: `{ ${sourceKeys}, "every": "1m" },\n{ "id": "b", "url": "http://www.a.example/rss/", "language": "az", "country": "AZ" }`,
    });
    const { warnings } = configOf(text, { env: { T: 'short' } });
    expect(warnings.map((warning) => `${warning.line}: ${warning.message}`)).toEqual([
      '2: server.operatorToken is shorter than 32 characters',
      '4: sources[0] has no "country"',
      '4: sources[0].every is "1m", oftener than most sites like',
      '5: sources[1].url is nearly the address of sources[0] on line 4',
      '8: topics[0] has no examples',
    ]);
  });

  it('warns of pushes that have nowhere to come to', () => {
    const push = '"push": { "subscribe": true },';
    const warned = (section: string) =>
      configOf(configFile({ section })).warnings.filter(({ message }) => /public/.test(message));
    expect(warned(push)).toMatchObject([
      { line: 2, message: expect.stringContaining('has no effect'), cure: 'add site.url' },
    ]);
    expect(warned(`${push} "site": { "url": "https://river.example" },`)).toEqual([]);
    expect(warned(`${push} "site": { "url": "http://localhost:8080" },`)).toMatchObject([
      { cure: 'give site.url another than http://localhost:8080' },
    ]);
  });

  it('is a configuration even when it says nothing, with warnings', () => {
    expect(configOf('{}').warnings.map((warning) => warning.message)).toEqual([
      'the file has no sources: nothing will be read',
      'the file has no topics: nothing will be published',
    ]);
  });
});
