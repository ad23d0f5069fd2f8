import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.join(import.meta.dirname, '../..')

export default defineConfig({
  root,
  cacheDir: path.join(root, 'node_modules/.cache/vitest'),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/fixtures/**'],
    // One less than there are processors would be one on a small machine.
    maxWorkers: 2,
    // Property tests and real files, on a machine that may be busy with something else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: path.join(root, 'test-results/unit.json') }]],
  },
})
