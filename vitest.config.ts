import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/shared-folder.ts'],
    // Real browsers and real builds on two slow cores: generous, since a test that times out says nothing.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Tests wait for browsers and commands: with a third worker two processors are never idle.
    maxWorkers: 3,
    // Loading the program anew for each of 180 files takes longer than most of their tests; no test may leave anything behind.
    isolate: false,
  },
});
