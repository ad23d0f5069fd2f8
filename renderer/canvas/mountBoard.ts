import Konva from 'konva'
import { intersects } from '../../shared/geometry/box.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { createAwayShapes } from './awayShapes.ts'
import { createBoardPainter } from './boardPainter.ts'
import { createBoardPicture, type BoardPicture } from './boardPicture.ts'
import { paintConnecting } from './connectPicture.ts'
import { paintDraft } from './draftPicture.ts'
import type { ImagePictures } from './imagePictures.ts'
import { createLiftPainter } from './liftPainter.ts'
import { onRatioChange } from './onRatioChange.ts'
import { paintOverlay } from './overlayPicture.ts'
import { overlayStores } from './overlayStores.ts'
import { createRasterCanvas } from './rasterCanvas.ts'
import { MANY_SELECTED } from './selectionOutlines.ts'
import type { TextMeasure } from './textMeasure.ts'
import { onThemeChange, overlayColors } from './themeColors.ts'
import { createViewMotion, REST_MS } from './viewMotion.ts'

/** Where the parts of the picture go, bottom to top. */
export interface BoardHolders {
  readonly board: HTMLDivElement
  readonly lift: HTMLDivElement
  readonly overlay: Konva.Layer
}

/**
 * Shows the board: what lies on it and what is dragged each on a canvas that is mostly only moved, and over them what
 * belongs to the view. Does something when, and only when, something that shows has changed, once a frame.
 */
export function mountBoard(
  { board, lift, overlay }: BoardHolders,
  editor: Editor,
  text: TextMeasure,
  images: ImagePictures,
): Dispose {
  const picture = createBoardPicture(editor, text, images)
  const motion = createViewMotion()
  const away = createAwayShapes()
  let colors = overlayColors()
  const outlineColor = () => colors.accent
  const [boardCanvas, liftCanvas] = [createRasterCanvas(board), createRasterCanvas(lift)]
  const lying = createBoardPainter({
    editor,
    picture,
    canvas: boardCanvas,
    motion,
    isAway: away.has,
    outlineColor,
  })
  const lifted = createLiftPainter({ editor, picture, canvas: liftCanvas, motion, outlineColor })

  const over = overlayStores(editor)
  let painted = false
  let complete = false
  const isOver = () => over.some(({ shows }) => shows())
  let overlayStale = true
  let overlayShown = true
  let scheduled = 0
  let resting: ReturnType<typeof setTimeout> | undefined

  const overlayShape = new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc(konva) {
      paintPassing(konva._context, editor, picture)
      paintDraft(konva._context, editor, text.measure, images)
      paintOverlay(konva._context, editor, colors)
      paintConnecting(konva._context, editor, colors)
    },
  })
  overlay.add(overlayShape)

  function schedule(): void {
    if (scheduled === 0) scheduled = requestAnimationFrame(frame)
  }

  function frame(at: number): void {
    scheduled = 0
    if (editor.viewport.get().w === 0) return
    const seen = { camera: editor.camera.get(), viewport: editor.viewport.get(), ratio: devicePixelRatio }
    const changed = away.update(editor.preview.get())
    if (changed) lying.repaintShapes(changed)
    const more = [lying.frame(seen, at), lifted.frame(seen, at)].includes(true)
    if (overlayStale) overlay.draw()
    if (overlayStale) overlayShown = isOver()
    overlayStale = false
    if (more) schedule()
    // What the view looked like while it moved is not what it looks like at rest.
    if (motion.isMoving(at)) awaitRest()
    mark(!more)
  }

  /** How long it took is for benchmarks to read. */
  function mark(isComplete: boolean): void {
    if (!painted) performance.mark('throughline:board-painted')
    if (isComplete && !complete) performance.mark('throughline:board-complete')
    painted = true
    complete ||= isComplete
  }

  /** Where nothing lies over the board, and nothing did, there is nothing to paint. */
  const repaintOverlay = () => {
    overlayStale ||= overlayShown || isOver()
    schedule()
  }
  const repaint = () => {
    lying.repaint()
    lifted.repaint()
    repaintOverlay()
  }
  const repaintShapes = (ids: ReadonlySet<ShapeId>, before?: ReadonlyMap<ShapeId, Shape>) => {
    lying.repaintShapes(ids, before)
    lifted.repaint()
    repaintOverlay()
  }
  const forget = () => {
    picture.forget()
    colors = overlayColors()
    repaint()
  }
  /** Once the view rests, it is painted sharp. */
  function awaitRest(): void {
    resting ??= setTimeout(() => {
      resting = undefined
      if (motion.isMoving(performance.now())) awaitRest()
      else schedule()
    }, REST_MS + 10)
  }

  const stops: Dispose[] = [
    editor.camera.subscribe(() => {
      motion.see(editor.camera.get(), performance.now())
      awaitRest()
      repaintOverlay()
    }),
    editor.workshop.shapes.subscribe((changed, before) => {
      picture.drop([...changed].filter((id) => !editor.workshop.shapes.get(id)))
      repaintShapes(changed, before)
    }),
    editor.board.subscribe(repaint),
    editor.viewport.subscribe(repaint),
    ...followSet(editor.fading, repaintShapes),
    ...followSet({ ...editor.editing, get: () => editing(editor) }, repaintShapes),
    ...followMany(editor, repaint),
    ...over.map(({ store }) => store.subscribe(repaintOverlay)),
    text.generation.subscribe(forget),
    onThemeChange(forget),
    onAuthorsChange(editor, forget),
    onRatioChange(() => {
      overlay.getCanvas().setPixelRatio(devicePixelRatio)
      repaint()
    }),
    images.onReady((asset) => {
      const shown = editor.workshop.shapes
        .within(editor.board.get(), visibleBox(editor.camera.get(), editor.viewport.get()))
        .filter((shape) => shape.kind === 'image' && shape.asset === asset)
      repaintShapes(new Set(shown.map(({ id }) => id)))
    }),
  ]
  motion.see(editor.camera.get(), -Infinity)
  schedule()
  return () => {
    cancelAnimationFrame(scheduled)
    clearTimeout(resting)
    for (const stop of stops) stop()
    overlayShape.destroy()
    boardCanvas.dispose()
    liftCanvas.dispose()
    picture.forget()
  }
}

const editing = (editor: Editor): ReadonlySet<ShapeId> => {
  const id = editor.editing.get()
  return new Set(id === null ? [] : [id])
}

interface FollowedSet {
  get(): ReadonlySet<ShapeId>
  subscribe(listener: () => void): Dispose
}

/** Repaints those that come into a set or leave it. */
function followSet(set: FollowedSet, repaintShapes: (ids: ReadonlySet<ShapeId>) => void): readonly Dispose[] {
  let last = set.get()
  return [
    set.subscribe(() => {
      const now = set.get()
      repaintShapes(new Set([...last, ...now]))
      last = now
    }),
  ]
}

/** The lines around many selected shapes are part of the board's picture. */
function followMany({ selection }: Editor, repaint: () => void): readonly Dispose[] {
  let many = false
  return [
    selection.subscribe(() => {
      const now = selection.get().size >= MANY_SELECTED
      if (now || many) repaint()
      many = now
    }),
  ]
}

/** Shapes that a gesture is changing, as it would leave them. */
function paintPassing(context: CanvasRenderingContext2D, editor: Editor, picture: BoardPicture): void {
  const preview = editor.preview.get()
  const passing = preview?.kind === 'change' ? preview.shapes : preview?.follow
  if (!passing || passing.size === 0) return
  const camera = editor.camera.get()
  const viewport = editor.viewport.get()
  const view = visibleBox(camera, viewport)
  const seen = [...passing.values()].filter((shape) => intersects(boundsOf(shape), view))
  const ratio = devicePixelRatio
  const scale = camera.zoom * ratio
  const [left, top] = [Math.round(camera.x * scale), Math.round(camera.y * scale)]
  context.save()
  picture.paintPassing(
    context,
    seen,
    { scale, left, top, w: viewport.w * ratio, h: viewport.h * ratio },
    ratio,
  )
  context.restore()
}

/** Whether notes say who wrote them is part of what they look like. */
function onAuthorsChange({ view }: Editor, listener: () => void): Dispose {
  let shown = view.get().authors
  return view.subscribe(() => {
    if (view.get().authors === shown) return
    shown = view.get().authors
    listener()
  })
}
