import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { messageOf } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import type { Setup } from './setup.ts';

/** Tells whether the configuration file has changed since it was last looked at. */
export class ConfigFile {
  readonly #path: string | undefined;
  #seen = '';

  /** Without a path, as for the demo's fixed configuration, nothing ever changes. */
  constructor(path: string | undefined) {
    this.#path = path;
    this.#seen = this.#stamp();
  }

  hasChanged(): boolean {
    const stamp = this.#stamp();
    const isOther = stamp !== this.#seen;
    this.#seen = stamp;
    return isOther;
  }

  /** The configuration as the file has it now; a wrong one is reported, once, and undefined. */
  read(load: () => Setup, log: Log): Setup | undefined {
    // Before the reading, so that what is written during it is read again.
    this.#seen = this.#stamp();
    try {
      return load();
    } catch (error) {
      log.error('the changed configuration was not taken; the running one stays', {
        problem: messageOf(error),
      });
      return undefined;
    }
  }

  /** Size and time; a file that is being replaced may be absent for an instant. */
  #stamp(): string {
    if (this.#path === undefined) return '';
    const stat = statSync(this.#path, { throwIfNoEntry: false });
    return stat === undefined ? this.#seen : `${stat.mtimeMs} ${stat.size}`;
  }
}

/** Says that another configuration is in use, and what of it is not. */
export function tellChanged(log: Log, before: Setup, after: Setup): void {
  log.info('configuration read again', { sources: after.sources.size });
  if (!isDeepStrictEqual(before.config.server, after.config.server)) {
    log.warn('addresses, ports and tokens of the server change at the next start');
  }
}
