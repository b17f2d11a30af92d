import type { Command } from 'commander';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findingLines } from '../finding-lines.ts';
import { count } from '../output.ts';
import { facts, holdingsText } from './backup.ts';

const nextSteps = [
  'Next: araz publish, or start Araz again. What subscribers were told since the backup is learnt from',
  'the published tree, so leave that as it is; what came since is read from its sources again.',
];

export function addRestore(program: Command): void {
  program
    .command('restore <file>')
    .description('put a backup in the place of the store, which is kept beside it')
    .option('--force', 'take a backup although the check finds faults in it')
    .addHelpText(
      'after',
      '\nStop Araz first (systemctl stop araz; with cron, wait for a pass to end). The backup is copied\n' +
        'and checked before anything is touched, and stays where it is.',
    )
    .action(async (named: string, options: { readonly force?: boolean }, command: Command) => {
      const context = await contextOf(command);
      const { restoreStore } = await import('../../app/backup/restore-store.ts');
      const { storeOf } = await import('../../app/backup/store-of.ts');
      const { systemClock } = await import('../../app/system-clock.ts');
      const outcome = await restoreStore({
        store: storeOf(context).store,
        named,
        clock: systemClock,
        log: context.log,
        mayBeDamaged: options.force === true,
        onStep: (step) => context.output.progress(`${step} …`),
      });
      const faults = findingLines(outcome.findings);
      if (outcome.kind === 'damaged') {
        process.exitCode = exitCodes.found;
        context.output.problem(
          `araz: ${named} is not whole (${count(outcome.findings.length, 'finding')}); nothing was touched`,
        );
        context.output.result(outcome, faults);
        return;
      }
      const { holdings, former, findings } = outcome;
      const result = { kind: 'restored', ...facts(holdings), former: former ?? null, findings };
      context.output.result(result, [
        `${named} is the store now: ${holdingsText(holdings)}`,
        ...(former === undefined ? [] : [`What stood there before is ${former}`]),
        ...faults,
        ...nextSteps,
      ]);
    });
}
