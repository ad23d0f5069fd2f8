import { drawShape } from '../../shared/scene/drawShape.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import { paint } from '../../shared/scene/paint.ts'
import type { Editor } from '../editor/editor.ts'
import type { ImagePictures } from './imagePictures.ts'
import { createPaintSources } from './paintSources.ts'
import { boardTheme } from './themeColors.ts'

/** Paints what is being drawn and is not in the document yet. Takes screen units, since it lies in the overlay. */
export function paintDraft(
  context: CanvasRenderingContext2D,
  { draft, camera }: Editor,
  measure: Measure,
  images: Pick<ImagePictures, 'draw'>,
): void {
  const shapes = draft.get()
  if (shapes.length === 0) return
  const { x, y, zoom } = camera.get()
  const look = { measure, theme: boardTheme() }
  // A draft differs from frame to frame: nothing of it is worth remembering.
  const sources = createPaintSources(images)
  context.save()
  context.scale(zoom, zoom)
  context.translate(-x, -y)
  for (const shape of shapes) paint(context, drawShape(shape, look), sources)
  context.restore()
}
