import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { shippedConcepts } from '../support/config-file.ts';

const shipped = readFileSync(path.resolve(import.meta.dirname, '../../feeds.config.json'), 'utf8');
// The settings, a few sources and the topics: what matters is there, and each run stays short.
const from = shipped.indexOf('// ---- Azerbaijan, in Russian');
const excerpt = shipped.slice(0, from) + shipped.slice(shipped.indexOf('  ],\n', from));

function judge(text: string) {
  const parsed = parseConfig(text, { env: {}, shippedConcepts });
  if (parsed.kind === 'valid') return;
  const lines = text.split(/\r\n|\r|\n/).length;
  expect(parsed.problems.length).toBeGreaterThan(0);
  for (const problem of parsed.problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.message).not.toMatch(/undefined|\[object|Invalid input|NaN/);
    expect(problem.cure).not.toMatch(/^$|undefined|\[object/);
  }
}

describe('any text at all', () => {
  it('is judged without a fault when one stretch of a right file is damaged', () => {
    const damage = fc.tuple(
      fc.nat(excerpt.length - 1),
      fc.nat(12),
      fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom('"', ',', '}', '{', ']', '[', ':', '//', '/*', 'null', '0'),
      ),
    );
    fc.assert(
      fc.property(damage, ([at, length, put]) => {
        judge(excerpt.slice(0, at) + put + excerpt.slice(at + length));
      }),
      { numRuns: 400 },
    );
  });

  it('is judged without a fault when it is any JSON', () => {
    const keys = ['sources', 'topics', 'concepts', 'site', 'server', 'fetch', 'push', 'defaults'];
    const config = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(config, (value) => judge(JSON.stringify(value))),
      { numRuns: 400 },
    );
  });

  it('is judged without a fault when it is no JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => judge(text)),
      { numRuns: 200 },
    );
  });
});
