import Konva from 'konva'
import { intersects } from '../../shared/geometry/box.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import type { Dispose, Store } from '../../shared/util/store.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { BoardPicture } from './boardPicture.ts'
import { paintConnecting } from './connectPicture.ts'
import { paintDraft } from './draftPicture.ts'
import type { ImagePictures } from './imagePictures.ts'
import { paintOverlay, type OverlayColors } from './overlayPicture.ts'
import { overlayStores } from './overlayStores.ts'
import { createPaintSources } from './paintSources.ts'
import { paintStickyHeads } from './stickyPicture.ts'
import { paintStories } from './storyPicture.ts'
import type { TextMeasure } from './textMeasure.ts'

/** What belongs to the view and lies over the board: painted only in frames in which it shows something. */
export interface OverlayLayer {
  /** What it is painted from: `repaint` when one of them changes. */
  readonly stores: readonly Pick<Store<unknown>, 'subscribe'>[]
  repaint(): void
  /** Paints what has changed, in an animation frame. */
  frame(): void
  dispose: Dispose
}

interface OverlayOptions {
  readonly editor: Editor
  readonly text: TextMeasure
  readonly images: ImagePictures
  readonly picture: BoardPicture
  readonly colors: () => OverlayColors
}

export function createOverlayLayer(layer: Konva.Layer, options: OverlayOptions): OverlayLayer {
  const { editor, text, images, picture, colors } = options
  const stores = overlayStores(editor)
  const isShown = () => stores.some(({ shows }) => shows())
  let stale = true
  let wasShown = true

  const sources = createPaintSources(images)

  const shape = new Konva.Shape({
    listening: false,
    perfectDrawEnabled: false,
    sceneFunc(konva) {
      paintPassing(konva._context, editor, picture)
      paintDraft(konva._context, editor, text.measure, images)
      paintStickyHeads(konva._context, { editor, text, sources })
      paintStories(konva._context, { editor, text, sources, colors: colors() })
      paintOverlay(konva._context, editor, colors())
      paintConnecting(konva._context, editor, colors())
    },
  })
  layer.add(shape)

  return {
    stores: stores.map(({ store }) => store),
    // Where nothing lies over the board, and nothing did, there is nothing to paint.
    repaint: () => void (stale ||= wasShown || isShown()),
    frame() {
      if (!stale) return
      stale = false
      wasShown = isShown()
      layer.draw()
    },
    dispose: () => void shape.destroy(),
  }
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
