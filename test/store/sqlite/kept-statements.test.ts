import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const room = path.resolve(import.meta.dirname, '../../../src/store/sqlite');

describe('statements of better-sqlite3', () => {
  it('are made in one place, where they are held, and nowhere else', () => {
    const makers = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => {
      if (!file.endsWith('.ts') || file === 'kept-statements.ts') return false;
      const text = readFileSync(path.join(room, file), 'utf8');
      return /\.(?:pragma|iterate|backup|prepare)[<(]/.test(text);
    });
    expect(makers).toEqual([]);
  });
});
