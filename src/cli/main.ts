#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { AppError, messageOf } from '../domain/errors.ts';
import { addActs } from './commands/acts.ts';
import { addBackup } from './commands/backup.ts';
import { addCheck } from './commands/check.ts';
import { addDemo } from './commands/demo.ts';
import { addDiff } from './commands/diff.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEval } from './commands/eval.ts';
import { addExplain } from './commands/explain.ts';
import { addMoves } from './commands/moves.ts';
import { addNear } from './commands/near.ts';
import { addPoll } from './commands/poll.ts';
import { addPrune } from './commands/prune.ts';
import { addPublish } from './commands/publish.ts';
import { addRestore } from './commands/restore.ts';
import { addServe } from './commands/serve.ts';
import { addSources } from './commands/sources.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addTry } from './commands/try.ts';
import { addVerify } from './commands/verify.ts';
import { addWhere } from './commands/where.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { printable } from './output.ts';

const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

const usageHint = '(araz --help lists the verbs, araz <verb> --help their options)';

const program = new Command('araz')
  .description('Reads a region’s news feeds and publishes topic feeds people can trust.')
  .version(manifest.version)
  .option('--config <path>', 'configuration file (ARAZ_CONFIG; default ./feeds.config.json)')
  .option('--data <dir>', 'data directory (ARAZ_DATA; default ./data)')
  .option('--json', 'machine-readable output')
  .showSuggestionAfterError()
  .showHelpAfterError(usageHint)
  .configureOutput({
    // As everything else that is said of an error begins: cron mails should name the program.
    outputError: (text, write) => write(printable(text.replace(/^error: /, 'araz: '))),
  })
  .addHelpText(
    'after',
    `
Exit codes: 0 done, 1 unexpected fault, 2 wrong usage, 3 a check found something,
69 no source reachable, 74 disk or I/O, 75 another run holds the lock, 78 configuration error.
Logs are JSON lines on standard error; ARAZ_LOG=debug|info|warn|error|silent sets their level.`,
  )
  .exitOverride();

for (const add of [
  addStart,
  addPoll,
  addServe,
  addPublish,
  addCheck,
  addTry,
  addExplain,
  addDiff,
  addEval,
  addNear,
  addWhere,
  addActs,
  addMoves,
  addSources,
  addStatus,
  addDoctor,
  addBackup,
  addRestore,
  addVerify,
  addPrune,
  addDemo,
]) {
  add(program);
}

/** A fault that nobody foresaw keeps its stack: that is what a bug report needs. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has said what was wrong; help and version are no errors.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  const text =
    error instanceof AppError || !(error instanceof Error) ? messageOf(error) : error.stack;
  process.stderr.write(printable(`araz: ${text}\n`));
  if (error instanceof AppError && error.code === 'usage') process.stderr.write(`${usageHint}\n`);
  for (const line of causesOf(error)) process.stderr.write(printable(line));
  return exitCodeOf(error);
}

/** What stood behind an error that a person was told of, for whoever looks closer. */
function causesOf(error: unknown): readonly string[] {
  if (process.env['ARAZ_LOG'] !== 'debug' || !(error instanceof AppError)) return [];
  const { cause } = error;
  return cause instanceof Error ? [`caused by: ${cause.stack}\n`] : [];
}

/** A reader that closes early (`araz status | head`) is no fault of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
