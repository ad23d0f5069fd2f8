import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

// Targets are pinned to the oldest runtime the app is run on (see the README on the stand-in Electron).
const NODE = 'node20.18'
const CHROME = 'chrome130'

export default defineConfig({
  main: {
    build: {
      target: NODE,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          store: 'electron/store/index.ts',
          host: 'electron/host/index.ts',
          signalling: 'electron/host/standalone.ts',
          engine: 'electron/engine/standalone.ts',
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      sourcemap: true,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        // A sandboxed preload cannot be ESM.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      sourcemap: true,
      minify: true,
      // Fonts stay files of their own: the content policy allows no data: URLs.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: path.join(root, 'renderer/index.html'),
          // What guests get from the session's server.
          guest: path.join(root, 'renderer/guest.html'),
        },
        // Without it shared chunks run before the first lines of main.tsx, which set up zod for the content policy.
        output: { strictExecutionOrder: true },
      },
    },
    server: { host: '127.0.0.1' },
  },
})
