import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExamples } from '../../src/app/check-config.ts';
import { loadSetup } from '../../src/app/setup.ts';
import { inTopic } from '../support/config-file.ts';

function writeConfig(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'araz-setup-')), 'feeds.config.json');
  writeFileSync(file, text);
  return file;
}

const load = (text: string) => loadSetup({ configPath: writeConfig(text), env: {} });

describe('a rule that cannot be compiled', () => {
  it.each([
    [
      'look-behind',
      '"any": ["iran",\n{ "pattern": "(?<=Iran )border" }]',
      '8:14: topics[0].any[1].pattern uses look-behind, which cannot be matched in linear time; match what stands before',
    ],
    [
      'a back-reference in a veto',
      '"any": ["iran"],\n"veto": [{ "when": { "pattern": "(\\\\w+) \\\\1" } }]',
      '8:33: topics[0].veto[0].when.pattern uses a back-reference, which cannot be matched in linear time; write the alternatives out',
    ],
    [
      'a pattern of nothing',
      '"any": [{ "pattern": "x*" }]',
      '7:35: topics[0].any[0].pattern matches the empty text, and so every item; let it ask for',
    ],
    [
      'a pattern that is not closed',
      '"any": [{ "pattern": "(x" }]',
      'topics[0].any[0].pattern is no regular expression (RE2 syntax): missing closing )',
    ],
    [
      'a pattern with a distance',
      '"any": [{ "pattern": "x", "near": 2 }]',
      'topics[0].any[0] mixes a phrase and a pattern; give each an object of its own',
    ],
  ])('is refused with its line and reason: %s', (_name, keys, message) => {
    expect(() => load(inTopic(keys))).toThrow(message);
  });
});

describe('an example that comes out wrong', () => {
  it('is named with its line', () => {
    const text = inTopic(
      '"any": [{ "pattern": "M ?[4-9]" }], "examples": {\n"match": [{ "title": "M4" },\n{ "title": "M3" }] }',
    );
    const file = writeConfig(text);
    const setup = loadSetup({ configPath: file, env: {} });
    expect(checkExamples(setup, file)).toMatchObject({
      examples: 2,
      failed: [{ line: 9, path: 'topics[0].examples.match[1]', title: 'M3', expected: 'match' }],
    });
  });
});
