import { defineConfig } from 'vitest/config';

/** Suites that need Debian packages; `scripts/system-packages.txt` lists them. */
export default defineConfig({
  test: {
    include: ['test/system/**/*.test.ts'],
    setupFiles: ['test/support/seeded-properties.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    env: { TZ: 'UTC' },
  },
});
