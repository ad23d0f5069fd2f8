import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exportTo, importFrom } from '../../electron/main/transferFiles.ts'
import { MOST_IMPORT_BYTES } from '../../shared/ipc/desktopContract.ts'
import { tempFolder } from '../support/tempFolder.ts'

test('an export is written where the user chose', async () => {
  const file = path.join(tempFolder(), 'Board.png')
  expect(await exportTo(file, 'x.png', new Uint8Array([9]))).toEqual({ result: 'done', name: 'Board.png' })
  expect([...readFileSync(file)]).toEqual([9])
})

test('an export without a place is cancelled; one that cannot be written says why', async () => {
  expect(await exportTo(null, 'x.png', new Uint8Array())).toEqual({ result: 'cancelled' })
  expect(await exportTo(path.join(tempFolder(), 'no', 'x.png'), 'x.png', new Uint8Array())).toEqual({
    result: 'failed',
    code: 'not-found',
    name: 'x.png',
  })
})

test('an import is read', async () => {
  const file = path.join(tempFolder(), 'reviews.csv')
  writeFileSync(file, 'a,b\n')
  expect(await importFrom(file)).toEqual({
    result: 'done',
    name: 'reviews.csv',
    data: new Uint8Array(Buffer.from('a,b\n')),
  })
})

test('an import without a file, of a missing, and of a too large one', async () => {
  const folder = tempFolder()
  expect(await importFrom(null)).toEqual({ result: 'cancelled' })
  expect(await importFrom(path.join(folder, 'no.csv'))).toEqual({
    result: 'failed',
    code: 'not-found',
    name: 'no.csv',
  })
  const large = path.join(folder, 'large.csv')
  writeFileSync(large, '')
  truncateSync(large, MOST_IMPORT_BYTES + 1)
  expect(await importFrom(large)).toEqual({ result: 'failed', code: 'import-too-large', name: 'large.csv' })
  truncateSync(large, MOST_IMPORT_BYTES)
  expect(await importFrom(large)).toMatchObject({ result: 'done' })
})
