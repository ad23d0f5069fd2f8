import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sealedFile, type SystemCipher } from '../../electron/main/sealedFile.ts'
import { tempFolder } from '../support/tempFolder.ts'

const schema = z.object({ secret: z.string() })

/** Keys of a system: another number, other keys. Not secure. */
const cipher = (number: number, available = true): SystemCipher => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ number)),
  decryptString: (sealed) => Buffer.from(sealed.map((byte) => byte ^ number)).toString(),
})

const at = (file: string, by: SystemCipher) => {
  const errors: unknown[] = []
  return { kept: sealedFile(file, schema, by, (error) => errors.push(error)), errors }
}

test('what is written is there again, unreadable in the file, and for this user only', async () => {
  const file = path.join(tempFolder(), 'identity.json')
  const { kept } = at(file, cipher(7))
  expect(await kept.read()).toBeUndefined()
  await kept.write({ secret: 'mine' })
  expect(await at(file, cipher(7)).kept.read()).toEqual({ secret: 'mine' })
  expect(readFileSync(file, 'utf8')).not.toContain('mine')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('where the system keeps no keys it is kept all the same, and is read once it does', async () => {
  const file = path.join(tempFolder(), 'identity.json')
  await at(file, cipher(7, false)).kept.write({ secret: 'mine' })
  expect(await at(file, cipher(7)).kept.read()).toEqual({ secret: 'mine' })
})

test.each(['', '{', '{"open":"{}"}', '{"open":1}', '{"sealed":"AAAA"}', '[]'])(
  'a file with %j counts as not there, and is set aside',
  async (content) => {
    const folder = tempFolder()
    const file = path.join(folder, 'identity.json')
    writeFileSync(file, content)
    const { kept, errors } = at(file, cipher(7))
    expect(await kept.read()).toBeUndefined()
    expect(errors).toHaveLength(1)
    const [aside = ''] = readdirSync(folder)
    expect(aside).toMatch(/^identity\.json\.unreadable-\d+$/)
    expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(content)
  },
)

test('a file that was written with other keys of the system is kept until they are back', async () => {
  const folder = tempFolder()
  const file = path.join(folder, 'identity.json')
  await at(file, cipher(7)).kept.write({ secret: 'mine' })
  expect(await at(file, cipher(9)).kept.read()).toBeUndefined()
  expect(readdirSync(folder)).toHaveLength(1)
})
