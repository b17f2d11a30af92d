import { describe, expect, it } from 'vitest';
import {
  configFile,
  configOf,
  inSection,
  inSource,
  inTopic,
  ofSource,
  problemsOf,
  sourceKeys,
} from '../support/config-file.ts';

describe('things that refer to each other', () => {
  const twoTopics = (second: string) =>
    configFile({ topics: `{ "id": "t", "any": ["iran"] },\n${second}` });
  it.each([
    [
      'a source id again',
      ofSource(`{ ${sourceKeys} },\n{ "id": "a", "url": "https://b.example/", "language": "az" }`),
      '5:9: sources[1].id is "a", as on line 4 already; rename or remove one',
    ],
    [
      'an address again',
      ofSource(
        `{ ${sourceKeys} },\n{ "id": "b", "url": "https://a.example/rss", "language": "az" }`,
      ),
      '5:21: sources[1].url is "https://a.example/rss", as on line 4 already; remove one of the two',
    ],
    [
      'a topic id again',
      twoTopics('{ "id": "t", "any": ["iran"] }'),
      '8:9: topics[1].id is "t", as on line 7 already',
    ],
    [
      'a concept again',
      inSection(
        '"concepts": {\n"x": { "terms": { "en": ["a"] } },\n"x": { "terms": { "en": ["b"] } } }',
      ),
      '4:1: concepts.x stands twice in one object: here and on line 3; keep one of the two',
    ],
    [
      'an alias that is a topic',
      twoTopics('{ "id": "u", "any": ["iran"], "aliases": ["t"] }'),
      '8:43: topics[1].aliases[0] is "t", which line 7 uses already; remove it',
    ],
    [
      'a concept with a slip',
      inTopic('"any": ["irann"]'),
      '7:22: topics[0].any[0] names the concept "irann", which does not exist; did you mean "iran"?',
    ],
    [
      'a concept nobody knows',
      inTopic('"any": ["football"]'),
      'names the concept "football", which does not exist; define "football" under "concepts", or write { "phrase": "football" }',
    ],
    [
      'a concept deep in a rule',
      inTopic('"any": [{ "all": ["irn"] }]'),
      'topics[0].any[0].all[0] names the concept "irn", which does not exist; did you mean "iran"?',
    ],
    [
      'a concept of a veto',
      inTopic('"any": ["iran"], "veto": [{ "when": "irn" }]'),
      'topics[0].veto[0].when names the concept "irn"',
    ],
    [
      'a concept in a concept',
      inSection('"concepts": { "x": { "includes": ["irn"] } }'),
      '2:35: concepts.x.includes[0] names the concept "irn"',
    ],
    [
      'a concept that includes itself',
      inSection('"concepts": { "x": { "includes": ["x"], "terms": { "en": ["a"] } } }'),
      '2:34: concepts.x.includes leads back to "x" itself; remove the one that leads back',
    ],
    [
      'a concept without words',
      inSection('"concepts": { "x": {} }'),
      '2:20: concepts.x has no words; add "terms"',
    ],
    [
      'a concept with words of no language',
      inSection('"concepts": { "x": { "terms": {} } }'),
      '2:20: concepts.x has no words; add "terms"',
    ],
    [
      'a source nobody has',
      inTopic('"any": [{ "source": ["b"] }]'),
      'topics[0].any[0].source[0] names the source "b", which does not exist; did you mean "a"?',
    ],
    [
      'a list of nothing',
      inTopic('"any": []'),
      '7:21: topics[0].any is empty; give at least one, such as "iran"',
    ],
    [
      'fields of nothing',
      inTopic('"any": ["iran"], "fields": []'),
      'topics[0].fields is empty; give at least one, such as "title"',
    ],
    [
      'a clause of nothing',
      inTopic('"any": [{}]'),
      '7:22: topics[0].any[0] is empty; name a concept',
    ],
    [
      'a clause of two kinds',
      inTopic('"any": [{ "phrase": "x", "all": ["iran"] }]'),
      '7:22: topics[0].any[0] mixes a phrase and a rule; give each an object of its own',
    ],
    [
      'nearness of nothing',
      inTopic('"any": [{ "near": 3 }]'),
      'topics[0].any[0] has "near" but no "phrase"; add it',
    ],
    [
      'no rule',
      inTopic('"title": { "en": "T" }'),
      '7:1: topics[0] has no rule; add "between", "all" or "any"',
    ],
    [
      'only exclusions',
      inTopic('"none": ["iran"]'),
      '7:1: topics[0] only says what to leave out; add "between"',
    ],
    [
      'two sides that are one',
      inTopic('"between": ["iran", "iran"]'),
      '7:25: topics[0].between names "iran" twice; name two different concepts',
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['a side of a relation', inTopic('"between": ["georgia", "irn"]'), 'topics[0].between[1]'],
    [
      'an included concept',
      inSection('"concepts": { "georgia": { "includes": ["irn"] } }'),
      'concepts.georgia.includes[0]',
    ],
  ])('suggest no phrase where none may stand: %s', (_, text, place) => {
    expect(problemsOf(text).filter((problem) => problem.includes(place))).toEqual([
      expect.stringMatching(/did you mean "iran"\? Otherwise define "irn" under "concepts"$/),
    ]);
  });

  it('gives a rule that cannot be compiled its line', () => {
    const checkRules = () => [
      { path: ['topics', 0, 'rule', 'any', 0], message: 'is too wide', cure: 'narrow it' },
      { path: ['concepts', 2, 'terms', 'en', 0], message: 'is no word', cure: 'write letters' },
    ];
    const text = inSection('"concepts": { "x": { "terms": { "en": ["!"] } } }');
    expect(problemsOf(text, { checkRules })).toEqual([
      'feeds.config.json:2:40: concepts.x.terms.en[0] is no word; write letters',
      'feeds.config.json:7:22: topics[0].any[0] is too wide; narrow it',
    ]);
  });
});

describe('secrets', () => {
  const token = '"server": { "operatorToken": "${ENV:ARAZ_TOKEN}" }';
  it.each([
    [
      'one that is missing in a header',
      inSource('"headers": { "X-Key": "${ENV:KEY}" }'),
      '4:86: sources[0].headers["X-Key"] needs the environment variable KEY, which is not set; set KEY, or write "enabled": false',
    ],
    [
      'one that is missing in an address',
      ofSource('{ "id": "a", "url": "https://a.example/?k=${ENV:KEY}", "language": "az" }'),
      '4:21: sources[0].url needs the environment variable KEY',
    ],
    [
      'a token that is missing',
      inSection(token),
      '2:30: server.operatorToken needs the environment variable ARAZ_TOKEN, which is not set; set ARAZ_TOKEN, or remove the key',
    ],
    [
      'a token in the open',
      inSection('"server": { "operatorToken": "abc" }'),
      'server.operatorToken holds a secret in the open; write "${ENV:ARAZ_TOKEN}"',
    ],
    [
      'a password header in the open',
      inSource('"headers": { "Authorization": "Bearer x" }'),
      'sources[0].headers.Authorization holds a secret in the open',
    ],
    [
      'one where readers see it',
      inSource('"title": "${ENV:KEY}"'),
      '4:73: sources[0].title refers to the environment, which only url, headers and tokens may do',
    ],
    [
      'one that is misspelt',
      inSource('"headers": { "X-K": "${env:key}" }'),
      'holds ${env:key}, which is no reference; write it as ${ENV:NAME}',
    ],
    [
      'a header of the fetcher',
      inSource('"headers": { "Host": "x" }'),
      '4:77: sources[0].headers.Host is a header that the fetcher sets itself; remove it',
    ],
    [
      'a header that is no name',
      inSource('"headers": { "X Y": "x" }'),
      'sources[0].headers["X Y"] is not a header name',
    ],
    [
      'a header of two lines',
      inSource('"headers": { "X-Y": "x\\r\\nCookie: y" }'),
      'which cannot be sent in a header',
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(expected)]);
  });

  it('are put in, listed, and kept out of the public address', () => {
    const text = ofSource(
      '{ "id": "a", "url": "https://a.example/${ENV:KEY}", "language": "az", "headers": { "X-K": "k ${ENV:KEY}" } }',
    );
    const { config, secrets } = configOf(text, { env: { KEY: 's3cret' } });
    expect(config.sources[0]).toMatchObject({
      url: 'https://a.example/s3cret',
      publicUrl: 'https://a.example/***',
      headers: { 'X-K': 'k s3cret' },
    });
    expect(secrets).toEqual(['s3cret']);
  });

  it('of a source that is switched off are not needed', () => {
    expect(problemsOf(inSource('"enabled": false, "headers": { "X-K": "${ENV:KEY}" }'))).toEqual(
      [],
    );
  });

  it('are not needed by who only checks the file', () => {
    expect(problemsOf(inSection(token), { needSecrets: false })).toEqual([]);
  });

  it('that make an address wrong are named, never shown', () => {
    const text = ofSource('{ "id": "a", "url": "https://${ENV:HOST}/", "language": "az" }');
    const found = problemsOf(text, { env: { HOST: 'geheim name' } });
    expect(found).toEqual([
      expect.stringContaining('is no web address with the value of HOST; correct HOST'),
    ]);
    expect(found.join()).not.toContain('geheim');
  });
});
