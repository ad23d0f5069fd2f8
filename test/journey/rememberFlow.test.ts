import { expect, test } from 'vitest'
import { rememberFlow } from '../../renderer/journey/flow/rememberFlow.ts'
import type { StoryId } from '../../shared/journey/ids.ts'

function storage(initial?: string): Storage {
  const values = new Map(initial === undefined ? [] : [['throughline:flow', initial]])
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as unknown as Storage
}
const [a, b, c] = ['a', 'b', 'c'] as unknown as [StoryId, StoryId, StoryId]

test('each story is gone on with where it was left, and the last one is known', () => {
  const kept = storage()
  const memory = rememberFlow(kept)
  memory.keep(a, 'feelings')
  memory.keep(b, 'pick')
  memory.keep(a, 'today')
  const next = rememberFlow(kept)
  expect([a, b, c].map(next.stepOf)).toEqual(['today', 'pick', undefined])
  expect(next.lastOf([b, c])).toBe(b)
  expect(next.lastOf([a, b])).toBe(a)
  expect(next.lastOf([c])).toBeUndefined()
})

test('only so many are remembered', () => {
  const memory = rememberFlow(storage())
  for (let index = 0; index < 60; index++) memory.keep(`s${index}` as StoryId, 'done')
  expect(memory.stepOf('s9' as StoryId)).toBeUndefined()
  expect(memory.stepOf('s10' as StoryId)).toBe('done')
})

test('what somebody else wrote, and no storage at all, are as if nothing had been written', () => {
  expect(rememberFlow(storage('{"not": "ours"}')).stepOf(a)).toBeUndefined()
  expect(rememberFlow(storage('nonsense')).stepOf(a)).toBeUndefined()
  const memory = rememberFlow(undefined)
  memory.keep(a, 'pick')
  expect(memory.stepOf(a)).toBeUndefined()
})
