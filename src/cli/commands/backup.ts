import type { Command } from 'commander';
import type { StoreHoldings } from '../../domain/store-file.ts';
import { isoMinute } from '../../text/iso-minute.ts';
import { type Context, contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findingLines } from '../finding-lines.ts';
import { bytesText, count } from '../output.ts';

export function addBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('copy the store to a file, also while Araz runs, and check the copy')
    .option('--force', 'replace a file that is there already')
    .addHelpText(
      'after',
      '\nThe copy is whole or not there at all, and readable to its owner only: it holds secrets of\n' +
        'subscribers. The configuration is not in it. araz verify FILE checks it again later.\n' +
        '\nExample:\n  araz backup /var/backups/araz/$(date +%F).db',
    )
    .action(async (named: string, options: { readonly force?: boolean }, command: Command) => {
      const context = await contextOf(command);
      const { backupStore } = await import('../../app/backup/backup-store.ts');
      const { storeOf } = await import('../../app/backup/store-of.ts');
      const from = performance.now();
      const outcome = await backupStore({
        ...storeOf(context),
        named,
        mayReplace: options.force === true,
        onStep: (step) => context.output.progress(`${step} …`),
      });
      if (outcome.kind === 'damaged') {
        tellDamage(context, outcome.findings.length);
        context.output.result(outcome, findingLines(outcome.findings));
        return;
      }
      const { file, holdings } = outcome;
      const ms = Math.round(performance.now() - from);
      context.output.result({ kind: 'made', file, ...facts(holdings), ms }, [
        `${file}: ${holdingsText(holdings)}; checked, ${(ms / 1000).toFixed(1)} s`,
      ]);
    });
}

function tellDamage({ output }: Context, findings: number): void {
  process.exitCode = exitCodes.found;
  output.problem(
    `araz: the store is not whole (${count(findings, 'finding')}), so no backup of it was kept; ` +
      'for a copy as it is, stop Araz and copy araz.db*',
  );
}

/** Instants as people and other programs read them. */
export function facts({ lastPollAt, ...holdings }: StoreHoldings): object {
  const lastPoll = lastPollAt === undefined ? null : new Date(lastPollAt).toISOString();
  return { ...holdings, lastPoll };
}

export function holdingsText({
  items,
  stories,
  entries,
  lastPollAt,
  bytes,
}: StoreHoldings): string {
  const polled = lastPollAt === undefined ? 'never polled' : `last poll ${isoMinute(lastPollAt)}`;
  const stored = `${items} items, ${stories} stories, ${entries} entries`;
  return `${stored}, ${polled}, ${bytesText(bytes)}`;
}
