import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { followEdit, smallestEdit } from '../../shared/model/editText.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import {
  commonLook,
  lookForTyping,
  patchMarks,
  spliceMarks,
  type MarkPatch,
  type TextLook,
} from '../../shared/model/markRuns.ts'
import type { Mark } from '../../shared/model/marks.ts'
import { addFirstBoard, openWorkshop } from '../../shared/model/workshop.ts'

type Action =
  | {
      readonly kind: 'edit'
      readonly from: number
      readonly to: number
      readonly insert: string
      readonly look: TextLook
    }
  | { readonly kind: 'mark'; readonly from: number; readonly to: number; readonly patch: MarkPatch }

const at = fc.nat({ max: 30 })
const look: fc.Arbitrary<TextLook> = fc.constantFrom(
  {},
  { bold: true },
  { italic: true },
  { bold: true, link: 'https://x.org' },
)
const patch: fc.Arbitrary<MarkPatch> = fc.constantFrom(
  { bold: true },
  { bold: null },
  { italic: true },
  { link: 'https://y.org' },
  { link: null, bold: true },
)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    from: at,
    to: at,
    insert: fc.constantFrom('', 'a', 'bcd'),
    look,
  }),
  fc.record({ kind: fc.constant('mark' as const), from: at, to: at, patch }),
)

test('what is worked out about marks before an edit is what the document says after it', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 15 }), (actions) => {
      const doc = new Y.Doc()
      addFirstBoard(doc)
      const workshop = openWorkshop(doc)
      const id = newShapeId()
      workshop.change((change) =>
        change.add({
          id,
          kind: 'note',
          board: FIRST_BOARD,
          geometry: [0, 0, 200, 200, 0],
          order: 'a0',
          style: { color: 'pink' },
          text: 'some words',
          grow: 0,
        }),
      )
      let text = 'some words'
      let marks: readonly Mark[] = []
      for (const one of actions) {
        const from = Math.min(one.from, one.to, text.length)
        const to = Math.min(Math.max(one.from, one.to), text.length)
        if (one.kind === 'edit') {
          const edit = { from, to, insert: one.insert, look: one.look }
          workshop.change((change) => change.editText(id, edit))
          marks = spliceMarks(marks, edit)
          text = text.slice(0, from) + one.insert + text.slice(to)
        } else {
          workshop.change((change) => change.mark(id, from, to, one.patch))
          marks = patchMarks(marks, { from, to }, one.patch)
        }
        const shape = workshop.shapes.get(id)
        if (shape?.kind !== 'note') throw new Error('Expected the note')
        expect(shape.text).toBe(text)
        expect(joined(shape.marks ?? [])).toEqual(joined(marks))
      }
    }),
    { numRuns: 300 },
  )
})

/** The document may cut a run in two that looks the same all along. */
function joined(marks: readonly Mark[]): string[] {
  return marks.flatMap(({ from, to, ...rest }) =>
    Array.from(
      { length: to - from },
      (_, index) => `${from + index} ${JSON.stringify([rest.bold, rest.italic, rest.link])}`,
    ),
  )
}

const BOLD: readonly Mark[] = [
  { from: 0, to: 4, bold: true },
  { from: 5, to: 9, link: 'https://x.org' },
]

test('what is typed looks as what stands before it, and a link ends where it ends', () => {
  const text = 'bold link\nnext'
  const looks = (from: number, to = from) => lookForTyping(text, BOLD, { from, to })
  expect(looks(4)).toEqual({ bold: true })
  expect(looks(0)).toEqual({ bold: true })
  expect(looks(7)).toEqual({ link: 'https://x.org' })
  expect(looks(9)).toEqual({})
  expect(looks(10)).toEqual({})
  expect(looks(1, 3)).toEqual({ bold: true })
})

test('what a part has in common is what all of it but its spaces has', () => {
  expect(commonLook('bold link', BOLD, { from: 0, to: 5 })).toEqual({ bold: true })
  expect(commonLook('bold link', BOLD, { from: 0, to: 9 })).toEqual({})
})

test('among equal letters the caret says which one is new', () => {
  expect(smallestEdit('aaa', 'aaaa', 2)).toEqual({ from: 1, to: 1, insert: 'a' })
  expect(smallestEdit('aaaa', 'aaa', 1)).toEqual({ from: 1, to: 2, insert: '' })
  expect(smallestEdit('same', 'same')).toBeUndefined()
})

test('the smallest edit makes the one text the other, and places follow it', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀', 'س', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(letters, letters, fc.nat({ max: 12 }), (now, next, caret) => {
      const edit = smallestEdit(now, next, caret)
      expect(edit ? now.slice(0, edit.from) + edit.insert + now.slice(edit.to) : now).toBe(next)
      const follow = followEdit(now, next)
      for (let place = 0; place <= now.length; place++)
        expect(follow(place) >= 0 && follow(place) <= next.length).toBe(true)
      expect(follow(now.length)).toBe(next.length)
    }),
  )
})
