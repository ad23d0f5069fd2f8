import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeAtomically } from '../../electron/main/writeAtomically.ts'
import { tempFolder } from '../support/tempFolder.ts'

test('writes a new file, and replaces one', async () => {
  const folder = tempFolder()
  const file = path.join(folder, 'a.png')
  await writeAtomically(file, new Uint8Array([1, 2]))
  expect([...readFileSync(file)]).toEqual([1, 2])
  await writeAtomically(file, 'text')
  expect(readFileSync(file, 'utf8')).toBe('text')
  expect(readdirSync(folder)).toEqual(['a.png'])
})

test('a target that cannot be replaced leaves no temporary file', async () => {
  const folder = tempFolder()
  mkdirSync(path.join(folder, 'a.png'))
  await expect(writeAtomically(path.join(folder, 'a.png'), 'x')).rejects.toThrow('EISDIR')
  expect(readdirSync(folder)).toEqual(['a.png'])
})

test('a folder that is gone', async () => {
  await expect(writeAtomically(path.join(tempFolder(), 'gone', 'a.png'), 'x')).rejects.toMatchObject({
    code: 'ENOENT',
  })
})

test('a link keeps pointing at its file', async () => {
  const folder = tempFolder()
  writeFileSync(path.join(folder, 'real.png'), 'old')
  symlinkSync(path.join(folder, 'real.png'), path.join(folder, 'link.png'))
  await writeAtomically(path.join(folder, 'link.png'), 'new')
  expect(readFileSync(path.join(folder, 'real.png'), 'utf8')).toBe('new')
})
