import type { Step } from '../../../shared/model/history.ts'
import { MOST_TEXT } from '../../../shared/model/shape.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { growthOf } from '../../../shared/scene/noteLayout.ts'
import type { Editor } from '../editor.ts'

/** What was typed, within the longest a note may hold, never ending in half a character. */
export const limitText = (text: string): string => text.slice(0, MOST_TEXT).replace(/[\ud800-\udbff]$/, '')

/** Makes a note read `text`, and as tall as that needs. */
export function setNoteText({ workshop, measure }: Editor, id: ShapeId, text: string, step?: Step): void {
  const shape = workshop.shapes.get(id)
  const next = limitText(text)
  if (!shape || shape.text === next) return
  const grow = growthOf(next, shape.geometry, measure)
  workshop.change((change) => {
    change.setText(id, next)
    if (grow !== shape.grow) change.update(id, { grow })
  }, step)
}
