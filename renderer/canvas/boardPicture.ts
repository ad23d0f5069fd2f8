import { grow, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { hasText, type Shape } from '../../shared/model/shape.ts'
import { BLEED, drawShape } from '../../shared/scene/drawShape.ts'
import { drawDistantShape, drawFarShape } from '../../shared/scene/drawFarShape.ts'
import type { DrawOp, Look } from '../../shared/scene/ops.ts'
import { paint, type PaintContext } from '../../shared/scene/paint.ts'
import type { Editor } from '../editor/editor.ts'
import { visibleBox } from '../editor/camera.ts'
import { previewed } from '../editor/preview.ts'
import type { ImagePictures } from './imagePictures.ts'
import { createPaintSources } from './paintSources.ts'
import { boardTheme } from './themeColors.ts'
import type { TextMeasure } from './textMeasure.ts'

/** Below this zoom text is under three pixels high: bars stand for it, and nothing has to be measured. */
const FAR = 0.2
/** Below this zoom even the bars are under a pixel high. */
const DISTANT = 0.08
/** Laying out texts never seen before may take this long in one frame, in ms; the rest follows in the next. */
const LAYOUT_MS = 6
/** How much is still to be seen of what the eraser has passed over. */
const FAINT = 0.22

type MovableContext = PaintContext & { translate(x: number, y: number): void }

/** The visible part of a board. Remembers what shapes look like, so that a shape is laid out once per change. */
export interface BoardPicture {
  /** Paints in page units. Returns false if some texts were put off to the next frame. */
  paint(context: MovableContext): boolean
  forget(): void
}

export function createBoardPicture(
  editor: Editor,
  { measure }: TextMeasure,
  images: ImagePictures,
): BoardPicture {
  const sources = createPaintSources(images)
  // Shapes are values: a changed shape is another object, so what was drawn for the old one is simply dropped.
  let pictures: Pictures = new WeakMap()

  let farPictures: Pictures = new WeakMap()
  let distantPictures: Pictures = new WeakMap()

  const look = (): Look => ({
    measure,
    theme: boardTheme(),
    authors: editor.view.get().authors,
  })
  let layingOut = 0

  /** Nothing if the time for this frame is used up; at least one shape is laid out in every frame. */
  function opsOf(shape: Shape, limit: number): readonly DrawOp[] | undefined {
    const known = pictures.get(shape)
    if (known || layingOut > limit) return known
    const start = performance.now()
    const ops = drawShape(shape, look())
    layingOut += performance.now() - start
    pictures.set(shape, ops)
    return ops
  }

  const view = (): Box => grow(visibleBox(editor.camera.get(), editor.viewport.get()), BLEED)
  const within = (box: Box): readonly Shape[] => editor.workshop.shapes.within(editor.board.get(), box)

  /** Paints bottom to top. Returns false if it ran out of time for texts that were never laid out. */
  function paintAll(context: PaintContext, shapes: readonly Shape[], limit: number): boolean {
    const { zoom } = editor.camera.get()
    const editing = editor.editing.get()
    const fading = editor.fading.get()
    const show = ({ id }: Shape, ops: readonly DrawOp[]) => {
      if (!fading.has(id)) return paint(context, ops, sources)
      context.globalAlpha = FAINT
      paint(context, ops, sources)
      context.globalAlpha = 1
    }
    let complete = true
    for (const shape of shapes) {
      if (zoom < FAR) {
        show(
          shape,
          zoom < DISTANT
            ? remembered(distantPictures, shape, (one) => drawDistantShape(one, look()))
            : remembered(farPictures, shape, (one) => drawFarShape(one, look())),
        )
        continue
      }
      const shown = shape.id === editing && hasText(shape) ? { ...shape, text: '' } : shape
      const ops = opsOf(shown, limit)
      if (!ops) complete = false
      show(shape, ops ?? remembered(farPictures, shape, (one) => drawFarShape(one, look())))
    }
    return complete
  }

  /** What is being moved is painted as it lies, only elsewhere: nothing has to be laid out anew. */
  function paintMoving(
    context: MovableContext,
    ids: ReadonlySet<ShapeId>,
    [dx, dy]: Vec,
    limit: number,
  ): boolean {
    const seen = view()
    const moving = within({ ...seen, x: seen.x - dx, y: seen.y - dy }).filter(({ id }) => ids.has(id))
    context.translate(dx, dy)
    const complete = paintAll(context, moving, limit)
    context.translate(-dx, -dy)
    return complete
  }

  return {
    paint(context) {
      layingOut = 0
      const preview = editor.preview.get()
      const lying = within(view()).filter(({ id }) => !previewed(preview, id))
      const complete = paintAll(context, lying, LAYOUT_MS)
      if (preview?.kind === 'move') {
        paintAll(context, [...(preview.follow?.values() ?? [])], Infinity)
        return paintMoving(context, preview.ids, preview.by, LAYOUT_MS) && complete
      }
      const after = [...((preview?.kind === 'change' ? preview.shapes : undefined)?.values() ?? [])]
      return paintAll(context, after, Infinity) && complete
    },
    forget() {
      pictures = new WeakMap()
      farPictures = new WeakMap()
      distantPictures = new WeakMap()
    },
  }
}

type Pictures = WeakMap<Shape, readonly DrawOp[]>

function remembered(
  pictures: Pictures,
  shape: Shape,
  draw: (shape: Shape) => readonly DrawOp[],
): readonly DrawOp[] {
  const known = pictures.get(shape)
  if (known) return known
  const ops = draw(shape)
  pictures.set(shape, ops)
  return ops
}
