import { expect, test } from 'vitest'
import type { Box } from '../../shared/geometry/box.ts'
import { nearestBeside } from '../../shared/geometry/nearestBeside.ts'
import type { Vec } from '../../shared/geometry/vec.ts'

const at = (x: number, y: number): Box => ({ x, y, w: 100, h: 100 })
const [LEFT, RIGHT, DOWN]: readonly Vec[] = [
  [-1, 0],
  [1, 0],
  [0, 1],
]
const from = at(0, 0)
const next = (direction: Vec | undefined, boxes: Readonly<Record<string, Box>>) =>
  nearestBeside(from, direction ?? [0, 0], Object.entries(boxes))

test('the nearest ahead is next, and what lies behind never', () => {
  const boxes = { near: at(150, 0), far: at(300, 0), behind: at(-120, 0) }
  expect(next(RIGHT, boxes)).toBe('near')
  expect(next(LEFT, boxes)).toBe('behind')
  expect(next(DOWN, boxes)).toBeUndefined()
})

test('straight ahead comes before nearer but aside', () => {
  expect(next(RIGHT, { straight: at(300, 20), aside: at(150, 180) })).toBe('straight')
})

test('what lies aside is reached where nothing is straight ahead, but not round the corner', () => {
  expect(next(RIGHT, { aside: at(200, 150) })).toBe('aside')
  expect(next(RIGHT, { below: at(50, 400) })).toBeUndefined()
})
