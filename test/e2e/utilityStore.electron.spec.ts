import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { expect, test } from './support/app.ts'

/**
 * Users' Electron runs the store as a utility process. Where tests run on an older one, which cannot load the
 * database there, the line to it is still proven: both of its ends as they are, around a store without a database.
 */
test('the store can be a utility process that windows reach by ports of their own', async ({ folder }) => {
  const source = path.join(import.meta.dirname, 'support/utilityApp')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      rolldownOptions: {
        input: { main: path.join(source, 'main.ts'), store: path.join(source, 'store.ts') },
        external: ['electron'],
      },
    },
    ssr: { noExternal: true },
  })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module', main: 'main.js' }))

  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...asRoot, folder, `--user-data-dir=${path.join(folder, 'profile')}`]
  const electron = createRequire(import.meta.url)('electron') as string // outside of Electron: the program's path
  const { stdout } = await promisify(execFile)(electron, args, { timeout: 30_000 })
  expect(JSON.parse(/^result (.*)$/m.exec(stdout)?.[1] ?? 'null')).toEqual({
    located: { file: '/data/x' },
    updates: [[1, 2, 3]],
    refused: 'bad-request',
    left: ['s1'],
    ended: 'exit code 0',
  })
})
