import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { idPattern } from '../domain/ids.ts';
import { readStanding } from '../publish/read-standing.ts';
import { findDocument } from '../publish/write-file.ts';

/** Feed ids of ours: `tag:` and authority and date (RFC 4151 §2.1), then the topic. */
const feedId = /^tag:([a-z0-9.-]+,\d{4}(?:-\d\d){0,2}):topic\//i;

/**
 * The authority of the `tag:` URIs in the published tree: that of the topic which changed last.
 * Undefined where nothing of ours stands there. A new store beside a tree is one that was lost: ids
 * are drawn from the items under their authority, so with the former one they are the same again, and
 * what else the documents tell is learnt when they are published.
 */
export async function findTreeAuthority(treeDir: string): Promise<string | undefined> {
  const folder = path.join(treeDir, 'topics');
  // No tree, or none that can be read, tells nothing; writing it will say why it cannot be.
  const names = await readdir(folder).catch(() => []);
  const topicIds = names.filter((name) => idPattern.test(name));
  let newest: { readonly authority: string; readonly updated: number } | undefined;
  for (const id of topicIds) {
    const body = await findDocument(treeDir, `topics/${id}/atom.xml`);
    const standing = body === undefined ? undefined : readStanding(body);
    const authority = feedId.exec(standing?.feedId ?? '')?.[1];
    const updated = standing?.updated ?? 0;
    if (authority === undefined || (newest !== undefined && newest.updated >= updated)) continue;
    newest = { authority, updated };
  }
  return newest?.authority;
}
