import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**'],
    setupFiles: ['test/support/seeded-properties.ts'],
    // Only against what hangs: tests assert behaviour, and a busy machine starts programs slowly.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC' },
  },
});
