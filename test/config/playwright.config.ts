import path from 'node:path'
import { defineConfig } from 'playwright/test'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'

const root = path.join(import.meta.dirname, '../..')
const port = process.env['THROUGHLINE_WEB_PORT'] ?? '4173'
const web = `http://127.0.0.1:${port}`
const chromium = await chromiumPath()

// The Node that runs the store where Electron's own is too old (see the README on the stand-in Electron).
process.env['THROUGHLINE_NODE'] ??= process.execPath

export default defineConfig({
  testDir: path.join(root, 'test/e2e'),
  outputDir: path.join(root, 'test-results/e2e'),
  forbidOnly: Boolean(process.env['CI']),
  // A loaded machine starts windows late. What passes only the second time is named at the end, as something to mend.
  retries: 1,
  // More than two at a time only make each other slow on two cores.
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: path.join(root, 'test-results/e2e.json') }]],
  use: { screenshot: 'only-on-failure', viewport: { width: 1280, height: 800 } },
  projects: [
    { name: 'electron', testMatch: '*.electron.spec.ts' },
    {
      name: 'web',
      testMatch: '*.web.spec.ts',
      use: {
        baseURL: web,
        browserName: 'chromium',
        launchOptions: {
          ...(chromium ? { executablePath: chromium } : {}),
          args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
        },
      },
    },
  ],
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --outDir out/renderer --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: web,
    reuseExistingServer: false,
  },
})
