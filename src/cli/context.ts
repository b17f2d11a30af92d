import path from 'node:path';
import type { Command } from 'commander';
import type { App } from '../app/create-app.ts';
import type { LogLevel } from '../app/json-log.ts';
import type { AppOptions, Reading } from '../app/open-reading.ts';
import type { ProbeTools } from '../app/probe/probe-source.ts';
import type { Setup } from '../app/setup.ts';
import { AppError } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import { createOutput, hideInOutput, type Output } from './output.ts';

/** What the options before and after every verb come to. */
export interface Context {
  readonly configPath: string;
  readonly dataDir: string;
  readonly output: Output;
  readonly log: Log;
  readonly logLevel: LogLevel;
  /** Another engine than the file in the data directory (ARAZ_DATABASE_URL). */
  readonly databaseUrl: string | undefined;
  /** The configuration of `--config`, or of another file. */
  loadSetup(otherPath?: string): Setup;
  /** The same for verbs that run by it: what is worth a second look is said. */
  loadSetupAloud(): Setup;
  /** For verbs that poll: throws `usage` where the data folder is that of a demo. */
  refuseDemo(): void;
  openApp(overrides?: Partial<AppOptions>): Promise<App>;
  /**
   * For reading sources without a run, by the configuration that the data folder goes by; `ownConfig`: by
   * that of `--config` also where the folder holds a demo, for verbs that check or write that file.
   */
  openProbe(options?: {
    readonly ownConfig: boolean;
  }): Promise<ProbeTools & { close(): Promise<void> }>;
  openReading(): Promise<Reading>;
}

interface GlobalOptions {
  readonly config?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/**
 * What a verb works with. Everything heavy is loaded by whoever needs it: configuration and log here,
 * the rest when it is opened, so that help and wrong usage are told at once.
 */
export async function contextOf(command: Command): Promise<Context> {
  const [{ createJsonLog }, { loadSetup }] = await Promise.all([
    import('../app/json-log.ts'),
    import('../app/setup.ts'),
  ]);
  const options = command.optsWithGlobals<GlobalOptions>();
  const configPath = path.resolve(
    options.config ?? (process.env['ARAZ_CONFIG'] || 'feeds.config.json'),
  );
  const dataDir = path.resolve(options.data ?? process.env['ARAZ_DATA'] ?? 'data');
  const output = createOutput(options.json === true);
  const level = logLevel(process.env['ARAZ_LOG']);
  const log = createJsonLog(level);
  const load = (otherPath?: string): Setup => {
    const setup = loadSetup({ configPath: otherPath ?? configPath, env: process.env });
    log.hide(setup.secrets);
    hideInOutput(setup.secrets);
    return setup;
  };
  const databaseUrl = process.env['ARAZ_DATABASE_URL'] || undefined;
  const demo = isConfigNamed(options) ? undefined : await findDemo(dataDir);
  const loadStanding = standingOf(demo, load, () =>
    output.note(
      `${dataDir} holds a demo and is read by its configuration; --config names another.`,
    ),
  );
  const loadAloud = (): Setup => {
    const setup = loadStanding();
    for (const warning of setup.warnings) output.note(warning);
    return setup;
  };
  const appOptions: AppOptions = { dataDir, log, loadSetup: loadStanding, databaseUrl };
  return {
    configPath,
    dataDir,
    output,
    log,
    logLevel: level,
    databaseUrl,
    loadSetup: load,
    loadSetupAloud: loadAloud,
    refuseDemo: () => {
      if (demo === undefined) return;
      const cure = `araz demo --data ${dataDir} runs it; to read your own sources name another --data`;
      throw new AppError(
        'usage',
        `${dataDir} holds a demo, whose newsroom runs with it only; ${cure}`,
      );
    },
    openApp: async (overrides) => {
      const { createApp } = await import('../app/create-app.ts');
      return createApp({ ...appOptions, ...overrides });
    },
    openProbe: async ({ ownConfig } = { ownConfig: false }) => {
      const { openProbe } = await import('../app/probe/open-probe.ts');
      return openProbe({ ...appOptions, loadSetup: ownConfig ? () => load() : loadStanding });
    },
    openReading: async () => {
      const { openReading } = await import('../app/open-reading.ts');
      return openReading(appOptions);
    },
  };
}

function isConfigNamed({ config }: GlobalOptions): boolean {
  return Boolean(config ?? process.env['ARAZ_CONFIG']);
}

/** The configuration of a demo that was kept, which is loaded only where there is one. */
async function findDemo(dataDir: string): Promise<Setup | undefined> {
  const { findDemoMark } = await import('../app/demo/demo-mark.ts');
  const mark = findDemoMark(dataDir);
  if (mark === undefined) return undefined;
  const { demoSetup } = await import('../app/demo/demo-setup.ts');
  return demoSetup(mark.newsroomUrl, mark);
}

/** The configuration that a data folder goes by: of a demo its own, which is said at the first use. */
function standingOf(demo: Setup | undefined, load: () => Setup, say: () => void): () => Setup {
  let isSaid = false;
  return () => {
    if (demo === undefined) return load();
    if (!isSaid) say();
    isSaid = true;
    return demo;
  };
}

/** JSON lines are for programs: on a terminal only what a person must see, unless asked for. */
function logLevel(wanted: string | undefined): LogLevel {
  if (wanted === undefined || wanted === '') return process.stderr.isTTY ? 'error' : 'info';
  const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];
  const level = levels.find((candidate) => candidate === wanted);
  if (level !== undefined) return level;
  throw new AppError('usage', `ARAZ_LOG is "${wanted}"; use one of ${levels.join(', ')}`);
}
