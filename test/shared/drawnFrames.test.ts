import { expect, test } from 'vitest'
import { drawShape } from '../../shared/scene/drawShape.ts'
import type { DrawOp, Look } from '../../shared/scene/ops.ts'
import type { StepId } from '../../shared/journey/ids.ts'
import { monospace } from '../support/measure.ts'
import { storyOn, STORYBOARD } from '../support/storyOn.ts'
import { TestEditor } from '../support/testEditor.ts'

const look: Look = { measure: monospace, theme: 'light' }
const linesOf = (ops: readonly DrawOp[]): string[] =>
  ops.flatMap((op) => (op.op === 'text' ? [op.line] : op.op === 'part' ? linesOf(op.ops) : []))

test('a storyboard that was drawn before is drawn as it is now', () => {
  const t = new TestEditor()
  storyOn(t, { guest: { book: ['one', 'two'], stay: ['three'] } })
  const now = () => drawShape(t.shape(STORYBOARD), look)
  const afresh = () => drawShape(t.shape(STORYBOARD), { ...look })
  expect(linesOf(now())).toEqual(expect.arrayContaining(['one', 'two', 'three']))
  t.editor.workshop.change((change) => change.set('steps', 'two' as StepId, { caption: 'changed' }))
  expect(linesOf(now())).toEqual(expect.arrayContaining(['one', 'changed', 'three']))
  expect(linesOf(now())).not.toContain('two')
  t.editor.workshop.change((change) => change.set('steps', 'one' as StepId, { order: 'zz' }))
  expect(now()).toEqual(afresh())
  t.editor.workshop.change((change) => change.update(STORYBOARD, { geometry: [50, 60, 1, 1, 0] }))
  expect(now()).toEqual(afresh())
})
