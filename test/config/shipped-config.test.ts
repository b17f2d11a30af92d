import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Config } from '../../src/domain/config.ts';
import { idPattern } from '../../src/domain/ids.ts';
import { canonicalUrl } from '../../src/text/urls.ts';

const file = path.resolve(import.meta.dirname, '../../feeds.config.json');
const text = readFileSync(file, 'utf8');

/** Every id that could be a concept's: whether the word lists have them is for `araz check`. */
function idsNamed(value: unknown): readonly string[] {
  if (typeof value === 'string') return idPattern.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsNamed) : [];
}

describe('the shipped configuration', () => {
  let config: Config;
  beforeAll(() => {
    const { topics, concepts } = parseJsonc(text) as Record<string, unknown>;
    const ids = new Set(idsNamed([topics, concepts]));
    const shippedConcepts = [...ids].map((id) => ({ id, terms: { en: [id] } }));
    const parsed = parseConfig(text, { env: {}, shippedConcepts });
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems, null, 1));
    expect(parsed.warnings).toEqual([]);
    config = parsed.config;
  });

  it('reads at least seventy sources, all enabled', () => {
    expect(config.sources.length).toBeGreaterThanOrEqual(70);
    expect(config.sources.every((source) => source.enabled)).toBe(true);
  });

  it.each(['az', 'tr', 'fa', 'ru', 'en', 'ka', 'hy'])('reads sources in %s', (language) => {
    expect(config.sources.some((source) => source.language === language)).toBe(true);
  });

  it('says language, country, kind, rank and permission of every source itself', () => {
    const { sources } = config;
    expect(
      sources.filter((source) => source.country === 'ZZ' || source.title === source.id),
    ).toEqual([]);
    for (const key of ['language', 'country', 'kind', 'rank', 'permission']) {
      expect(text.match(new RegExp(`"${key}": `, 'g'))?.length).toBeGreaterThanOrEqual(
        sources.length,
      );
    }
  });

  it('prints no outlet in full and reads no aggregator', () => {
    expect(config.sources.filter((source) => source.permission === 'full')).toEqual([]);
    expect(config.sources.filter((source) => source.kind === 'aggregator')).toEqual([]);
  });

  it('reads every address once', () => {
    const forms = config.sources.map((source) => canonicalUrl(source.url));
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('needs no secret and listens on the loopback', () => {
    expect(config.server).toEqual({ host: '127.0.0.1', port: 8080, operatorPort: 8081 });
  });

  it('points editors to the schema', () => {
    expect(text).toContain('"$schema": "./src/config/feeds.config.schema.json"');
  });
});
