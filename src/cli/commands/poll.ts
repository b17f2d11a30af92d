import { type Command, Option } from 'commander';
import type { App } from '../../app/create-app.ts';
import type { RunSummary } from '../../app/run-once.ts';
import type { Setup } from '../../app/setup.ts';
import { AppError } from '../../domain/errors.ts';
import { findNearest } from '../../text/nearest.ts';
import { type Context, contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Output } from '../output.ts';
import {
  createProgress,
  isNothingReached,
  nothingReachedLine,
  refusedLines,
  summaryLines,
} from '../run-report.ts';
import { stopSignal } from '../signals.ts';

interface PollOptions {
  readonly source?: readonly string[];
  readonly all?: boolean;
  readonly failOn?: 'any' | 'all';
}

export function addPoll(program: Command): void {
  program
    .command('poll')
    .description('one pass over the sources that are due; publish what changed; exit (for cron)')
    .option('--source <id...>', 'only these sources, due or not')
    .option('--all', 'ignore intervals (never Retry-After, never sources that are gone)')
    .addOption(
      new Option('--fail-on <when>', 'exit 69 when any source failed, or only when all did')
        .choices(['any', 'all'])
        .default('all'),
    )
    .addHelpText(
      'after',
      '\nExample (crontab; silent while all is well):\n  * * * * * cd /srv/araz && ARAZ_LOG=error araz poll >/dev/null',
    )
    .action(async (options: PollOptions, command: Command) => {
      const context = await contextOf(command);
      context.refuseDemo();
      const app = await context.openApp();
      tellWarnings(app.setup, context);
      try {
        const summary = await pollOnce(app, options, context.output);
        process.exitCode = exitCodeAfter(summary, options);
      } finally {
        await app.close();
      }
    });
}

/** On a terminal all of them; cron, which comes each minute, has one line in the log. */
function tellWarnings({ warnings }: Setup, { output, log }: Context): void {
  if (warnings.length === 0) return;
  if (process.stderr.isTTY) for (const warning of warnings) output.note(warning);
  else
    log.warn('the configuration works but has warnings; araz check shows them', {
      warnings: warnings.length,
    });
}

async function pollOnce(app: App, options: PollOptions, output: Output): Promise<RunSummary> {
  const { source: only, all } = options;
  if (only !== undefined) checkSources(only, app.setup);
  const { runOnce } = await import('../../app/run-once.ts');
  const summary = await runOnce(app, {
    ...(only === undefined ? {} : { only }),
    all: all === true || only !== undefined,
    ...stopSignal(),
    onReport: createProgress(output),
  });
  const { reports, published, ...counts } = summary;
  const polls = reports.map((report) => report.poll);
  output.result({ ...counts, polls, published }, summaryLines(summary));
  for (const line of refusedLines(published)) output.problem(line);
  if (isNothingReached(summary)) output.problem(nothingReachedLine);
  return summary;
}

function exitCodeAfter(summary: RunSummary, { failOn }: PollOptions): number {
  if (refusedLines(summary.published).length > 0) return exitCodes.fault;
  const isBad = isNothingReached(summary) || (failOn === 'any' && summary.failed > 0);
  return isBad ? exitCodes.unreachable : exitCodes.done;
}

/** Throws `usage` for an id that is not an enabled source, naming those that are near. */
function checkSources(ids: readonly string[], setup: Setup): void {
  for (const id of ids) {
    if (setup.sources.has(id)) continue;
    const declared = setup.config.sources.find((source) => source.id === id);
    const why = declared === undefined ? 'is not in the configuration' : 'is not enabled';
    const near = declared === undefined && findNearest(id, setup.sources.keys());
    const cure = near ? `did you mean "${near}"?` : 'araz sources lists the ids';
    throw new AppError('usage', `source "${id}" ${why}; ${cure}`);
  }
}
