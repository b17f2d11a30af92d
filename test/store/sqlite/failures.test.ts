import { describe, expect, it } from 'vitest';
import { isDamage, storeFailure } from '../../../src/store/sqlite/failures.ts';

const failure = (code: string) => Object.assign(new Error('disk I/O error'), { code });

describe('what a failure says of the file', () => {
  it.each(['SHMSIZE', 'WRITE', 'FSYNC', 'TRUNCATE'])(
    'is nothing where the disk was full: IOERR_%s',
    (kind) => {
      const error = failure(`SQLITE_IOERR_${kind}`);
      expect(isDamage(error)).toBe(false);
      expect(isDamage(storeFailure(error))).toBe(false);
      expect(storeFailure(error)).toMatchObject({
        code: 'io',
        message: expect.stringContaining('how much room is left'),
      });
    },
  );

  it.each(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ'])(
    'is that it cannot be read: %s',
    (code) => {
      expect(isDamage(failure(code))).toBe(true);
    },
  );
});
