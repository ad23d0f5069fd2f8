import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

/** Planted line by line: where, what, and the rule that must refuse it. */
const REFUSED: ReadonlyArray<readonly [folder: string, code: string, rule?: string]> = [
  ['shared/model', `import 'electron'`],
  ['shared/model', `import 'react'`],
  ['shared/model', `import 'konva'`],
  ['shared/model', `import 'better-sqlite3'`],
  ['shared/model', `import 'node:fs'`],
  ['shared/model', `import '../../renderer/editor/editor.ts'`],
  ['shared/model', `import '../../electron/main/windows.ts'`],
  ['electron/main', `import 'react'`],
  ['electron/main', `import 'better-sqlite3'`],
  ['electron/main', `import 'yjs'`],
  ['electron/main', `import '../store/index.ts'`],
  ['electron/main', `import '../preload/index.ts'`],
  ['electron/main', `import '../../renderer/app/App.tsx'`],
  ['electron/store', `import 'electron'`],
  ['electron/store', `import 'konva'`],
  ['electron/store/migrations', `import '../../main/windows.ts'`],
  ['electron/store', `import '../../renderer/sync/saveDocument.ts'`],
  ['electron/host', `import 'electron'`],
  ['electron/host', `import 'yjs'`],
  ['electron/host', `import '../main/windows.ts'`],
  ['electron/preload', `import 'node:fs'`],
  ['electron/preload', `import 'yjs'`],
  ['electron/preload', `import '../main/windows.ts'`],
  ['electron/preload', `import '../../shared/model/shape.ts'`],
  ['renderer/editor', `import 'react'`],
  ['renderer/editor', `import 'konva'`],
  ['renderer/editor/tools', `import 'react-konva'`],
  ['renderer/editor/tools', `import '../../canvas/paint.ts'`],
  ['renderer/editor', `import '../ui/Button.tsx'`],
  ['renderer/editor', `import '../app/App.tsx'`],
  ['renderer/editor', `import '../platform/platform.ts'`],
  ['renderer/canvas', `import '../app/App.tsx'`],
  ['renderer/canvas', `import '../ui/Button.tsx'`],
  ['renderer/canvas', `import '../sync/save.ts'`],
  ['renderer/canvas', `import 'yjs'`],
  ['renderer/app', `import 'konva'`],
  ['renderer/app', `import 'konva/lib/Stage'`],
  ['renderer/app', `import 'react-konva'`],
  ['renderer/export', `import 'konva'`],
  ['renderer/ui', `import 'react-konva'`],
  ['renderer/sync', `import 'react'`],
  ['renderer/sync', `import '../editor/editor.ts'`],
  ['renderer/sync', `import '../app/App.tsx'`],
  ['renderer/ui', `import '../app/App.tsx'`],
  ['renderer/ui', `import '../editor/editor.ts'`],
  ['renderer/ui', `import '../platform/platform.ts'`],
  ['renderer/ui', `import '../../shared/model/shape.ts'`],
  ['renderer/i18n', `import '../app/App.tsx'`],
  ['renderer/platform', `import '../app/App.tsx'`],
  ['renderer/import', `import '../app/App.tsx'`],
  ['renderer/export', `import '../app/App.tsx'`],
  ['renderer/session', `import '../app/App.tsx'`],
  ['renderer/session', `import 'y-webrtc'`],
  ['renderer/journey', `import '../app/App.tsx'`],
  ['renderer/journey/pains', `import '../../app/useStore.ts'`],
  ['renderer/journey/pains', `import '../../sync/assets.ts'`],
  ['renderer/journey', `import 'konva'`],
  ['renderer/storyboard', `import '../app/App.tsx'`],
  ['renderer/storyboard', `import '../sync/assets.ts'`],
  ...['app', 'canvas', 'editor', 'export', 'i18n', 'import', 'journey', 'platform', 'sync', 'ui'].flatMap(
    (folder) =>
      [
        [`renderer/${folder}`, `import 'electron'`],
        [`renderer/${folder}`, `import 'node:path'`],
        [`renderer/${folder}`, `import 'better-sqlite3'`],
        [`renderer/${folder}/deep/down`, `import '../../../../electron/main/windows.ts'`],
      ] as const,
  ),
  // However it is imported.
  ['shared/model', `import type { Node } from 'konva'\nexport type Shape = Node`],
  ['shared/model', `export { Stage } from 'konva'`],
  ['shared/model', `export const konva = () => import('konva')`],
  ['renderer/editor', `export const paint = () => import('../canvas/paint.ts')`],
  // What the desktop offers is behind renderer/platform.
  ['renderer/app', `export const desktop = window.throughline`, 'no-restricted-properties'],
  ['renderer/app', `export const { throughline } = window`, 'no-restricted-properties'],
  ['renderer/app', `export const desktop = globalThis['throughline']`, 'no-restricted-properties'],
  ['shared/model', `export const parse = (value: any): string => value`, 'no-explicit-any'],
  ['shared/model', `const value = 1\nexport default value`, 'no-default-export'],
]

const ALLOWED: ReadonlyArray<readonly [folder: string, code: string]> = [
  [
    'shared/model',
    `import 'yjs'\nimport 'zod'\nimport 'nanoid'\nimport '../geometry/vec.ts'\nimport './shape.ts'`,
  ],
  ['shared/i18n', `import 'i18next'\nimport '../../resources/locales/en.json'`],
  [
    'electron/main',
    `import 'electron'\nimport 'node:fs/promises'\nimport '../../shared/ipc/rpc.ts'\nimport './menu.ts'`,
  ],
  [
    'electron/store',
    `import 'better-sqlite3'\nimport 'yjs'\nimport 'node:fs'\nimport '../../shared/model/ids.ts'`,
  ],
  ['electron/store/migrations', `import '../database.ts'`],
  ['electron/preload', `import 'electron'\nimport '../../shared/ipc/preloadApi.ts'`],
  ['renderer/editor/tools', `import '../editor.ts'\nimport '../../../shared/geometry/vec.ts'`],
  [
    'renderer/canvas',
    `import 'react'\nimport 'konva'\nimport 'konva/lib/Stage'\nimport 'react-konva'\nimport '../editor/editor.ts'`,
  ],
  ['renderer/sync', `import 'yjs'\nimport '../platform/platform.ts'\nimport '../../shared/ipc/rpc.ts'`],
  [
    'renderer/ui',
    `import 'react'\nimport '@base-ui/react/menu'\nimport '../i18n/useTranslate.ts'\nimport './button.css'`,
  ],
  [
    'renderer/app',
    `import 'react'\nimport '../ui/Button.tsx'\nimport '../canvas/BoardCanvas.tsx'\nimport '../editor/editor.ts'`,
  ],
  [
    'renderer/journey/pains',
    `import 'react'\nimport 'lucide-react'\nimport '../../ui/Button.tsx'\nimport '../../editor/editor.ts'`,
  ],
  ['renderer/platform', `export const desktop = window.throughline`],
]

const project = path.join(import.meta.dirname, '../..')
const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

/** Rules that each planted file broke. */
const broken = new Map<string, Set<string>>()
let folder = ''

const fileOf = (kind: string, index: number, where: string) => `${where}/${kind}${index}.ts`

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-boundaries-'))
  const config = z
    .looseObject({})
    .parse(JSON.parse(readFileSync(path.join(project, '.oxlintrc.json'), 'utf8')))
  // Type-aware rules need types of the real packages; none of the planted faults is theirs.
  write('.oxlintrc.json', JSON.stringify({ ...config, options: {} }))
  for (const [index, [where, code]] of REFUSED.entries()) write(fileOf('refused', index, where), `${code}\n`)
  for (const [index, [where, code]] of ALLOWED.entries()) write(fileOf('allowed', index, where), `${code}\n`)
  write('renderer/app/here.ts', `import { there } from './there.ts'\nexport const here = () => there()\n`)
  write('renderer/app/there.ts', `import { here } from './here.ts'\nexport const there = () => here()\n`)
  for (const { code, filename } of lint()) {
    const rules = broken.get(filename) ?? new Set()
    broken.set(filename, rules.add(code.replace(/^.*\(|\)$/g, '')))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

function lint() {
  const manifest = createRequire(import.meta.url).resolve('oxlint/package.json')
  const oxlint = path.join(path.dirname(manifest), 'bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return report.parse(JSON.parse(stdout)).diagnostics
}

test.each(
  REFUSED.map(([where, code, rule = 'no-restricted-imports'], index) => ({ where, code, rule, index })),
)('in $where, refused: $code', ({ where, rule, index }) =>
  expect(broken.get(fileOf('refused', index, where))).toContain(rule),
)

test.each(ALLOWED.map(([where, code], index) => ({ where, code, index })))(
  'in $where, allowed: $code',
  ({ where, index }) => {
    const rules = broken.get(fileOf('allowed', index, where)) ?? new Set()
    expect(['no-restricted-imports', 'no-restricted-properties'].filter((rule) => rules.has(rule))).toEqual(
      [],
    )
  },
)

test('two files that import each other are refused', () => {
  expect(broken.get('renderer/app/here.ts')).toContain('no-cycle')
})
