import type { Config } from '../domain/config.ts';
import type { Concept, RuleProblem, Topic } from '../domain/topic.ts';
import { isLocalAddress } from '../text/urls.ts';
import { buildConfig } from './build-config.ts';
import { checkSecretPlaces, checkSecretValues, findSecretWarnings } from './check-secrets.ts';
import { type CheckContext, checkSources, findSourceWarnings } from './check-sources.ts';
import { checkTopics } from './check-topics.ts';
import { defaultServer } from './defaults.ts';
import { type ConfigDocument, readDocument } from './document.ts';
import { explainIssue, valueAt } from './explain-issue.ts';
import type { ConfigProblem, Finding, Path } from './problem.ts';
import { configSchema, type DeclaredConfig } from './schema.ts';
import { type Environment, listSecrets } from './secrets.ts';
import { findTopicWarnings } from './topic-warnings.ts';

/** What a configuration is judged with. */
export interface ParseOptions {
  readonly env: Environment;
  readonly shippedConcepts: readonly Concept[];
  /** Compiles the rules and says which cannot be; the matcher's, handed in by the app. */
  readonly checkRules?: (input: {
    readonly topics: readonly Topic[];
    readonly concepts: readonly Concept[];
  }) => readonly RuleProblem[];
  /** Default true: a variable that an enabled source or a token needs and that is not set is a problem. */
  readonly needSecrets?: boolean;
}

/** What came of reading the text: problems and warnings in the order of the file. */
export type ParsedConfig =
  | {
      readonly kind: 'valid';
      readonly config: Config;
      readonly warnings: readonly ConfigProblem[];
      /** Values that came from the environment: no log, page or document may show them. */
      readonly secrets: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };

/** Reads the text of `feeds.config.json`. Touches no disk and never throws on any text. */
export function parseConfig(text: string, options: ParseOptions): ParsedConfig {
  const read = readDocument(text);
  if (read.kind === 'broken') return { kind: 'invalid', problems: read.problems };
  const { document } = read;
  const invalid = (findings: readonly Finding[]): ParsedConfig => ({
    kind: 'invalid',
    problems: locateAll(findings, document),
  });
  const shape = configSchema.safeParse(document.value);
  const placed = checkSecretPlaces(document.value);
  if (!shape.success) {
    const found = shape.error.issues.flatMap((issue) =>
      explainIssue(issue, (path) => valueAt(document.value, path)),
    );
    return invalid([...found, ...placed]);
  }
  const declared = shape.data;
  const related = [...placed, ...checkRelations(declared, options, document)];
  if (related.length > 0) return invalid(related);
  const config = buildConfig(declared, options.env, options.shippedConcepts);
  const rules = checkCompiled(config, options);
  if (rules.length > 0) return invalid(rules);
  const warnings = locateAll(findWarnings(declared, options, document), document);
  const secrets = listSecrets(JSON.stringify(declared), options.env);
  return { kind: 'valid', config, warnings, secrets };
}

function locateAll(
  findings: readonly Finding[],
  document: ConfigDocument,
): readonly ConfigProblem[] {
  return findings
    .map((finding) => document.locate(finding))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

function checkRelations(
  declared: DeclaredConfig,
  options: ParseOptions,
  context: CheckContext,
): readonly Finding[] {
  return [
    ...checkPorts(declared),
    ...checkSources(declared, context),
    ...checkTopics(declared, options.shippedConcepts, context),
    ...(options.needSecrets === false ? [] : checkSecretValues(declared, options.env)),
  ];
}

/** The public and the operators' listener cannot share a port; 0 lets the system choose. */
function checkPorts(declared: DeclaredConfig): readonly Finding[] {
  const { port, operatorPort } = { ...defaultServer, ...declared.server };
  if (port !== operatorPort || port === 0) return [];
  const key = declared.server?.operatorPort === undefined ? 'port' : 'operatorPort';
  const other = key === 'port' ? 'operatorPort' : 'port';
  const message = `is ${port}, the same as ${other}`;
  return [{ path: ['server', key], at: 'value', message, cure: 'give them two different ports' }];
}

/** Hubs call back: without a public address there is nowhere to. */
function findPushWarnings({ push, site, fetch }: DeclaredConfig): readonly Finding[] {
  const url = site?.url;
  const isOwnNetwork = (fetch?.allowHosts ?? []).length > 0;
  if (url !== undefined && (!isLocalAddress(url) || isOwnNetwork)) return [];
  const cure = url === undefined ? 'add site.url' : `give site.url another than ${url}`;
  const subscribe: Finding = {
    path: ['push', 'subscribe'],
    at: 'value',
    message: 'has no effect while the site has no public address',
    cure,
  };
  const message =
    'gives subscribers an address of this machine while the site has none that is public';
  const hub: Finding = { path: ['push', 'hub'], at: 'value', message, cure };
  return [...(push?.subscribe ? [subscribe] : []), ...(push?.hub ? [hub] : [])];
}

function checkCompiled(config: Config, options: ParseOptions): readonly Finding[] {
  const { topics, concepts } = config;
  const problems = options.checkRules?.({ topics, concepts }) ?? [];
  return problems.map(({ path, message, cure }) => ({
    path: declaredPath(path, concepts),
    at: 'value',
    message,
    cure,
  }));
}

/** In the file a topic carries its rule's keys itself, and concepts stand under their ids. */
function declaredPath(path: Path, concepts: readonly Concept[]): Path {
  const [section, index, key, ...rest] = path;
  if (section === 'topics' && key === 'rule') return ['topics', index ?? 0, ...rest];
  if (section !== 'concepts' || typeof index !== 'number') return path;
  return ['concepts', concepts[index]?.id ?? index, ...path.slice(2)];
}

function findWarnings(
  declared: DeclaredConfig,
  options: ParseOptions,
  context: CheckContext,
): readonly Finding[] {
  return [
    ...findSourceWarnings(declared, context),
    ...findTopicWarnings(declared, options.shippedConcepts),
    ...findPushWarnings(declared),
    ...findSecretWarnings(declared, options.env),
  ];
}
