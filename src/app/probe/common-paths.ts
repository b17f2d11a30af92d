import type { Probe } from './probe-source.ts';

/** Where sites keep a feed they do not name, most usual first. */
export const commonPaths = ['/feed', '/rss', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml'];

export interface FeedAtPath {
  readonly url: string;
  readonly probe: Extract<Probe, { kind: 'feed' }>;
}

/**
 * The feed at one of the usual paths of a site; undefined when there is none. One after another,
 * and no further than the first: the site is a stranger's.
 */
export async function findAtCommonPaths(
  pageUrl: string,
  read: (url: string) => Promise<Probe>,
): Promise<FeedAtPath | undefined> {
  for (const path of commonPaths) {
    const url = new URL(path, pageUrl).href;
    if (url === pageUrl) continue;
    const probe = await read(url);
    if (probe.kind === 'feed') return { url, probe };
  }
  return undefined;
}
