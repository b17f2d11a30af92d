import pino from 'pino';
import type { Log } from '../domain/log.ts';
import { redactSecrets } from '../text/redact-url.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** A log that can be told what it must never show. */
export interface JsonLog extends Log {
  /** From now on these values are printed as `***`. */
  hide(secrets: readonly string[]): void;
}

/** JSON lines on standard error, one per poll and one per run; written at once, so that a kill loses none. */
export function createJsonLog(level: LogLevel): JsonLog {
  let hidden: readonly string[] = [];
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"ts":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'msg',
      hooks: { streamWrite: (line) => redactSecrets(line, hidden) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    hide: (secrets) => {
      hidden = secrets;
    },
    debug: (message, facts) => logger.debug(facts ?? {}, message),
    info: (message, facts) => logger.info(facts ?? {}, message),
    warn: (message, facts) => logger.warn(facts ?? {}, message),
    error: (message, facts) => logger.error(facts ?? {}, message),
  };
}
