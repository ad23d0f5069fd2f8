import path from 'node:path'
import { build } from 'vite'

const root = path.join(import.meta.dirname, '../../..')

/** Where the built page is. */
export const PEER_PAGE = path.join(root, 'out/peer')

/** Builds the page. About a second. */
export async function buildPeer(): Promise<void> {
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: PEER_PAGE,
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { output: { strictExecutionOrder: true } },
    },
  })
}
