import { expect, test } from 'vitest'
import type { Note } from '../../shared/model/shape.ts'
import { drawNote } from '../../shared/scene/drawNote.ts'
import type { DrawOp } from '../../shared/scene/ops.ts'
import { initialsOf } from '../../shared/util/initialsOf.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'

const note = (more: Partial<Note>): Note => ({
  id: newShapeId(),
  kind: 'note',
  board: FIRST_BOARD,
  geometry: [100, 200, 176, 80, 0],
  order: 'a0',
  style: { color: 'pink' },
  text: 'hurts',
  grow: 0,
  ...more,
})
const look = { measure: (text: string) => text.length * 8, theme: 'light' } as const
const lines = (ops: readonly DrawOp[]) => ops.flatMap((op) => (op.op === 'text' ? [op.line] : []))
const added = (more: Partial<Note>) => drawNote(note(more), look).length - drawNote(note({}), look).length

test('a note shows what is known of it in the margin below its text, which stays where it is', () => {
  const known = drawNote(note({ severity: 3, status: 'solved', owner: 'Ana Horvat' }), look)
  const text = (ops: readonly DrawOp[]) => ops.find((op) => op.op === 'text' && op.line === 'hurts')
  expect(text(known)).toEqual(text(drawNote(note({}), look)))
  expect(lines(known)).toContain('AH')
  for (const op of known.slice(4))
    if (op.op === 'rect') expect(op.box.y + op.box.h).toBeLessThanOrEqual(200 + 80)
})

test('what says nothing draws nothing', () => {
  expect(added({ status: 'open' })).toBe(0)
  expect(added({ severity: 1 })).toBe(4)
  expect(lines(drawNote(note({ impact: 5, effort: 2 }), look))).toEqual(['hurts', '5', '2'])
})

test('initials are those of the first and the last name, not joined where letters would be', () => {
  expect(initialsOf('  Ana Marija Horvat ')).toBe('AH')
  expect(initialsOf('ivan')).toBe('I')
  expect(initialsOf('')).toBe('')
  expect(initialsOf('سارا نوری')).toBe('س\u200cن')
})
