import { expect, test } from 'vitest'
import { createPointers, IDLE_MS } from '../../../renderer/canvas/others/pointers.ts'
import type { Other } from '../../../renderer/canvas/others/others.ts'
import { personNamed } from '../../support/fakeLive.ts'

const at = (name: string, x?: number): Other => ({
  person: personNamed(name),
  name,
  color: 1,
  presence: { person: personNamed(name), ...(x !== undefined && { cursor: [x, 0] }) },
})

test('a pointer fades once it has rested, comes back when it moves, and goes with its person', () => {
  const pointers = createPointers()
  pointers.update([at('ana', 1)], 0)
  expect(pointers.shown(IDLE_MS - 1)[0]?.idle).toBe(false)
  expect(pointers.nextIdle(0)).toBe(IDLE_MS)
  pointers.update([at('ana', 1)], IDLE_MS)
  expect(pointers.shown(IDLE_MS)[0]?.idle).toBe(true)
  pointers.update([at('ana', 2)], IDLE_MS + 1)
  expect(pointers.shown(IDLE_MS + 1)[0]?.idle).toBe(false)
  pointers.update([], IDLE_MS + 2)
  expect(pointers.shown(IDLE_MS + 2)).toEqual([])
})

test('who hides their pointer has none', () => {
  const pointers = createPointers()
  pointers.update([at('ana')], 0)
  expect(pointers.count()).toBe(0)
})

test('of hundreds only those are shown that moved last', () => {
  const pointers = createPointers()
  const people = Array.from({ length: 500 }, (_, index) => at(`p${index}`, 0))
  pointers.update(people, 0)
  pointers.update([...people.slice(1), at('p0', 5)], 100)
  const shown = pointers.shown(100)
  expect(shown.length).toBeLessThanOrEqual(60)
  expect(shown[0]?.name).toBe('p0')
})
