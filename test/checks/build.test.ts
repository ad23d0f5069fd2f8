import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBuilt, markBuilt, sourceHash } from '../../scripts/lib/build.mjs'

let root = ''
const file = (name: string) => path.join(root, name)
const write = (name: string) => {
  mkdirSync(path.dirname(file(name)), { recursive: true })
  writeFileSync(file(name), name)
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'throughline-build-'))
  const sources = [
    'electron/main/index.ts',
    'renderer/app/App.tsx',
    'shared/a.ts',
    'resources/locales/en.json',
  ]
  for (const name of [...sources, 'package-lock.json', 'out/main/index.js', 'out/preload/index.cjs'])
    write(name)
  write('out/renderer/index.html')
  write('out/renderer/guest.html')
  markBuilt(sourceHash(root), root)
})
afterEach(() => rmSync(root, { recursive: true }))

test('nothing is built again while nothing has changed', () => {
  const later = new Date(Date.now() + 60_000)
  utimesSync(file('shared/a.ts'), later, later)
  expect(isBuilt(root)).toBe(true)
})

test.each([
  'electron/main/index.ts',
  'renderer/app/App.tsx',
  'resources/locales/en.json',
  'package-lock.json',
])('a change in %s asks for a build', (name) => {
  appendFileSync(file(name), ' ')
  expect(isBuilt(root)).toBe(false)
})

test('a new, a renamed and a lost file ask for a build', () => {
  write('shared/b.ts')
  expect(isBuilt(root)).toBe(false)
  rmSync(file('shared/b.ts'))
  expect(isBuilt(root)).toBe(true)
  rmSync(file('shared/a.ts'))
  expect(isBuilt(root)).toBe(false)
})

test('half an output asks for a build', () => {
  rmSync(file('out/renderer'), { recursive: true })
  expect(isBuilt(root)).toBe(false)
})
