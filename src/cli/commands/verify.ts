import path from 'node:path';
import type { Command } from 'commander';
import type { Verification } from '../../app/backup/verify-store.ts';
import { contextOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findingLines } from '../finding-lines.ts';
import { count } from '../output.ts';

export function addVerify(program: Command): void {
  program
    .command('verify [file]')
    .description('check that the store, or a backup of it, and the published tree are whole')
    .addHelpText(
      'after',
      '\nEvery stored text is held against the digest it was stored with, every document against what was\n' +
        'written; the disk may have changed either. Nothing is written, and Araz may run meanwhile.\n' +
        'Exit code 3 when something is wrong, with what to do about it.',
    )
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      const context = await contextOf(command);
      const { verifyStore } = await import('../../app/backup/verify-store.ts');
      const { backupOf, storeOf } = await import('../../app/backup/store-of.ts');
      const verification = await verifyStore({
        ...(file === undefined ? storeOf(context) : { store: backupOf(path.resolve(file)) }),
        onStep: (step) => context.output.progress(`${step} …`),
      });
      const { findings } = verification;
      if (findings.length > 0) process.exitCode = exitCodes.found;
      context.output.result(verification, [...findingLines(findings), summary(verification)]);
    });
}

function summary(verification: Verification): string {
  const { findings, itemsChecked, itemsUnsealed, documentsChecked, treeUnchecked } = verification;
  const looked = [
    `${itemsChecked - itemsUnsealed} texts`,
    ...(documentsChecked > 0 ? [`${documentsChecked} documents`] : []),
  ].join(' and ');
  const unsealed =
    itemsUnsealed === 0
      ? ''
      : `; ${itemsUnsealed} texts of an earlier release have no digest yet, the next polls give them one`;
  const tree = treeUnchecked === undefined ? '' : `; the tree was not checked: ${treeUnchecked}`;
  const verdict =
    findings.length === 0 ? 'whole' : `not whole, ${count(findings.length, 'finding')}`;
  return `${looked} checked: ${verdict}${unsealed}${tree}`;
}
