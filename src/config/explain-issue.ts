import type { z } from 'zod';
import { findNearest } from '../text/nearest.ts';
import { type Finding, type Path, quote } from './problem.ts';
import { findDescription, findExample, listKnownKeys } from './schema-lookup.ts';

type Issue = z.core.$ZodIssue;

/** Words editors write for a key of ours, from other tools and from habit. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  id: ['key', 'slug'],
  url: ['feed', 'href', 'link', 'xmlurl', 'address', 'uri', 'rss'],
  title: ['name', 'label', 'outlet'],
  language: ['lang', 'locale'],
  languages: ['langs'],
  every: ['interval', 'frequency', 'period', 'poll', 'refresh', 'ttl'],
  rank: ['priority', 'weight', 'tier'],
  kind: ['type', 'category'],
  enabled: ['disabled', 'active', 'enable'],
  charset: ['encoding'],
  any: ['or', 'include', 'keywords', 'match', 'concepts'],
  all: ['and', 'require'],
  none: ['not', 'exclude', 'reject', 'without'],
  sources: ['feeds', 'source'],
  topics: ['topic', 'rules'],
  terms: ['words', 'keywords'],
  total: ['timeout', 'deadline'],
  outlets: ['sources', 'papers', 'feeds'],
  allowHosts: ['allow', 'allowlist', 'whitelist'],
};

function findKeyMeant(key: string, known: readonly string[]): string | undefined {
  const lower = key.toLowerCase();
  const synonym = known.find((candidate) => synonyms[candidate]?.includes(lower));
  const inNumber = known.find((candidate) => singularOf(candidate) === singularOf(lower));
  return inNumber ?? findNearest(key, known) ?? synonym;
}

/** `country` of `countries`: an editor who writes one thing writes the one word. */
function singularOf(key: string): string {
  return key.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
}

/** A key nobody knows: names what was most likely meant, or all that could stand there. */
export function explainUnknownKey(path: Path, key: string): Finding {
  const known = listKnownKeys(path);
  const meant = findKeyMeant(key, known);
  const cure =
    meant === undefined
      ? `remove it, or use one of: ${known.join(', ')}`
      : `did you mean "${meant}"?`;
  return { path: [...path, key], at: 'key', message: 'is not a known key', cure };
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text ${quote(value)}`;
  return typeof value === 'boolean' ? `${value}` : `the number ${String(value)}`;
}

const expectedNames: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};

/** The same value, written as the type that is asked for. */
function writtenAs(expected: string, value: unknown): string | undefined {
  if (expected === 'array' && typeof value === 'string') return `["${value}"]`;
  if (typeof value !== 'string') return undefined;
  const bare = value.trim();
  if (/^(?:number|int)$/.test(expected) && /^-?\d+$/.test(bare)) return `${bare} without quotes`;
  const isTruth = expected === 'boolean' && /^(?:true|false)$/i.test(bare);
  return isTruth ? `${bare.toLowerCase()} without quotes` : undefined;
}

function explainType(path: Path, expected: string, value: unknown): Finding {
  const example = findExample(path);
  const wanted = expectedNames[expected] ?? expected;
  const plain = expected === 'string' && /^(?:number|boolean)$/.test(typeof value);
  const anyhow = plain ? quote(String(value)) : wanted;
  const shown = example === undefined ? anyhow : `${quote(example)}, for example`;
  return {
    path,
    at: 'value',
    message: `must be ${wanted}, but it is ${typeName(value)}`,
    cure: `write ${writtenAs(expected, value) ?? shown}`,
  };
}

function explainMissing(path: Path): Finding {
  const key = path.at(-1) ?? '';
  if (typeof key === 'number') {
    const cure = `give one, such as ${quote(findExample(path))}`;
    return { path: path.slice(0, -1), at: 'value', message: 'lacks an entry', cure };
  }
  const example = findExample(path);
  const shown = example === undefined ? `"${key}"` : `"${key}": ${quote(example)}`;
  return {
    path: path.slice(0, -1),
    at: 'value',
    message: `has no "${key}"`,
    cure: `add it, such as ${shown}`,
  };
}

function explainChoice(path: Path, values: readonly unknown[], value: unknown): Finding {
  const choices = values.map(String);
  const meant = typeof value === 'string' ? findNearest(value, choices) : undefined;
  const all = `write ${choices.map((choice) => `"${choice}"`).join(', ')}`.replace(
    /, ([^,]*)$/,
    ' or $1',
  );
  return {
    path,
    at: 'value',
    message: `is ${quote(value)}, which is not one of its choices`,
    cure: meant === undefined ? all : `did you mean "${meant}"? Otherwise ${all}`,
  };
}

function explainCount(path: Path, entries: number, bound: unknown): Finding {
  if (entries === 0) {
    const cure = `give at least one, such as ${quote(findExample([...path, 0]) ?? '…')}`;
    return { path, at: 'value', message: 'is empty', cure };
  }
  const message = `has ${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  return { path, at: 'value', message, cure: `give exactly ${String(bound)}` };
}

function explainSize(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, value: unknown) {
  const path = issue.path as Path;
  const bound = issue.code === 'too_big' ? issue.maximum : issue.minimum;
  if (Array.isArray(value)) return explainCount(path, value.length, bound);
  const direction = issue.code === 'too_big' ? 'less' : 'more';
  const cure = issue.inclusive
    ? `give ${bound} or ${direction}`
    : `give ${direction} than ${bound}`;
  const message = `is ${quote(value)}, which is out of range`;
  return { path, at: 'value', message, cure } as const;
}

/** Issues of the alternatives that have the right type: text, or an object. */
function explainAlternatives(path: Path, branches: readonly (readonly Issue[])[], value: unknown) {
  const fitting = branches.filter(
    (issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
  );
  if (fitting.length === 0) return [explainType(path, 'text or an object in { }', value)];
  const other = findDescription(path, 'integer');
  const found = fitting.flat().flatMap((issue) => explainAt(path, issue, value));
  if (other === undefined || typeof value === 'number') return found;
  return found.map((finding) => ({ ...finding, cure: `${finding.cure}, or ${other}` }));
}

function explainAt(base: Path, issue: Issue, baseValue: unknown): readonly Finding[] {
  return explainIssue({ ...issue, path: [...base, ...issue.path] } as Issue, (path) =>
    valueAt(baseValue, path.slice(base.length)),
  );
}

/** The value at a place, undefined when there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part))
      return undefined;
    return (inner as Record<string | number, unknown>)[part];
  }, value);
}

function cureOf(params: { readonly cure?: unknown } | undefined): string {
  const cure = params?.cure;
  return typeof cure === 'string' ? cure : 'see the comments of the shipped feeds.config.json';
}

function explainKey(path: Path, issues: readonly Issue[]): readonly Finding[] {
  return issues.map((issue) => {
    const cure = issue.code === 'custom' ? cureOf(issue.params) : 'rename it';
    return { path, at: 'key', message: issue.message, cure };
  });
}

/** What a zod issue means to an editor: one finding or several, each with its place and its cure. */
export function explainIssue(issue: Issue, read: (path: Path) => unknown): readonly Finding[] {
  const path = issue.path as Path;
  const value = read(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknownKey(path, key));
    case 'invalid_type':
      return [
        value === undefined ? explainMissing(path) : explainType(path, issue.expected, value),
      ];
    case 'invalid_value':
      return [
        value === undefined ? explainMissing(path) : explainChoice(path, issue.values, value),
      ];
    case 'too_big':
    case 'too_small':
      return [explainSize(issue, value)];
    case 'invalid_union':
      return value === undefined
        ? [explainMissing(path)]
        : explainAlternatives(path, issue.errors, value);
    case 'invalid_key':
      return explainKey(path, issue.issues);
    case 'custom':
      return [{ path, at: 'value', message: issue.message, cure: cureOf(issue.params) }];
    default:
      return [
        { path, at: 'value', message: `is wrong: ${issue.message}`, cure: cureOf(undefined) },
      ];
  }
}
