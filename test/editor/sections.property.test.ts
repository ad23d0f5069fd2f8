import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Vec } from '../../shared/geometry/vec.ts'
import { sectionsAround } from '../../shared/model/sections.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { toggleSelectedSections } from '../../renderer/editor/commands/foldSections.ts'
import { TestEditor } from '../support/testEditor.ts'

const place = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 800 }))
const gesture = fc.oneof(
  fc.record({ op: fc.constantFrom('draw' as const, 'drag' as const), from: place, to: place }),
  fc.record({ op: fc.constantFrom('fold' as const, 'delete' as const), at: place }),
  fc.record({ op: fc.constantFrom('undo' as const, 'redo' as const) }),
)
type Gesture = { readonly op: string; readonly from?: Vec; readonly to?: Vec; readonly at?: Vec }

test('whatever is done with sections, no note is lost, none lies in itself, and each lies beneath its content', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 25 }), (gestures) => {
      const t = new TestEditor()
      const notes = [t.note([200, 200], 'a'), t.note([500, 300], 'b'), t.note([900, 600], 'c')]
      for (const one of gestures) perform(t, one)
      const { shapes } = t.editor.workshop
      for (const note of notes) expect(shapes.get(note)).toBeDefined()
      for (const shape of t.shapes()) {
        const around = sectionsAround(shape, shapes.get)
        expect(around.map(({ id }) => id)).not.toContain(shape.id)
        // The section it says it lies in is there: deleting one lets go of what lies in it.
        if (shape.section !== undefined) expect(around[0]?.id).toBe(shape.section)
        for (const section of around) expect(section.order < shape.order).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

function perform(t: TestEditor, { op, from = [0, 0], to = [0, 0], at = [0, 0] }: Gesture): void {
  const { editor } = t
  const { history } = editor.workshop
  if (op === 'undo' && editor.workshop.shapes.all(editor.board.get()).length > 3) history.undo()
  else if (op === 'redo') history.redo()
  else if (op === 'draw') {
    editor.setTool('section')
    t.drag(from, to)
  } else if (op === 'drag') t.drag(from, to)
  else if (op === 'fold' || op === 'delete') {
    const hit = editor.hitTest(at)
    if (hit?.kind !== 'section') return
    editor.selection.set(new Set([hit.id]))
    if (op === 'fold') toggleSelectedSections(editor)
    else deleteSelection(editor)
  }
  editor.editing.set(null)
}
