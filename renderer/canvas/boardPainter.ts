import { grow, intersects, type Box } from '../../shared/geometry/box.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { BLEED } from '../../shared/scene/drawShape.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { BoardPicture, Painting } from './boardPicture.ts'
import { covers, pageBoxOf, pixelsOf, placementOf, rasterFor, type Raster, type Seen } from './raster.ts'
import type { RasterCanvas } from './rasterCanvas.ts'
import { MANY_SELECTED, paintOutlines } from './selectionOutlines.ts'
import type { ViewMotion } from './viewMotion.ts'

/** Making pictures of shapes may take this long in one frame, in ms. */
const MAKING_MS = { zooming: 4, moving: 5, resting: 11 } as const
/** Before anything was shown there is nothing to disturb; ms. */
const FIRST_MS = 60
/** While the view moves, finished pictures are put on the board together, this many at a time. */
const BATCH = 24
/** From so many changed parts on, all is painted anew. */
const MOST_PATCHES = 120
/** From so many changed shapes on, it is not asked where each of them is. */
const MOST_CHANGED = 200

/** Paints what lies on the board, on a canvas that is only moved while the view is. */
export interface BoardPainter {
  /** Brings the canvas up to date with the view, in an animation frame. Returns whether there is more to do. */
  frame(seen: Seen, at: number): boolean
  /** All of it looks different. */
  repaint(): void
  /** These look different, are elsewhere, or came or went; `before` has what they were. */
  repaintShapes(ids: ReadonlySet<ShapeId>, before?: ReadonlyMap<ShapeId, Shape>): void
}

export interface BoardPainterOptions {
  readonly editor: Editor
  readonly picture: BoardPicture
  readonly canvas: RasterCanvas
  readonly motion: ViewMotion
  /** Is a shape left out, because it is shown elsewhere at the moment? */
  readonly isAway: (id: ShapeId) => boolean
  readonly outlineColor: () => string
}

export function createBoardPainter(options: BoardPainterOptions): BoardPainter {
  const { editor, picture, canvas, motion, isAway, outlineColor } = options
  const { shapes } = editor.workshop
  let stale = true
  let patches: Box[] = []
  /** Was some of it painted for a view that was zooming? */
  let rough = false
  /** Where pictures have been made that are not on the board yet. */
  let made: Box[] = []
  /** Shapes for which a stand-in was painted. */
  let lacking: Shape[] = []

  const within = (box: Box): readonly Shape[] =>
    shapes.within(editor.board.get(), grow(box, BLEED)).filter(({ id }) => !isAway(id))

  function outline(context: CanvasRenderingContext2D, some: readonly Shape[], how: Painting): void {
    if (editor.selection.get().size >= MANY_SELECTED)
      paintOutlines(context, editor, some, how, outlineColor())
  }

  function howToPaint(seen: Seen, raster: Raster, at: number): Painting {
    const { camera, viewport, ratio } = seen
    const zooming = motion.isZooming(at)
    const pace = zooming ? 'zooming' : motion.isMoving(at) ? 'moving' : 'resting'
    const until = performance.now() + (canvas.raster() ? MAKING_MS[pace] : FIRST_MS)
    return { raster, ratio, exact: !zooming, until, first: visibleBox(camera, viewport) }
  }

  function paintAll(seen: Seen, at: number): void {
    const raster = rasterFor(seen, motion.drift(at))
    const how = howToPaint(seen, raster, at)
    const visible = within(pageBoxOf(raster))
    canvas.paint(raster, (context) => {
      lacking = [...picture.paint(context, visible, how)]
      outline(context, visible, how)
    })
    stale = false
    rough = !how.exact
    patches = []
    made = []
    // What is seen comes first, from the end of the list.
    const { first } = how
    if (first)
      lacking.sort((a, b) => Number(intersects(boundsOf(a), first)) - Number(intersects(boundsOf(b), first)))
  }

  function paintPatches(seen: Seen, at: number): void {
    const raster = canvas.raster()
    if (!raster) return
    const how = howToPaint(seen, raster, at)
    rough ||= !how.exact
    canvas.patch((context) => {
      for (const patch of patches) {
        const pixels = pixelsOf(raster, patch)
        if (pixels) paintPatch(context, pixels, raster, how)
      }
    })
    patches = []
  }

  function paintPatch(context: CanvasRenderingContext2D, pixels: Box, raster: Raster, how: Painting): void {
    const { x, y, w, h } = pixels
    const { scale, left, top } = raster
    const area = { x: (left + x) / scale, y: (top + y) / scale, w: w / scale, h: h / scale }
    const there = within(area)
    context.save()
    context.beginPath()
    context.rect(x, y, w, h)
    context.clip()
    context.clearRect(x, y, w, h)
    lacking.push(...picture.paint(context, there, { ...how, within: area }))
    outline(context, there, how)
    context.restore()
  }

  /** Makes some of the pictures for which a stand-in was painted. */
  function complete(seen: Seen, raster: Raster, at: number): void {
    if (lacking.length === 0) return
    const how = howToPaint(seen, raster, at)
    while (lacking.length > 0 && performance.now() < how.until) {
      const shape = lacking.pop()
      if (!shape || shapes.get(shape.id) !== shape) continue
      picture.prepare(shape, how)
      made.push(grow(boundsOf(shape), BLEED))
    }
    if (motion.isMoving(at) && made.length < BATCH && lacking.length > 0) return
    patches.push(...made)
    made = []
  }

  return {
    frame(seen, at) {
      const zooming = motion.isZooming(at)
      const raster = canvas.raster()
      const sharp = !rough && raster?.scale === seen.camera.zoom * seen.ratio
      if (stale || !raster || patches.length > MOST_PATCHES || !covers(raster, seen) || !(sharp || zooming))
        paintAll(seen, at)
      else {
        if (sharp && !zooming) complete(seen, raster, at)
        if (patches.length > 0) paintPatches(seen, at)
      }
      const painted = canvas.raster()
      if (painted) canvas.place(placementOf(painted, seen))
      return lacking.length > 0 && !zooming
    },
    repaint() {
      stale = true
      patches = []
    },
    repaintShapes(ids, before) {
      if (ids.size > MOST_CHANGED) return void (stale = true)
      const board = editor.board.get()
      for (const id of ids) {
        const [was, is] = [before?.get(id), shapes.get(id)]
        // What a section hides or shows again is not among what changed.
        if (was?.kind === 'section' && is?.kind === 'section' && was.collapsed !== is.collapsed) stale = true
        for (const shape of new Set([was, is]))
          if (shape?.board === board) patches.push(grow(boundsOf(shape), BLEED))
      }
    },
  }
}
