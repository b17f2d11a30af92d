import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/config-file.ts';

describe('text that is no JSON with comments', () => {
  it.each([
    ['nothing', '', '1:1: the file is empty; start from the shipped feeds.config.json'],
    ['comments alone', '// later\n/* much later */\n', '1:1: the file is empty'],
    [
      'a missing comma',
      '{\n"a": "b"\n"c": 1\n}',
      '2:9: a comma is missing between "b" and "c"; add "," after "b"',
    ],
    [
      'a missing comma between sources',
      '{ "sources": [\n{ "id": "a" }\n{ "id": "b" }\n] }',
      '2:14: a comma is missing between "}" and "{"; add "," after "}"',
    ],
    [
      'a missing comma behind a comment',
      '{\n"a": 1 // one\n"b": 2 }',
      '2:7: a comma is missing between 1 and "b"',
    ],
    [
      'two commas',
      '{ "a": [1,\n,2] }',
      '2:1: a value is missing before ","; remove a comma or write a value',
    ],
    [
      'a missing colon',
      '{ "a"\n"b" }',
      '2:1: a colon is missing between the key "a" and "b"; add ":" after "a"',
    ],
    ['a missing value', '{ "a": }', '1:8: a value is missing before "}"; write a value'],
    [
      'an object that is not closed',
      '{ "sources": [\n{ "id": "a"\n], "topics": [] }',
      '3:1: "]" comes before the "{" of line 2 is closed; add "}" before it',
    ],
    [
      'an object that is not closed before the next',
      '{ "sources": [\n{ "id": "a",\n{ "id": "b" } ] }',
      '3:1: a key in double quotes belongs after ",", not "{"; close the object before with "}"',
    ],
    [
      'a list that is not closed',
      '{ "a": [1, 2\n}',
      '2:1: "}" comes before the "[" of line 1 is closed; add "]" before it',
    ],
    [
      'a file that ends too early',
      '{\n"a": [\n1,',
      '3:3: the file ends before the "[" of line 2 is closed; add "]" where it ends',
    ],
    [
      'a bracket too many',
      '{ "a": 1 }\n}',
      '2:1: "}" stands after the end of the configuration; remove it',
    ],
    ['text after the end', '{ "a": 1 }\nhello', '2:1: hello stands here without quotes'],
    [
      'a key without quotes',
      '{\nsources: [] }',
      '2:1: sources stands here without quotes; write text and keys in double quotes',
    ],
    [
      'single quotes',
      "{\n'a': 1 }",
      '2:1: \'a\' is not in double quotes; write it in straight double quotes: "a"',
    ],
    [
      'typographic quotes',
      '{\n“a”: 1 }',
      '2:1: “a” is not in double quotes; write it in straight double quotes: "a"',
    ],
    [
      'text that is not closed',
      '{ "a": "b,\n"c": 1 }',
      '1:8: the text "b, is not closed; end it with "',
    ],
    ['a Python truth', '{ "a": True }', '1:8: True is not a word of JSON; write true'],
    ['a yes', '{ "a": yes }', '1:8: yes is not a word of JSON; write true'],
    [
      'a backslash',
      '{ "a": "C:\\Windows" }',
      '1:8: the text "C:\\Windows" holds a backslash that JSON does not know; write a backslash twice',
    ],
    [
      'a comment that never ends',
      '{ "a": 1 } /* b',
      '1:12: the comment /* is not closed; end it with */',
    ],
    ['a comment at the very end', '{ "a": 1 }/*', '1:11: the comment /* is not closed'],
    [
      'a conflict of versions',
      '{\n<<<<<<< HEAD\n"a": 1 }',
      '2:1: <<<<<<< stands here without quotes',
    ],
    ['another language', '<?xml version="1.0"?>', '1:1: <?xml stands here without quotes'],
    [
      'brackets without end',
      '['.repeat(200_000),
      '1:101: brackets are nested more than 100 deep; write flatter rules',
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['comments', '{ // one\n/* two */ "sources": [] }'],
    ['trailing commas', '{ "sources": [], "topics": [], }'],
    ['a BOM', '\uFEFF{}'],
    ['the line ends of Windows', '{\r\n"sources": [],\r\n}\r\n'],
  ])('accepts %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('counts lines with the line ends of Windows and after a BOM', () => {
    expect(problemsOf('\uFEFF{\r\n"sources": [],\r\n"topcs": [] }')).toEqual([
      'feeds.config.json:3:1: topcs is not a known key; did you mean "topics"?',
    ]);
  });
});
