import fc from 'fast-check';

/** One seed for every property, so that a run repeats; ARAZ_TEST_SEED tries others. */
fc.configureGlobal({ seed: Number(process.env['ARAZ_TEST_SEED'] ?? 20260207) });
