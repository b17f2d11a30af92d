import { publicUrlOf } from '../public-url.ts';
import type { Setup } from '../setup.ts';

/** Where this site takes requests as a hub; undefined unless the editor wants it to be one. */
export function ownHubUrl(setup: Setup): string | undefined {
  return setup.config.push.hub ? `${publicUrlOf(setup)}/hub` : undefined;
}

/** Hubs that announce this site's documents: those that are told of changes, and its own. */
export function hubsOf(setup: Setup): readonly string[] {
  const own = ownHubUrl(setup);
  const { hubs } = setup.config.push;
  return own === undefined || hubs.includes(own) ? hubs : [...hubs, own];
}
