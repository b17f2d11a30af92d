import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../../src/store/sqlite/connect.ts';
import { createSqliteStore } from '../../../src/store/sqlite/store.ts';

const [kept, off, other] = ['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)] as const;
const editor = { at: 9, by: 'Ann', reason: '' };

describe('a join of a story that ended with its split', () => {
  /** As stores have it from the time when a split was taken back under a join. */
  it('is found by the story that its items returned to, and taken back once', async () => {
    const db = connect({ file: ':memory:' });
    const store = createSqliteStore(db);
    onTestFinished(() => store.close());
    for (const id of [kept, off, other]) {
      db.run('INSERT INTO stories (id, entry_id, created_at) VALUES (?, ?, 1)', id, `tag:${id}`);
    }
    const act = (kind: string, storyId: string, undoneBy: number | null) =>
      db.run(
        `INSERT INTO acts (at, by_whom, kind, story_id, reason, other_id, undone_by)
         VALUES (1, 'Ann', ?, ?, '', ?, ?)`,
        kind,
        storyId,
        off,
        undoneBy,
      );
    act('split', kept, null);
    act('join', other, null);
    act('unsplit', kept, null);
    db.run('UPDATE acts SET undone_by = 3 WHERE id = 1');
    const undo = { kind: 'undo', of: 'join', storyId: kept, ...editor } as const;
    expect(await store.commitMove(undo)).toMatchObject({
      kind: 'done',
      act: { kind: 'unjoin' },
      keptId: other,
      otherId: off,
      movedIds: [],
    });
    expect(await store.commitMove(undo)).toMatchObject({ kind: 'nothing-to-undo' });
  });
});
