import { expect, test } from 'vitest'
import { keptSessions } from '../../renderer/platform/keptSessions.ts'
import { identityOf } from '../../shared/session/identity.ts'

/** A browser's storage. */
function storage(room = Infinity): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

test('a browser is one person, and comes back into the sessions it was in', async () => {
  const kept = storage()
  const { secretKey } = await keptSessions(() => kept).identity()
  expect(identityOf(secretKey).person).toHaveLength(22)
  const again = keptSessions(() => kept)
  expect(await again.identity()).toEqual({ secretKey })
  const lineage = 'a'.repeat(32)
  expect(await again.membership({ lineage })).toEqual({ value: null })
  await again.keepMembership({ lineage, value: 'secret' })
  expect(await again.membership({ lineage })).toEqual({ value: 'secret' })
  await again.dropMembership({ lineage })
  expect(await again.membership({ lineage })).toEqual({ value: null })
})

test('a browser that keeps no more says so', async () => {
  const full = storage(0)
  await expect(keptSessions(() => full).identity()).rejects.toMatchObject({ code: 'disk-full' })
})
