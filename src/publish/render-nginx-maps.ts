import type { Rendered } from '../domain/publication.ts';
import type { Topic } from '../domain/topic.ts';

export interface NginxMapInput {
  readonly topics: readonly Pick<Topic, 'id' | 'aliases'>[];
  /** Topics, and languages of topics as `id/language`, that were published once and are no more. */
  readonly removed: readonly string[];
  /** Base URL of the published tree. */
  readonly publicUrl: string;
  readonly hubs: readonly string[];
}

/**
 * What a static tree cannot say of itself, as the insides of two `map $uri` blocks of nginx:
 * `topics.map` leads from former ids to new ones and calls removed topics `gone`; `links.map` gives
 * feed documents their Link header, which needs the site's address and its hubs.
 */
export function renderNginxMaps(input: NginxMapInput): readonly Rendered[] {
  return [
    { path: 'topics.map', mediaType: 'text/plain', body: topicLines(input).join('\n') },
    { path: 'links.map', mediaType: 'text/plain', body: linkLines(input).join('\n') },
  ];
}

const heading = '# Written by Araz; nginx reads it at its start and reload.';

function topicLines({ topics, removed }: NginxMapInput): readonly string[] {
  const renamed = topics.flatMap(({ id, aliases }) =>
    aliases.flatMap((former) => [
      `/topics/${former} /topics/${id}/;`,
      `~^/topics/${inPattern(former)}(?<araz_rest>/.*)$ /topics/${id}$araz_rest;`,
    ]),
  );
  const gone = removed.map((folder) => {
    const pattern = folder.split('/').map(inPattern).join('/');
    return `~^/topics/${pattern}(?:/|$) gone;`;
  });
  return [heading, ...renamed, ...gone, ''];
}

function linkLines({ publicUrl, hubs }: NginxMapInput): readonly string[] {
  const self = `<${inQuotes(publicUrl)}$uri>; rel="self"`;
  const all = [self, ...hubs.map((hub) => `<${inQuotes(hub)}>; rel="hub"`)].join(', ');
  return [
    heading,
    `~/archive/[^/]+\\.atom$ '${self}';`,
    `~(?:/rss\\.xml|/feed\\.json|/atom\\.xml|\\.atom)$ '${all}';`,
    '',
  ];
}

/** An id in a regular expression of nginx. */
function inPattern(id: string): string {
  return id.replace(/[^a-zA-Z0-9_-]/g, '\\$&');
}

/** An address in single quotes, where `$` would begin a variable. */
function inQuotes(url: string): string {
  return url.replaceAll('$', '%24').replaceAll("'", '%27').replaceAll('\\', '%5C');
}
