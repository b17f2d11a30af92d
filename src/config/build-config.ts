import type { Config, FetchConfig, ServerConfig, SiteConfig } from '../domain/config.ts';
import type { LanguageTag } from '../domain/ids.ts';
import type { Milliseconds } from '../domain/instant.ts';
import { countryUnknown } from '../domain/reported-by.ts';
import type { Source } from '../domain/source.ts';
import type { Clause, Concept, Rule, Topic, TopicExample } from '../domain/topic.ts';
import { capitalise } from '../text/capital.ts';
import { parseDuration } from './checks/duration.ts';
import { parseLanguage } from './checks/place.ts';
import {
  defaultDurations,
  defaultFetch,
  defaultRank,
  defaultSchedule,
  defaultServer,
  defaultSite,
} from './defaults.ts';
import { mergeConcepts } from './merge-concepts.ts';
import type { DeclaredConfig, SourceDeclaration } from './schema.ts';
import type { ClauseDeclaration, RuleDeclaration, TopicDeclaration } from './schema-topics.ts';
import { type Environment, listReferences, resolveSecrets } from './secrets.ts';

/** A duration that the schema has judged. */
function durationMs(text: string): Milliseconds {
  return parseDuration(text) ?? 0;
}

/** A language tag that the schema has judged, in the one form Araz uses. */
function languageOf(tag: string): LanguageTag {
  return parseLanguage(tag) ?? tag.toLowerCase();
}

/** The configuration that everything else reads: defaults filled in, secrets resolved. */
export function buildConfig(
  declared: DeclaredConfig,
  env: Environment,
  shippedConcepts: readonly Concept[],
): Config {
  const site = buildSite(declared);
  const sources = (declared.sources ?? []).map((source) => buildSource(source, declared, env));
  const spoken = sources.filter((source) => source.enabled).map((source) => source.language);
  const languages = spoken.length === 0 ? [site.language] : [...new Set(spoken)];
  return {
    site,
    schedule: declared.schedule ?? defaultSchedule,
    retentionMs: durationMs(declared.defaults?.retention ?? defaultDurations.retention),
    fetch: buildFetch(declared, site),
    server: buildServer(declared, env),
    push: {
      hubs: declared.push?.hubs ?? [],
      hub: declared.push?.hub ?? false,
      subscribe: declared.push?.subscribe ?? false,
    },
    sources,
    concepts: mergeConcepts(shippedConcepts, declared.concepts ?? {}),
    topics: (declared.topics ?? []).map((topic) => buildTopic(topic, languages, site.language)),
  };
}

function buildSite(declared: DeclaredConfig): SiteConfig {
  const { url, contact, language, ...rest } = declared.site ?? {};
  return {
    ...defaultSite,
    ...rest,
    language: languageOf(language ?? defaultSite.language),
    // As documents, hubs and requests write it: a folder of any script in ASCII (RFC 3986).
    ...(url !== undefined && { url: new URL(url).href.replace(/\/+$/, '') }),
    ...(contact !== undefined && { contact }),
  };
}

/** Says who we are and how to reach us, so that a site can complain before it blocks. */
function userAgentOf(site: SiteConfig): string {
  const about = site.url ?? site.contact;
  const contact = about !== undefined && /^[\x21-\x7e]+$/.test(about) ? `+${about}; ` : '';
  return `Araz (${contact}feed aggregator)`;
}

function buildFetch(declared: DeclaredConfig, site: SiteConfig): FetchConfig {
  const given = declared.fetch ?? {};
  return {
    concurrency: given.concurrency ?? defaultFetch.concurrency,
    hostConnections: given.hostConnections ?? defaultFetch.hostConnections,
    hostSpacingMs: durationMs(given.hostSpacing ?? defaultDurations.hostSpacing),
    totalMs: durationMs(given.total ?? defaultDurations.total),
    allowHosts: (given.allowHosts ?? []).map((host) => host.toLowerCase()),
    userAgent: given.userAgent ?? userAgentOf(site),
  };
}

function buildServer(declared: DeclaredConfig, env: Environment): ServerConfig {
  const { operatorToken, ...rest } = declared.server ?? {};
  return {
    ...defaultServer,
    ...rest,
    ...(operatorToken !== undefined && { operatorToken: resolveSecrets(operatorToken, env) }),
  };
}

function buildSource(
  source: SourceDeclaration,
  declared: DeclaredConfig,
  env: Environment,
): Source {
  const { every, timeout, retention, headers, url, ...given } = source;
  const fallback = { ...defaultDurations, ...declared.defaults };
  return {
    title: source.id,
    country: countryUnknown,
    kind: 'independent',
    rank: defaultRank,
    permission: 'summary',
    enabled: true,
    ...given,
    language: languageOf(source.language),
    url: resolveSecrets(url, env),
    ...(listReferences(url).length > 0 && { publicUrl: url.replace(/\$\{ENV:\w+\}/g, '***') }),
    everyMs: durationMs(every ?? fallback.every),
    timeoutMs: durationMs(timeout ?? fallback.timeout),
    ...(retention !== undefined && { retentionMs: durationMs(retention) }),
    ...(headers !== undefined && { headers: resolveHeaders(headers, env) }),
  };
}

function resolveHeaders(headers: Readonly<Record<string, string>>, env: Environment) {
  const resolved = Object.entries(headers).map(([name, value]) => [
    name,
    resolveSecrets(value, env),
  ]);
  return Object.fromEntries(resolved) as Readonly<Record<string, string>>;
}

/** `azerbaijan-iran` as a title, for topics that have none. */
function titleOf(id: string, language: LanguageTag): string {
  return capitalise(id.replaceAll('-', ' '), language);
}

function byLanguage(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([tag, text]) => [languageOf(tag), text]));
}

function buildTopic(
  topic: TopicDeclaration,
  spoken: readonly LanguageTag[],
  siteLanguage: LanguageTag,
): Topic {
  const { id, title, description, languages, aliases, examples, reportedBy, ...rule } = topic;
  const titles = title === undefined ? {} : byLanguage(title);
  return {
    id,
    title: Object.keys(titles).length > 0 ? titles : { [siteLanguage]: titleOf(id, siteLanguage) },
    ...(description !== undefined && { description: byLanguage(description) }),
    rule: buildRule(rule),
    ...(reportedBy && { reportedBy }),
    languages: [...new Set((languages ?? spoken).map(languageOf))],
    aliases: aliases ?? [],
    examples: {
      match: (examples?.match ?? []).map(buildExample),
      reject: (examples?.reject ?? []).map(buildExample),
    },
  };
}

function buildExample(example: TopicExample): TopicExample {
  const { language, ...rest } = example;
  return { ...rest, ...(language !== undefined && { language: languageOf(language) }) };
}

function buildRule(rule: RuleDeclaration): Rule {
  const { strong, all, any, none, veto, ...rest } = rule;
  return {
    ...rest,
    ...(strong && { strong: strong.map(buildClause) }),
    ...(all && { all: all.map(buildClause) }),
    ...(any && { any: any.map(buildClause) }),
    ...(none && { none: none.map(buildClause) }),
    ...(veto && {
      veto: veto.map(({ when, unless }) => ({
        when: buildClause(when),
        ...(unless && { unless: unless.map(buildClause) }),
      })),
    }),
  };
}

function buildClause(clause: ClauseDeclaration): Clause {
  if (typeof clause === 'string') return clause;
  const { phrase, near, pattern, language, source, country, ...rule } = clause;
  if (phrase !== undefined) {
    const { fields } = rule;
    return { phrase, ...(near !== undefined && { near }), ...(fields && { fields }) };
  }
  if (pattern !== undefined) {
    const { fields } = rule;
    return { pattern, ...(fields && { fields }) };
  }
  if (language === undefined && source === undefined && country === undefined) {
    return buildRule(rule);
  }
  return {
    ...(language && { language: language.map(languageOf) }),
    ...(source && { source }),
    ...(country && { country }),
  };
}
