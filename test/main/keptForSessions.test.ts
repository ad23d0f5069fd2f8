import { expect, test } from 'vitest'
import { createMemberships, type KeptMemberships } from '../../electron/main/memberships.ts'
import { ownIdentity, keptIdentity, type KeptIdentity } from '../../electron/main/ownIdentity.ts'
import type { SealedFile } from '../../electron/main/sealedFile.ts'
import { identityOf } from '../../shared/session/identity.ts'

/** A file in memory that can be full. */
function fileOf<T>(content?: T) {
  const kept = { content, writes: 0, full: false }
  const file: SealedFile<T> = {
    read: async () => kept.content,
    async write(value) {
      if (kept.full) throw new Error('disk full')
      kept.writes++
      kept.content = value
    },
  }
  return { file, kept }
}

const lineage = (number: number): string => number.toString(16).padStart(32, '0')

test('an installation is one person, also for two windows that ask at once, and after the next start', async () => {
  const { file, kept } = fileOf<KeptIdentity>()
  const own = ownIdentity(file)
  const [a, b] = await Promise.all([own(), own()])
  expect(a).toEqual(b)
  expect(kept.writes).toBe(1)
  expect(identityOf(a.secretKey).person).toHaveLength(22)
  expect(await ownIdentity(file)()).toEqual(a)
})

test('a person that cannot be kept is an error, and is made when there is room again', async () => {
  const { file, kept } = fileOf<KeptIdentity>()
  const own = ownIdentity(file)
  kept.full = true
  await expect(own()).rejects.toThrow()
  kept.full = false
  expect(await own()).toEqual(kept.content)
})

test.each(['', 'AAAA', 'A'.repeat(43), '_'.repeat(43), 'not base64!'])('%s is no secret key', (secretKey) =>
  expect(keptIdentity.safeParse({ secretKey }).success).toBe(false),
)

test('memberships are kept by lineage, the newest 50, and can be dropped', async () => {
  const { file, kept } = fileOf<KeptMemberships>()
  const memberships = createMemberships(file)
  await Promise.all(Array.from({ length: 60 }, (_, i) => memberships.keep(lineage(i), `secret ${i}`)))
  await memberships.keep(lineage(20), 'newer')
  expect(kept.content).toHaveLength(50)
  expect([await memberships.of(lineage(20)), await memberships.of(lineage(9))]).toEqual(['newer', undefined])
  await memberships.drop(lineage(20))
  await memberships.drop(lineage(20))
  const later = createMemberships(file)
  expect([await later.of(lineage(20)), await later.of(lineage(59))]).toEqual([undefined, 'secret 59'])
})

test('what is kept already is not written again, and a failure is told and holds nothing up', async () => {
  const { file, kept } = fileOf<KeptMemberships>()
  const memberships = createMemberships(file)
  await memberships.keep(lineage(1), 'a')
  await memberships.keep(lineage(1), 'a')
  expect(kept.writes).toBe(1)
  kept.full = true
  await expect(memberships.keep(lineage(2), 'b')).rejects.toThrow('disk full')
  expect(await memberships.of(lineage(2))).toBeUndefined()
  kept.full = false
  await memberships.keep(lineage(2), 'b')
  expect(await memberships.of(lineage(2))).toBe('b')
})
