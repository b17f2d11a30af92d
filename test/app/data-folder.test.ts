import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DataFolder } from '../../src/app/data-folder.ts';
import { tempFolder } from '../support/temp-store.ts';

it('says when the database is no more where it was, and when another is', async () => {
  const file = path.join(await tempFolder(), 'araz.db');
  writeFileSync(file, 'one');
  const folder = new DataFolder(path.dirname(file));
  folder.check();
  writeFileSync(file, 'more');
  folder.check();
  renameSync(file, `${file}.old`);
  expect(() => folder.check()).toThrow('was removed or replaced while it was in use');
  writeFileSync(file, 'another');
  expect(() => folder.check()).toThrow(/start again$/);
});

it('has nothing to say of a database that lies elsewhere', async () => {
  const folder = new DataFolder(await tempFolder());
  folder.check();
});
