import { describe, expect, it } from 'vitest';
import { inSection, inSource, inTopic, ofSource, problemsOf } from '../support/config-file.ts';

describe('keys that nobody knows', () => {
  it.each([
    [
      'at the top',
      inSection('"scedule": "* * * * *"'),
      '2:1: scedule is not a known key; did you mean "schedule"?',
    ],
    [
      'at the top, another word',
      inSection('"feeds": []'),
      '2:1: feeds is not a known key; did you mean "sources"?',
    ],
    [
      'in a section',
      inSection('"site": { "titel": "x" }'),
      '2:11: site.titel is not a known key; did you mean "title"?',
    ],
    [
      'in a source',
      inSource('"evry": "30m"'),
      '4:64: sources[0].evry is not a known key; did you mean "every"?',
    ],
    [
      'in a source, another word',
      inSource('"interval": "30m"'),
      '4:64: sources[0].interval is not a known key; did you mean "every"?',
    ],
    [
      'in a topic',
      inTopic('"anny": ["iran"]'),
      '7:14: topics[0].anny is not a known key; did you mean "any"?',
    ],
    [
      'in the number of one',
      inTopic('"any": ["iran"], "reportedBy": { "country": 2 }'),
      'topics[0].reportedBy.country is not a known key; did you mean "countries"?',
    ],
    [
      'in a clause',
      inTopic('"any": [{ "pharse": "x" }]'),
      '7:24: topics[0].any[0].pharse is not a known key; did you mean "phrase"?',
    ],
    [
      'deep in a rule',
      inTopic('"any": [{ "all": [{ "nn": [] }] }]'),
      'topics[0].any[0].all[0].nn is not a known key',
    ],
    [
      'in a term',
      inSection('"concepts": { "x": { "terms": { "en": [{ "trem": "a" }] } } }'),
      '2:42: concepts.x.terms.en[0].trem is not a known key; did you mean "term"?',
    ],
    [
      'that resembles nothing',
      inSection('"push": { "colour": 1 }'),
      '2:11: push.colour is not a known key; remove it, or use one of: hubs, hub, subscribe',
    ],
    [
      'that would change a prototype',
      '{ "__proto__": {} }',
      '1:3: __proto__ is not a known key; remove it',
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toContain(expected);
  });

  it('names every one of several', () => {
    const found = problemsOf(inSource('"evry": "30m", "titel": "A"'));
    expect(found).toHaveLength(2);
  });
});

describe('an object or list that is none', () => {
  it.each(['site', 'defaults', 'fetch', 'server', 'push', 'concepts', 'sources', 'topics'])(
    'is shown with one: %s',
    (key) => {
      expect(problemsOf(`{ "${key}": 5 }`)).toEqual([
        expect.stringMatching(
          /; write [[{]".*[\]}], for example$|; write \[\{".*\}\], for example$/,
        ),
      ]);
    },
  );

  it('is said of one key once', () => {
    expect(problemsOf(inTopic('"any": ["iran"], "reportedBy": { "country": 2 }'))).toHaveLength(1);
  });
});

describe('values of the wrong type or form', () => {
  it.each([
    [
      'a closeness that there is not',
      inTopic('"all": ["iran"], "within": "paragraph"'),
      'write "title", "sentence" or "article", or a number of words, such as 5',
    ],
    ['a number for a name', inSection('"site": { "title": 7 }'), 'write "7"'],
    [
      'a number for an address',
      inSection('"site": { "url": 7 }'),
      'write "https://news.example.org", for example',
    ],
    [
      'a list for examples',
      inTopic('"any": ["iran"], "examples": []'),
      'write {"match":[{"title":"Baku and Tehran agree on a new bridge"}]}, for example',
    ],
    [
      'a word for a veto',
      inTopic('"any": ["iran"], "veto": ["sports"]'),
      'write {"when":"sports","unless":["embassy"]}, for example',
    ],
    [
      'a number for a duration',
      inSource('"every": 30'),
      '4:73: sources[0].every must be text in double quotes, but it is the number 30; write "30m"',
    ],
    [
      'a duration without a unit',
      inSource('"every": "30"'),
      'sources[0].every is "30", which is not a length of time; write a whole number and ms, s, m, h, d or w, such as "30m"',
    ],
    [
      'a duration of nothing',
      inSource('"every": "0s"'),
      'is "0s", which is too short; give "1s" or more',
    ],
    [
      'a retention of an hour',
      inSection('"defaults": { "retention": "1h" }'),
      '2:28: defaults.retention is "1h", which is too short; give "1d" or more',
    ],
    [
      'a rank of 0',
      inSource('"rank": 0'),
      '4:72: sources[0].rank is 0, which is out of range; give 1 or more',
    ],
    ['a rank of 10', inSource('"rank": 10'), 'is 10, which is out of range; give 9 or less'],
    [
      'a rank in quotes',
      inSource('"rank": "1"'),
      'sources[0].rank must be a number, but it is the text "1"; write 1 without quotes',
    ],
    ['half a rank', inSource('"rank": 1.5'), 'sources[0].rank must be a whole number'],
    [
      'a truth in quotes',
      inSource('"enabled": "true"'),
      'must be true or false, but it is the text "true"; write true without quotes',
    ],
    [
      'a permission nobody gave',
      inSource('"permission": "ful"'),
      '4:78: sources[0].permission is "ful", which is not one of its choices; did you mean "full"?',
    ],
    [
      'a kind nobody knows',
      inSource('"kind": "newspaper"'),
      'is "newspaper", which is not one of its choices; write "agency", "paper"',
    ],
    [
      'text for a list',
      inTopic('"any": "iran"'),
      '7:21: topics[0].any must be a list in [ ], but it is the text "iran"; write ["iran"]',
    ],
    [
      'text for two sides',
      inTopic('"between": "iran"'),
      'topics[0].between must be a list in [ ], but it is the text "iran"; write ["azerbaijan","iran"]',
    ],
    [
      'one side',
      inTopic('"between": ["iran"]'),
      '7:25: topics[0].between has 1 entry; give exactly 2',
    ],
    [
      'a number for a clause',
      inTopic('"any": [5]'),
      '7:22: topics[0].any[0] must be text or an object in { }, but it is the number 5; write "iran"',
    ],
    [
      'a number for a phrase',
      inTopic('"any": [{ "phrase": 5 }]'),
      'topics[0].any[0].phrase must be text in double quotes',
    ],
    [
      'one language for a list',
      inTopic('"any": [{ "language": "tr" }]'),
      'topics[0].any[0].language must be a list in [ ], but it is the text "tr"; write ["tr"]',
    ],
    [
      'a title without its language',
      inTopic('"any": ["iran"], "title": "Iran"'),
      'topics[0].title must be an object in { }, but it is the text "Iran"; write {"en":',
    ],
    [
      'an object for the sources',
      '{\n"sources": {} }',
      '2:12: sources must be a list in [ ], but it is an object; write [{"id":',
    ],
    ['null', '{\n"topics": null }', '2:11: topics must be a list in [ ], but it is null'],
    [
      'a list as the file',
      '\n[]',
      '2:1: the file must be an object in { }, but it is a list; write {"sources":[],"topics":[]}',
    ],
    [
      'a source without an address',
      ofSource('{ "id": "a", "language": "az" }'),
      '4:1: sources[0] has no "url"; add it, such as "url": "https://example.org/rss.xml"',
    ],
    [
      'an example without a title',
      inTopic('"any": ["iran"], "examples": { "match": [{}] }'),
      '7:55: topics[0].examples.match[0] has no "title"; add it',
    ],
    [
      'an id in capitals',
      ofSource('{ "id": "AZƏRTAC az", "url": "https://a.example/", "language": "az" }'),
      '4:9: sources[0].id is "AZƏRTAC az", which cannot be an id; write "azertac-az"',
    ],
    [
      'an id that is a path',
      ofSource('{ "id": "../a", "url": "https://a.example/", "language": "az" }'),
      'sources[0].id is "../a", which cannot be an id; write "a"',
    ],
    [
      'a title of two lines',
      inSource('"title": "a\\nb"'),
      'sources[0].title holds a line break or control character; write it on one line',
    ],
    [
      'an unknown charset',
      inSource('"charset": "windows-9999"'),
      'is "windows-9999", which is no known charset; write a label such as "utf-8"',
    ],
    [
      'a contact that is none',
      inSection('"site": { "contact": "me" }'),
      '2:22: site.contact is "me", which is neither a mail nor a web address',
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toContain(expected);
  });
});
