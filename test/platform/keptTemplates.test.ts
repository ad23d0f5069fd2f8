import { expect, test } from 'vitest'
import { keptTemplates } from '../../renderer/platform/keptTemplates.ts'

/** What a browser keeps for a page, with room for so many characters. */
function storageOf(room = Infinity): Storage {
  const items: Record<string, string> = {}
  const hidden = (value: unknown) => ({ value, enumerable: false })
  return Object.defineProperties(items, {
    getItem: hidden((key: string) => items[key] ?? null),
    setItem: hidden((key: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError')
      items[key] = value
    }),
    removeItem: hidden((key: string) => delete items[key]),
  }) as unknown as Storage
}

test('what is kept is there again, under names of its own', async () => {
  const storage = storageOf()
  storage.setItem('theme', 'dark')
  const kept = keptTemplates(() => storage)
  expect(await kept.keepTemplate({ name: ' Ours ', content: '1' })).toEqual({ file: 'Ours' })
  expect(await kept.keepTemplate({ name: 'Ours', content: '2' })).toEqual({ file: 'Ours 2' })
  expect(await kept.templates()).toEqual([
    { file: 'Ours', content: '1' },
    { file: 'Ours 2', content: '2' },
  ])
  await kept.dropTemplate({ file: 'Ours' })
  expect(await kept.templates()).toEqual([{ file: 'Ours 2', content: '2' }])
  expect(storage.getItem('theme')).toBe('dark')
})

test('a browser that keeps no more says so', async () => {
  const kept = keptTemplates(() => storageOf(3))
  await expect(kept.keepTemplate({ name: 'Ours', content: 'long' })).rejects.toMatchObject({
    code: 'disk-full',
  })
})
