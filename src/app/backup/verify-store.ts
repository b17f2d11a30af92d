import { setTimeout } from 'node:timers/promises';
import { AppError, messageOf } from '../../domain/errors.ts';
import { second } from '../../domain/instant.ts';
import type { DocumentGlance } from '../../domain/selection.ts';
import type { Store } from '../../domain/store.ts';
import type { AuditFinding, StoreAudit, StoreFile } from '../../domain/store-file.ts';
import { archiveDocument } from '../../publish/archive.ts';
import { variantFolder } from '../../publish/build-publication.ts';
import { findDocumentFault, hasFalseForm, listFalseForms } from '../../publish/check-tree.ts';
import { openStore } from '../../store/open-store.ts';

export interface VerifyRequest {
  readonly store: StoreFile;
  /** The published tree, where it is to be looked at. */
  readonly treeDir?: string;
  readonly onStep: (step: string) => void;
}

export interface Verification extends StoreAudit {
  /** Documents that the store says were written. */
  readonly documentsChecked: number;
  /** Why the tree could not be held against the store, where that is no fault of either. */
  readonly treeUnchecked?: string;
}

/** Whoever publishes meanwhile has written some documents and not yet said so: asked again so often. */
const attemptsMax = 5;
const pauseMs = second;

/**
 * Holds the store against its own digests and rules, and the published tree against the store. Writes
 * nothing. Throws `not-found` without a store, `config` for one of another program or a newer Araz.
 */
export async function verifyStore(request: VerifyRequest): Promise<Verification> {
  const { store, treeDir, onStep } = request;
  if (!store.exists()) {
    const cure = treeDir === undefined ? 'name a backup' : 'run a poll first, or name a backup';
    throw new AppError('not-found', `${store.path}: there is nothing to check; ${cure}`);
  }
  onStep('checking the store');
  const audit = store.audit();
  if (treeDir === undefined) return { ...audit, documentsChecked: 0 };
  onStep('checking the published tree');
  try {
    const tree = await checkTree(store, treeDir);
    const findings = [...audit.findings, ...tree.findings];
    return { ...audit, findings, documentsChecked: tree.documents };
  } catch (error) {
    // Of an earlier release, which the next run brings up to date; or damaged, which was found above.
    const isExpected = isOfEarlierRelease(error) || audit.findings.length > 0;
    if (!isExpected) throw error;
    return { ...audit, documentsChecked: 0, treeUnchecked: messageOf(error) };
  }
}

function isOfEarlierRelease(error: unknown): boolean {
  return error instanceof AppError && error.code === 'unavailable';
}

interface TreeCheck {
  readonly documents: number;
  readonly findings: readonly AuditFinding[];
}

/** Looks at every document once, and again at those that were not as they should be. */
async function checkTree(store: StoreFile, treeDir: string): Promise<TreeCheck> {
  const open = await openStore({ url: `sqlite:${store.path}`, readOnly: true, inProcess: true });
  try {
    const documents = await listPublished(open);
    const suspects = new Set([
      ...(await listFalseForms(treeDir)),
      ...documents.map(({ path }) => path),
    ]);
    let faults = await findFaults([...suspects], documents, treeDir);
    for (let attempt = 1; faults.size > 0 && attempt < attemptsMax; attempt += 1) {
      await setTimeout(pauseMs);
      faults = await findFaults([...faults.keys()], await listPublished(open), treeDir);
    }
    return { documents: documents.length, findings: [...faults].map(findingOf) };
  } finally {
    await open.close();
  }
}

/** What is wrong with these documents, by path. */
async function findFaults(
  paths: readonly string[],
  documents: readonly DocumentGlance[],
  treeDir: string,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map(documents.map((document) => [document.path, document]));
  const faults = new Map<string, string>();
  for (const path of paths) {
    const document = wanted.get(path);
    const fault =
      (document && (await findDocumentFault(treeDir, document))) ??
      ((await hasFalseForm(treeDir, path)) ? falseForm : undefined);
    if (fault !== undefined) faults.set(path, fault);
  }
  return faults;
}

const falseForm = 'and its coded forms (.gz, .br) say different things';

function findingOf([where, what]: readonly [string, string]): AuditFinding {
  return { part: 'tree', where, what, cure: '`araz publish` writes it again' };
}

/** Documents that were put in place, and the archive pages they lead to. */
async function listPublished(store: Store): Promise<readonly DocumentGlance[]> {
  const documents: DocumentGlance[] = [];
  for (const { topicId, published } of await store.listTopicStates()) {
    if (published === undefined) continue;
    documents.push(...published.documents);
    const paths = new Set(published.documents.map(({ path }) => path));
    for (const page of await store.listArchivePages(topicId)) {
      if (!paths.has(`${variantFolder(topicId, page.variant)}atom.xml`)) continue;
      const { path } = archiveDocument(page, '');
      documents.push({ path, bytes: page.bytes, hash: page.hash });
    }
  }
  return documents;
}
