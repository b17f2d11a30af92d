import { AppError } from '../domain/errors.ts';
import { canonicalUrl } from '../text/urls.ts';
import { readDocument } from './document.ts';
import { explainIssue, valueAt } from './explain-issue.ts';
import { insertSource } from './insert-source.ts';
import { formatPath, formatProblems } from './problem.ts';
import { type SourceDeclaration, sourceSchema } from './schema.ts';

/** What became of sources that were to be added together. */
export interface AddedSources {
  /** The text with the new sources at the end of the list; comments and layout are kept. */
  readonly text: string;
  readonly added: readonly SourceDeclaration[];
  /** Sources that the file has already, and in which words. */
  readonly skipped: readonly { readonly source: SourceDeclaration; readonly reason: string }[];
}

/**
 * The text with one more source. Throws `AppError`: `conflict` when id or address are there already
 * (http and https, with and without a last slash are one address), `invalid` when the source itself
 * is wrong, `config` when the text is no JSON or its `sources` no list.
 */
export function addSource(text: string, source: SourceDeclaration): string {
  const { text: edited, skipped } = addSources(text, [source]);
  const [first] = skipped;
  if (first !== undefined) throw new AppError('conflict', first.reason);
  return edited;
}

/** The text with more sources; those it has already are skipped with the reason. Throws as `addSource`. */
export function addSources(text: string, sources: readonly SourceDeclaration[]): AddedSources {
  const added: SourceDeclaration[] = [];
  const skipped: { source: SourceDeclaration; reason: string }[] = [];
  let edited = text;
  const known = listKnown(text);
  for (const source of sources) {
    refuseInvalid(source);
    const reason = findConflict(source, known);
    if (reason !== undefined) {
      skipped.push({ source, reason });
      continue;
    }
    edited = insertSource(edited, source);
    known.push({ id: source.id, url: source.url });
    added.push(source);
  }
  return { text: edited, added, skipped };
}

interface KnownSource {
  readonly id: unknown;
  readonly url: unknown;
}

/** Id and address of every entry of the list, as far as they are there. */
function listKnown(text: string): KnownSource[] {
  const read = readDocument(text);
  if (read.kind === 'broken') {
    throw new AppError('config', formatProblems('the configuration', read.problems));
  }
  const { value } = read.document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('config', 'the configuration is no object in { }; correct it first');
  }
  const sources = valueAt(value, ['sources']) ?? [];
  if (!Array.isArray(sources)) {
    throw new AppError('config', '"sources" is no list in [ ]; correct it first');
  }
  return sources.map((entry) => ({ id: valueAt(entry, ['id']), url: valueAt(entry, ['url']) }));
}

function findConflict(
  source: SourceDeclaration,
  known: readonly KnownSource[],
): string | undefined {
  const form = canonicalUrl(source.url) ?? source.url;
  const sameUrl = known.find(
    ({ url }) => typeof url === 'string' && (canonicalUrl(url) ?? url) === form,
  );
  if (sameUrl !== undefined) return `${source.url} is read already, as "${String(sameUrl.id)}"`;
  if (!known.some(({ id }) => id === source.id)) return undefined;
  return `the id "${source.id}" is taken; choose another`;
}

function refuseInvalid(source: SourceDeclaration): void {
  const judged = sourceSchema.safeParse(source);
  if (judged.success) return;
  // The schema is asked as for the first entry of the list, where its examples are found.
  const base = ['sources', 0];
  const findings = judged.error.issues.flatMap((issue) =>
    explainIssue({ ...issue, path: [...base, ...issue.path] }, (path) =>
      valueAt(source, path.slice(base.length)),
    ),
  );
  const lines = findings.map(({ path, message, cure }) => {
    const place = formatPath(path.slice(base.length));
    return `${place === '' ? 'the source' : place} ${message}; ${cure}`;
  });
  throw new AppError('invalid', lines.join('\n'));
}
