import type { Step } from '../../../shared/model/history.ts'
import { canGrow, hasText, MOST_TEXT } from '../../../shared/model/shape.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { growthOf } from '../../../shared/scene/textLayout.ts'
import type { Editor } from '../editor.ts'

/** What was typed, within the longest a shape may hold, never ending in half a character. */
export const limitText = (text: string): string => text.slice(0, MOST_TEXT).replace(/[\ud800-\udbff]$/, '')

/** Makes a shape read `text`, and as tall as that needs. Nothing happens to shapes without text. */
export function setText({ workshop, measure }: Editor, id: ShapeId, text: string, step?: Step): void {
  const shape = workshop.shapes.get(id)
  const next = limitText(text)
  if (!shape || !hasText(shape) || shape.text === next) return
  workshop.change((change) => {
    change.setText(id, next)
    if (!canGrow(shape)) return
    const grow = growthOf({ ...shape, text: next }, measure)
    if (grow !== shape.grow) change.update(id, { grow })
  }, step)
}
