import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import type { Editor } from '../editor/editor.ts'
import type { Painting } from './boardPicture.ts'

/**
 * From so many selected shapes on, the lines around each are part of the board's picture and move with it, instead of
 * being drawn over it in every frame.
 */
export const MANY_SELECTED = 60

/** Paints lines around those of `shapes` that are selected, if many are. In pixels of the raster. */
export function paintOutlines(
  context: CanvasRenderingContext2D,
  { selection }: Pick<Editor, 'selection'>,
  shapes: readonly Shape[],
  { raster: { scale, left, top }, ratio }: Painting,
  color: string,
): void {
  const selected = selection.get()
  if (selected.size < MANY_SELECTED) return
  context.beginPath()
  for (const shape of shapes) {
    if (!selected.has(shape.id)) continue
    const { x, y, w, h } = boundsOf(shape)
    const edge = ratio
    context.rect(
      Math.round(x * scale) - left - edge,
      Math.round(y * scale) - top - edge,
      Math.round(w * scale) + 2 * edge,
      Math.round(h * scale) + 2 * edge,
    )
  }
  context.strokeStyle = color
  context.lineWidth = 1.5 * ratio
  context.stroke()
}
