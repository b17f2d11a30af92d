import { loadConfig } from '../config/load-config.ts';
import { formatProblem } from '../config/problem.ts';
import type { Config } from '../domain/config.ts';
import { AppError } from '../domain/errors.ts';
import type { SourceId } from '../domain/ids.ts';
import type { CompiledTopics } from '../domain/match.ts';
import type { Source } from '../domain/source.ts';
import type { Concept, RuleProblem, Topic } from '../domain/topic.ts';
import { RuleFault } from '../match/compile-rule.ts';
import { compileTopics } from '../match/compile-topics.ts';
import { shippedConcepts } from '../match/concepts/shipped.ts';

/** A configuration made ready to run. Replaced as a whole when the file changes. */
export interface Setup {
  readonly config: Config;
  readonly topics: CompiledTopics;
  /** Enabled sources by id. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly warnings: readonly string[];
  /** Values that came from the environment: no log, page or document may show them. */
  readonly secrets: readonly string[];
}

export interface SetupOptions {
  readonly configPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reads, validates and compiles the configuration. Throws `config` with every problem and its line. */
export function loadSetup(options: SetupOptions): Setup {
  const compiled: CompiledTopics[] = [];
  const { config, warnings, secrets } = loadConfig({
    path: options.configPath,
    env: options.env,
    shippedConcepts,
    checkRules: (input) => checkRules(input, compiled),
  });
  const texts = warnings.map((warning) => formatProblem(options.configPath, warning));
  return { ...setupOf(config, compiled[0]), warnings: texts, secrets };
}

/** Makes a validated configuration ready to run; `topics` are its rules where they are compiled already. */
export function setupOf(config: Config, topics = compileTopics(config)): Setup {
  const enabled = config.sources.filter((source) => source.enabled);
  const sources = new Map(enabled.map((source) => [source.id, source]));
  return { config, topics, sources, warnings: [], secrets: [] };
}

interface Rules {
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
}

/**
 * Compiles the rules to see whether they can be; one that cannot is a problem with a place, not a
 * skipped rule. What could be compiled is handed on, as that is most of the work of starting.
 */
function checkRules(rules: Rules, compiled: CompiledTopics[]): readonly RuleProblem[] {
  const { topics, concepts } = rules;
  if (compileFault(rules, compiled) === undefined) return [];
  const inConcepts = compileFault({ topics: [], concepts });
  if (inConcepts !== undefined) return [problemOf(['concepts'], inConcepts)];
  return topics.flatMap((topic, index) => {
    const fault = compileFault({ topics: [topic], concepts });
    if (fault === undefined) return [];
    return [problemOf(['topics', index, ...(fault instanceof RuleFault ? fault.path : [])], fault)];
  });
}

function compileFault(rules: Rules, compiled: CompiledTopics[] = []): AppError | undefined {
  try {
    compiled.push(compileTopics(rules));
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'config') return error;
    throw error;
  }
}

function problemOf(path: readonly (string | number)[], error: AppError): RuleProblem {
  const isPlaced = error instanceof RuleFault;
  const [said = '', ...cure] = (isPlaced ? error.fault : error.message).split('; ');
  const message = isPlaced ? said : `cannot be used: ${said}`;
  return { path, message, cure: cure.join('; ') || 'correct it' };
}
