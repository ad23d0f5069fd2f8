import type Konva from 'konva'
import { grow } from '../../shared/geometry/box.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { createAwayShapes } from './awayShapes.ts'
import { createBoardPainter } from './boardPainter.ts'
import { createBoardPicture } from './boardPicture.ts'
import { followMany, followSet, onAuthorsChange, onWordsChange } from './followEditor.ts'
import type { ImagePictures } from './imagePictures.ts'
import { createLiftPainter } from './liftPainter.ts'
import { onRatioChange } from './onRatioChange.ts'
import { createOverlayLayer } from './overlayLayer.ts'
import { createRasterCanvas } from './rasterCanvas.ts'
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
    isAway: (id) => away.has(id) || editor.held.get().has(id),
    outlineColor,
  })
  const lifted = createLiftPainter({ editor, picture, canvas: liftCanvas, motion, outlineColor })

  const over = createOverlayLayer(overlay, { editor, text, images, picture, colors: () => colors })
  let painted = false
  let complete = false
  let scheduled = 0
  let resting: ReturnType<typeof setTimeout> | undefined

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
    over.frame()
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

  const repaintOverlay = () => {
    over.repaint()
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
    ...followSet(editor.held, repaintShapes),
    ...followSet({ ...editor.editing, get: () => editing(editor) }, repaintShapes),
    ...followMany(editor, repaint),
    ...over.stores.map((store) => store.subscribe(repaintOverlay)),
    text.generation.subscribe(forget),
    onThemeChange(forget),
    onAuthorsChange(editor, forget),
    onWordsChange(editor, forget),
    editor.role.subscribe(forget),
    onRatioChange(() => {
      overlay.getCanvas().setPixelRatio(devicePixelRatio)
      repaint()
    }),
    images.onReady(() => repaintShapes(imagesAround(editor))),
  ]
  motion.see(editor.camera.get(), -Infinity)
  schedule()
  return () => {
    cancelAnimationFrame(scheduled)
    clearTimeout(resting)
    for (const stop of stops) stop()
    over.dispose()
    boardCanvas.dispose()
    liftCanvas.dispose()
    picture.forget()
  }
}

/**
 * All images that are painted now. What is painted together is taken to be on the screen, and only that is decoded: so
 * when one image is ready, all are painted.
 */
function imagesAround({ workshop, board, camera, viewport }: Editor): ReadonlySet<ShapeId> {
  const view = visibleBox(camera.get(), viewport.get())
  const around = workshop.shapes.within(board.get(), grow(view, Math.max(view.w, view.h)))
  return new Set(around.filter(({ kind }) => kind === 'image').map(({ id }) => id))
}

const editing = (editor: Editor): ReadonlySet<ShapeId> => {
  const id = editor.editing.get()
  return new Set(id === null ? [] : [id])
}
