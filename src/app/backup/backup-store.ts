import { AppError, messageOf } from '../../domain/errors.ts';
import type { AuditFinding, StoreFile, StoreHoldings } from '../../domain/store-file.ts';
import { checkTarget, type TargetRequest } from './backup-target.ts';
import { codeOf, dropStaged, placeCopy, stageCopy } from './stage-copy.ts';
import { backupOf } from './store-of.ts';

export interface BackupRequest extends Omit<TargetRequest, 'storePath'> {
  readonly store: StoreFile;
  /** Told what is being done, which may take a while. */
  readonly onStep: (step: string) => void;
}

export type BackupOutcome =
  | { readonly kind: 'made'; readonly file: string; readonly holdings: StoreHoldings }
  /** No copy was kept: one of a damaged store would push a good one out of a row of backups. */
  | { readonly kind: 'damaged'; readonly findings: readonly AuditFinding[] };

/**
 * Copies the store, beside whoever works with it, checks the copy and only then gives it its name.
 * Throws `not-found` without a store, `usage` or `conflict` for a file that it may not be, `io`.
 */
export async function backupStore(request: BackupRequest): Promise<BackupOutcome> {
  const { store, mayReplace, onStep } = request;
  if (!store.exists()) {
    throw new AppError(
      'not-found',
      `${store.path}: there is no store yet, so nothing to back up; run a poll first`,
    );
  }
  const target = await checkTarget({ ...request, storePath: store.path });
  try {
    const staged = await stageCopy(target);
    try {
      onStep('copying');
      const findings = copyWhole(store, staged);
      if (findings.length > 0) return { kind: 'damaged', findings };
      const copy = backupOf(staged);
      copy.freeLocks();
      onStep('checking the copy');
      const audit = copy.audit();
      if (audit.findings.length > 0) return { kind: 'damaged', findings: audit.findings };
      const holdings = copy.count();
      await placeCopy(staged, target, mayReplace);
      return { kind: 'made', file: target, holdings };
    } finally {
      await dropStaged(staged);
    }
  } catch (cause) {
    throw toldOf(target, cause);
  }
}

/** Copies one store to a file; what keeps it from being read is answered, not thrown. */
export function copyWhole(store: StoreFile, target: string): readonly AuditFinding[] {
  try {
    store.copyTo(target);
    return [];
  } catch (error) {
    // Whether it is the original or the room for the copy: the original alone can be asked.
    const { findings } = store.audit();
    if (findings.length > 0) return findings;
    throw error;
  }
}

/** An error of the disk names the file that was to be written. */
export function toldOf(target: string, cause: unknown): unknown {
  if (codeOf(cause) === 'EEXIST') {
    return new AppError('conflict', `${target} came to be meanwhile; it was left as it is`);
  }
  if (cause instanceof AppError && cause.code !== 'io') return cause;
  const isOfDisk = cause instanceof AppError || codeOf(cause) !== undefined;
  if (!isOfDisk) return cause;
  const cure = 'see how much room there is and who may write there; nothing was kept';
  return new AppError('io', `${target} was not written: ${messageOf(cause)}; ${cure}`, { cause });
}
