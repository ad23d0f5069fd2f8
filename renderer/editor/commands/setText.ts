import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import {
  lookForTyping,
  patchMarks,
  spliceMarks,
  type MarkPatch,
  type TextEdit,
  type TextRange,
} from '../../../shared/model/markRuns.ts'
import { smallestEdit } from '../../../shared/model/editText.ts'
import type { Mark } from '../../../shared/model/marks.ts'
import { hasText, MOST_TEXT, type Texted } from '../../../shared/model/shape.ts'
import { fitPatch, fitText } from '../../../shared/scene/fitText.ts'
import { cutText } from '../../../shared/util/cutText.ts'
import type { Editor } from '../editor.ts'

/** A run of a text that is to look different. */
export interface MarkEdit extends TextRange {
  readonly patch: MarkPatch
}

/** What one key press does to a text: edits in order, each as the ones before it have left the text, then looks. */
export interface TextChange {
  readonly edits: readonly TextEdit[]
  readonly marks?: readonly MarkEdit[]
}

/** What was typed, within the longest a shape may hold. */
export const limitText = (text: string): string => cutText(text, MOST_TEXT)

/** Makes a shape read `text`, and as large as that needs. Nothing happens to shapes without text. */
export function setText(editor: Editor, id: ShapeId, text: string, step?: Step): void {
  const shape = editor.workshop.shapes.get(id)
  if (!shape || !hasText(shape)) return
  const edit = smallestEdit(shape.text, limitText(text))
  if (edit) changeText(editor, id, { edits: [lookingAlike(shape, edit)] }, step)
}

/** The edit with what it inserts looking as it would if it was typed. */
export const lookingAlike = (
  { text, marks = [] }: Pick<Texted, 'text' | 'marks'>,
  edit: TextRange & { readonly insert: string },
): TextEdit => ({ ...edit, look: lookForTyping(text, marks, edit) })

/** Edits a shape's text and makes the shape as large as that needs, in one transaction. */
export function changeText(editor: Editor, id: ShapeId, change: TextChange, step?: Step): void {
  changeTexts(editor, [{ id, change }], step)
}

/** The same for several shapes at once. */
export function changeTexts(
  { workshop, measure, readOnly }: Editor,
  changes: readonly { readonly id: ShapeId; readonly change: TextChange }[],
  step?: Step,
): void {
  const real = changes.filter(({ change }) => change.edits.length > 0 || (change.marks?.length ?? 0) > 0)
  if (real.length === 0 || readOnly) return
  workshop.change((document) => {
    for (const { id, change } of real) {
      const shape = workshop.shapes.get(id)
      if (!shape || !hasText(shape)) continue
      for (const edit of change.edits) document.editText(id, edit)
      for (const { from, to, patch } of change.marks ?? []) document.mark(id, from, to, patch)
      const patch = fitPatch(shape, fitText({ ...shape, ...changed(shape, change) }, measure))
      if (Object.keys(patch).length > 0) document.update(id, patch)
    }
  }, step)
}

/** Text and marks as a change leaves them. */
export function changed(
  { text, marks }: Pick<Texted, 'text' | 'marks'>,
  change: TextChange,
): { readonly text: string; readonly marks: Mark[] | undefined } {
  let next = text
  let looks: readonly Mark[] = marks ?? []
  for (const edit of change.edits) {
    next = next.slice(0, edit.from) + edit.insert + next.slice(edit.to)
    looks = spliceMarks(looks, edit)
  }
  for (const one of change.marks ?? []) looks = patchMarks(looks, one, one.patch)
  return { text: next, marks: looks.length > 0 ? [...looks] : undefined }
}
