import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/config/problem.ts';
import { configFile, configOf, sourceKeys } from '../support/config-file.ts';

/** Warnings as they are printed, but those that every small file has. */
function warningsOf(parts: Parameters<typeof configFile>[0]): readonly string[] {
  return configOf(configFile(parts))
    .warnings.filter(({ message }) => !/has no (?:examples|"country")/.test(message))
    .map((warning) => formatProblem('feeds.config.json', warning));
}

const topic = (keys: string) => `{ "id": "t", ${keys} }`;
const source = (id: string, keys: string) =>
  `{ "id": "${id}", "url": "https://${id}.example/rss", "language": "az", ${keys} }`;

describe('who must have told a story', () => {
  const sources = [
    source('a', '"country": "AZ", "title": "One"'),
    source('b', '"country": "AZ", "title": "One"'),
    source('c', '"country": "IR", "title": "Two"'),
    source('d', '"country": "ZZ", "title": "Three"'),
    source('e', '"country": "TR", "title": "Four", "enabled": false'),
  ].join(',\n');

  it.each([
    [
      'more countries than are read',
      '"countries": 3',
      '11:60: topics[0].reportedBy.countries is 3, but the enabled sources make 2: the topic stays empty; give 2 or less, or add sources of other countries',
    ],
    [
      'more outlets than are read',
      '"outlets": 4',
      '11:58: topics[0].reportedBy.outlets is 4, but the enabled sources make 3: the topic stays empty; give 3 or less, or add sources under other titles',
    ],
  ])('%s', (_, reportedBy, expected) => {
    const topics = topic(`"any": ["iran"], "reportedBy": { ${reportedBy} }`);
    expect(warningsOf({ sources, topics })).toEqual([`feeds.config.json:${expected}`]);
  });

  it.each(['"countries": 2', '"outlets": 3', '"countries": 2, "outlets": 2'])(
    'no warning of %s, which there are',
    (reportedBy) => {
      const topics = topic(`"any": ["iran"], "reportedBy": { ${reportedBy} }`);
      expect(warningsOf({ sources, topics })).toEqual([]);
    },
  );
});

it('who must have told a story is not judged while nobody is read', () => {
  const topics = topic('"any": ["iran"], "reportedBy": { "countries": 2 }');
  const sources = `{ ${sourceKeys}, "enabled": false }`;
  expect(warningsOf({ sources, topics })).toEqual([
    expect.stringContaining('nothing will be read'),
  ]);
});

describe('how close the clauses stand', () => {
  it.each([
    [
      '"any": ["iran"], "within": "sentence"',
      '7:31: topics[0].within has no effect without "all"; list under "all" what must stand together, or remove it',
    ],
    [
      '"any": ["iran"], "within": "title"',
      '7:31: topics[0].within has no effect without "all"; write "fields": ["title"] to look in titles only',
    ],
    ['"any": [{ "any": ["iran"], "within": 5 }]', 'topics[0].any[0].within has no effect'],
    [
      '"any": ["iran"], "veto": [{ "when": { "any": ["iran"], "within": 5 } }]',
      'topics[0].veto[0].when.within has no effect',
    ],
  ])('without what is to stand close: %s', (keys, expected) => {
    const [warning, ...more] = warningsOf({ topics: topic(keys) });
    expect(more).toEqual([]);
    expect(warning).toContain(expected);
  });

  it('no warning where there is something', () => {
    const topics = topic('"all": ["iran", { "all": ["azerbaijan"], "within": 5 }], "within": 5');
    expect(warningsOf({ topics })).toEqual([]);
  });
});

describe('concepts', () => {
  const words = '"terms": { "en": ["x"] }';
  const of = (concepts: string, keys = '"any": ["iran"]') =>
    warningsOf({ section: `"concepts": { ${concepts} },`, topics: topic(keys) });

  it('that no topic uses are named, with what knows them all the same', () => {
    expect(of(`"ferry": { ${words} }`)).toEqual([
      'feeds.config.json:2:15: concepts.ferry is used by no topic: only search and the comparing of stories know its words; name "ferry" in a rule, or remove it',
    ]);
    expect(of(`"a": { ${words} }, "b": { "includes": ["a"] }`)).toHaveLength(2);
  });

  it.each([
    ['in a rule', `"x": { ${words} }`, '"any": ["x"]'],
    [
      'deep in a rule',
      `"x": { ${words} }`,
      '"any": ["iran"], "veto": [{ "when": { "all": ["x"] } }]',
    ],
    ['as a side', `"x": { ${words} }`, '"between": ["x", "iran"]'],
    ['by one that is used', `"y": { "includes": ["x"] }, "x": { ${words} }`, '"any": ["y"]'],
    ['as context of one', `"y": { ${words}, "context": ["x"] }, "x": { ${words} }`, '"any": ["y"]'],
    [
      'as a third country',
      `"x": { "kind": "country", ${words} }`,
      '"between": ["azerbaijan", "iran"]',
    ],
    ['by what ships', `"azerbaijan": { "includes": ["x"] }, "x": { ${words} }`, '"any": ["iran"]'],
  ])('that are used %s are not', (_, concepts, keys) => {
    expect(of(concepts, keys)).toEqual([]);
  });
});
