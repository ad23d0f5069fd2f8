import { grow, unionOf, type Box } from '../../shared/geometry/box.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { BLEED } from '../../shared/scene/drawShape.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { Preview } from '../editor/preview.ts'
import type { BoardPicture, Painting } from './boardPicture.ts'
import { covers, pageBoxOf, placementOf, rasterFor, type Seen } from './raster.ts'
import type { RasterCanvas } from './rasterCanvas.ts'
import { paintOutlines } from './selectionOutlines.ts'
import type { ViewMotion } from './viewMotion.ts'

type Move = Extract<Preview, { kind: 'move' }>

/** Shows what is being dragged on a canvas of its own, painted once and then only moved. */
export interface LiftPainter {
  /** In an animation frame. Returns whether there is more to do. */
  frame(seen: Seen, at: number): boolean
  /** What is dragged looks different. */
  repaint(): void
}

/** Pictures may be made so long when something is taken up, and in each frame after that; ms. */
const MAKING_MS = 12

export interface LiftPainterOptions {
  readonly editor: Editor
  readonly picture: BoardPicture
  readonly canvas: RasterCanvas
  readonly motion: ViewMotion
  readonly outlineColor: () => string
}

export function createLiftPainter(options: LiftPainterOptions): LiftPainter {
  const { editor, picture, canvas, motion, outlineColor } = options
  const { shapes } = editor.workshop
  let lifted: ReadonlySet<ShapeId> | undefined
  /** Around all that is lifted, where it lay; page units. */
  let content: Box | undefined
  let complete = true
  /** Was it painted for a view that was zooming? */
  let rough = false

  function take(ids: ReadonlySet<ShapeId>): void {
    lifted = ids
    const boxes = [...ids].flatMap((id) => shapes.get(id) ?? []).map(boundsOf)
    const around = unionOf(boxes)
    content = around && grow(around, BLEED)
  }

  function paint(seen: Seen, { ids }: Move, at: number): void {
    const raster = rasterFor(seen, [0, 0], content)
    const exact = !motion.isZooming(at)
    const first = visibleBox(seen.camera, seen.viewport)
    const until = performance.now() + MAKING_MS
    const how: Painting = { raster, ratio: seen.ratio, exact, until, first }
    const visible = shapes
      .within(editor.board.get(), grow(pageBoxOf(raster), BLEED))
      .filter(({ id }) => ids.has(id))
    canvas.paint(raster, (context) => {
      complete = picture.paint(context, visible, how).length === 0
      rough = !exact
      paintOutlines(context, editor, visible, how, outlineColor())
    })
  }

  return {
    frame(now, at) {
      const preview = editor.preview.get()
      if (preview?.kind !== 'move') {
        lifted = undefined
        canvas.clear()
        return false
      }
      // Dragging something is the same as moving the view over it the other way.
      const { x, y, zoom } = now.camera
      const seen = { ...now, camera: { x: x - preview.by[0], y: y - preview.by[1], zoom } }
      if (lifted !== preview.ids) {
        take(preview.ids)
        complete = false
      }
      if (!content) return false
      const raster = canvas.raster()
      const sharp = motion.isZooming(at) || (!rough && raster?.scale === zoom * now.ratio)
      if (!complete || !raster || !sharp || !covers(raster, seen, content)) paint(seen, preview, at)
      const painted = canvas.raster()
      if (painted) canvas.place(placementOf(painted, seen))
      return !complete
    },
    repaint: () => void (complete = false),
  }
}
