import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  cacheDir: join(tmpdir(), `fichero-vite-${process.getuid?.() ?? 0}`),
  test: {
    globalSetup: ['server/testing/database.ts'],
    include: ['server/**/*.test.ts', 'bench/**/*.test.ts', 'web/**/*.test.ts', 'client/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
