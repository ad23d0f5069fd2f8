import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createTemplateFolder } from '../../electron/main/templateFolder.ts'
import { MOST_TEMPLATE_BYTES } from '../../shared/ipc/desktopContract.ts'
import { tempFolder } from '../support/tempFolder.ts'

test('what is kept is there again, for a folder that was not there, too', async () => {
  const folder = path.join(tempFolder(), 'templates')
  expect(await createTemplateFolder(folder).all()).toEqual([])
  expect(await createTemplateFolder(folder).keep('Our way', '{"a":1}')).toBe('Our way.json')
  expect(await createTemplateFolder(folder).all()).toEqual([{ file: 'Our way.json', content: '{"a":1}' }])
})

test('a name that is taken gets a number, even when both are kept at once', async () => {
  const folder = tempFolder()
  const templates = createTemplateFolder(folder)
  const files = await Promise.all([templates.keep('Stay', '1'), templates.keep('stay', '2')])
  expect(files).toEqual(['Stay.json', 'stay 2.json'])
  expect(await templates.all()).toHaveLength(2)
})

test('a name cannot lead out of the folder', async () => {
  const parent = tempFolder()
  const folder = path.join(parent, 'templates')
  const templates = createTemplateFolder(folder)
  expect(await templates.keep('../../evil', '{}')).toBe('-..-evil.json')
  expect(await templates.keep('...', '{}')).toBe('Template.json')
  writeFileSync(path.join(parent, 'other.json'), 'keep me')
  for (const file of ['../other.json', '..\\other.json', path.join(parent, 'other.json'), 'other.txt', ''])
    await expect(templates.drop(file)).rejects.toMatchObject({ code: 'bad-request' })
  expect(existsSync(path.join(parent, 'other.json'))).toBe(true)
})

test('dropping deletes one file, and nothing if it is gone already', async () => {
  const folder = tempFolder()
  const templates = createTemplateFolder(folder)
  await templates.keep('A', '1')
  await templates.keep('B', '2')
  await templates.drop('A.json')
  await templates.drop('A.json')
  expect(readdirSync(folder)).toEqual(['B.json'])
})

test('what is too large is named without content, and is not written', async () => {
  const folder = tempFolder()
  const templates = createTemplateFolder(folder)
  writeFileSync(path.join(folder, 'Huge.json'), '')
  truncateSync(path.join(folder, 'Huge.json'), MOST_TEMPLATE_BYTES + 1)
  expect(await templates.all()).toEqual([{ file: 'Huge.json', content: null }])
  await expect(templates.keep('More', 'é'.repeat(MOST_TEMPLATE_BYTES))).rejects.toMatchObject({
    code: 'too-large',
  })
})

test('other things in the folder are left alone', async () => {
  const folder = tempFolder()
  mkdirSync(path.join(folder, 'sub.json'))
  writeFileSync(path.join(folder, 'notes.txt'), '')
  writeFileSync(path.join(folder, '.hidden.json'), '')
  expect(await createTemplateFolder(folder).all()).toEqual([])
})
