import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intersects } from '../../shared/geometry/box.ts'
import { createBoardShapes } from '../../shared/model/boardShapes.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { byOrder } from '../../shared/model/order.ts'
import { boundsOf, type Note } from '../../shared/model/shape.ts'
import { noteAt } from '../support/noteAt.ts'

const steps = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    what: fc.constantFrom('put', 'put', 'put', 'take', 'hide', 'show', 'read', 'many'),
    order: fc.constantFrom('a0', 'a1', 'a2', 'a3'),
    at: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
  }),
  { maxLength: 60 },
)

test('whatever comes and goes, they are found where they lie and in the order they lie on each other', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const board = createBoardShapes()
      const known = new Map<string, Note>()
      const hidden = new Set<string>()
      for (const { id, what, order, at } of all) {
        const note = noteAt(id, [at[0] * 150, at[1] * 150], { order })
        if (what === 'put') {
          known.set(id, note)
          board.put(note, hidden.has(id))
        } else if (what === 'take') {
          known.delete(id)
          board.take(id as ShapeId)
        } else if (what === 'hide' || what === 'show') {
          if (what === 'hide') hidden.add(id)
          else hidden.delete(id)
          board.hide(id as ShapeId, hidden.has(id))
        } else if (what === 'many') {
          board.unsettle()
          known.set(id, note)
          board.put(note, hidden.has(id))
          board.settle()
        }
        const view = { x: at[0] * 100, y: at[1] * 100, w: 400, h: 300 }
        const stack = [...known.values()].sort(byOrder)
        if (what === 'read') expect(board.all()).toEqual(stack)
        expect(board.within(view)).toEqual(
          stack.filter((one) => intersects(boundsOf(one), view) && !hidden.has(one.id)),
        )
      }
      expect(board.all()).toBe(board.all())
      expect(board.size).toBe(known.size)
    }),
  )
})
