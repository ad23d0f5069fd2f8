import { intersects, type Box } from '../../shared/geometry/box.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, hasText, type Shape } from '../../shared/model/shape.ts'
import { drawFarShape, isFar } from '../../shared/scene/drawFarShape.ts'
import { drawShape } from '../../shared/scene/drawShape.ts'
import type { DrawOp, Look } from '../../shared/scene/ops.ts'
import { paint } from '../../shared/scene/paint.ts'
import type { Editor } from '../editor/editor.ts'
import type { ImagePictures } from './imagePictures.ts'
import { createImpostors } from './impostors.ts'
import { createPaintSources } from './paintSources.ts'
import { pageBoxOf, type Raster } from './raster.ts'
import { drawnBox, isWorthKeeping, makeSprite, pixelOf } from './spriteMaking.ts'
import { createSprites, type Sprite } from './sprites.ts'
import { boardTheme } from './themeColors.ts'
import type { TextMeasure } from './textMeasure.ts'

/** Pictures of shapes that are kept: 24 million pixels, 96 MB. */
const BUDGET = 24e6
/** Below this zoom bars are under a pixel high. */
const NO_BARS = 0.08
/** How much is still to be seen of what the eraser has passed over. */
const FAINT = 0.22
/** Pictures made for a view that is still zooming serve several zooms: these, in pixels per page unit. */
const STEPS = [0.25, 0.5, 1, 2, 4] as const

/** How to paint: sharp or fast. */
export interface Painting {
  readonly raster: Raster
  /** Device pixels per screen unit. */
  readonly ratio: number
  /** False while the view is zooming: pictures of another size are good enough then. */
  readonly exact: boolean
  /** Until when pictures may be made, on the clock of `performance.now()`; shapes without one get a stand-in. */
  readonly until: number
  /** What has to be good before all else, page units: what is seen. */
  readonly first?: Box
  /** All that is painted lies in it, page units; the whole raster without. */
  readonly within?: Box
}

/** Paints shapes, remembering what they look like: each is laid out once, and painted once for each size. */
export interface BoardPicture {
  /** Paints bottom to top, in pixels of the raster. Returns those that only got a stand-in. */
  paint(context: CanvasRenderingContext2D, shapes: readonly Shape[], how: Painting): readonly Shape[]
  /** Paints what changes with every frame and is not worth remembering. */
  paintPassing(
    context: CanvasRenderingContext2D,
    shapes: Iterable<Shape>,
    raster: Raster,
    ratio: number,
  ): void
  /** Makes what a shape lacks to be painted as it should be. */
  prepare(shape: Shape, how: Painting): void
  /** Somebody deleted these. */
  drop(ids: Iterable<ShapeId>): void
  /** Fonts have arrived or colours have changed: nothing looks as it did. */
  forget(): void
}

export function createBoardPicture(
  editor: Editor,
  { measure }: TextMeasure,
  images: ImagePictures,
): BoardPicture {
  const sources = createPaintSources(images)
  const sprites = createSprites(BUDGET)
  const impostors = createImpostors(sources)
  // Shapes are values: a changed shape is another object, so what was drawn for the old one is simply dropped.
  let near = new WeakMap<Shape, Drawn>()
  let far = new WeakMap<Shape, readonly DrawOp[]>()
  const lookNow = (): Look => ({
    measure,
    theme: boardTheme(),
    authors: editor.view.get().authors,
    words: editor.words.get(),
    places: !editor.fixed,
  })
  let look = lookNow()

  function drawn(shape: Shape): Drawn {
    const known = near.get(shape)
    if (known) return known
    const ops = drawShape(shape, look)
    const fresh = { ops, area: drawnBox(shape, ops) }
    near.set(shape, fresh)
    return fresh
  }

  function farOps(shape: Shape): readonly DrawOp[] {
    const known = far.get(shape)
    if (known) return known
    const ops = drawFarShape(shape, look)
    far.set(shape, ops)
    return ops
  }

  /** Makes the shape's picture, if it is one to be kept. */
  function make(shape: Shape, { raster, exact, ratio }: Painting): Sprite | undefined {
    const { ops, area } = drawn(shape)
    const scale = exact ? raster.scale : (STEPS.find((step) => step * ratio >= raster.scale) ?? 8) * ratio
    if (!isWorthKeeping(ops, area, scale)) return undefined
    const sprite = makeSprite(shape, ops, scale, sources)
    if (sprite) sprites.keep(shape, sprite)
    return sprite
  }

  const isGood = (sprite: Sprite, { raster, exact }: Painting): boolean =>
    exact ? sprite.scale === raster.scale : sprite.scale >= raster.scale * 0.7

  /** Paints on a context in pixels; returns whether it is what it should be. */
  function paintShape(context: CanvasRenderingContext2D, shape: Shape, how: Painting): boolean {
    const { raster, ratio } = how
    const zoom = raster.scale / ratio
    if (shape.id === editor.editing.get() && hasText(shape)) {
      paintOps(context, drawShape({ ...shape, text: '' }, look), raster, how.within)
      return true
    }
    if (isFar(shape, zoom)) {
      paintFar(context, shape, how)
      return true
    }
    const found = sprites.find(shape, raster.scale)
    if (found && isGood(found, how)) {
      paintSprite(context, shape, found, raster)
      return true
    }
    const known = near.get(shape)
    const direct = known && !isWorthKeeping(known.ops, known.area, raster.scale)
    if (!direct && performance.now() < how.until) {
      const sprite = make(shape, how)
      if (sprite) paintSprite(context, shape, sprite, raster)
      else paintOps(context, drawn(shape).ops, raster, how.within)
      return true
    }
    if (direct) paintOps(context, known.ops, raster, how.within)
    else if (found) paintSprite(context, shape, found, raster)
    else paintFar(context, shape, how)
    return direct === true
  }

  function paintFar(context: CanvasRenderingContext2D, shape: Shape, { raster, ratio }: Painting): void {
    const impostor =
      shape.kind === 'note' && shape.geometry[4] === 0
        ? impostors.find(shape, raster.scale, raster.scale / ratio >= NO_BARS)
        : undefined
    if (!impostor) return paintOps(context, farOps(shape), raster)
    const [x, y] = shape.geometry
    context.drawImage(impostor, pixelOf(x, raster.scale) - raster.left, pixelOf(y, raster.scale) - raster.top)
  }

  function paintOps(
    context: CanvasRenderingContext2D,
    ops: readonly DrawOp[],
    raster: Raster,
    seen = pageBoxOf(raster),
  ): void {
    const { scale, left, top } = raster
    context.setTransform(scale, 0, 0, scale, -left, -top)
    paint(context, ops, sources, seen)
    context.setTransform(1, 0, 0, 1, 0, 0)
  }

  function prepare(shape: Shape, how: Painting): void {
    if (isFar(shape, how.raster.scale / how.ratio)) return
    const found = sprites.find(shape, how.raster.scale)
    if (!found || !isGood(found, how)) make(shape, how)
  }

  function prepareFirst(shapes: readonly Shape[], how: Painting): void {
    if (!how.first) return
    for (const shape of shapes) {
      if (performance.now() > how.until) return
      if (intersects(boundsOf(shape), how.first)) prepare(shape, how)
    }
  }

  return {
    paint(context, shapes, how) {
      sprites.beginTurn()
      prepareFirst(shapes, how)
      context.textRendering = 'geometricPrecision'
      context.setTransform(1, 0, 0, 1, 0, 0)
      const fading = editor.fading.get()
      const lacking: Shape[] = []
      for (const shape of shapes) {
        const faint = fading.size > 0 && fading.has(shape.id)
        if (faint) context.globalAlpha = FAINT
        if (!paintShape(context, shape, how)) lacking.push(shape)
        if (faint) context.globalAlpha = 1
      }
      return lacking
    },
    paintPassing(context, shapes, raster, ratio) {
      context.textRendering = 'geometricPrecision'
      for (const shape of shapes) {
        const draw = isFar(shape, raster.scale / ratio) ? drawFarShape : drawShape
        paintOps(context, draw(shape, look), raster)
      }
    },
    prepare,
    drop(ids) {
      for (const id of ids) sprites.forget(id)
    },
    forget() {
      look = lookNow()
      near = new WeakMap()
      far = new WeakMap()
      sprites.clear()
      impostors.clear()
    },
  }
}

interface Drawn {
  readonly ops: readonly DrawOp[]
  readonly area: Box
}

function paintSprite(
  context: CanvasRenderingContext2D,
  shape: Shape,
  { bitmap, scale, dx, dy }: Sprite,
  raster: Raster,
): void {
  const { x, y } = boundsOf(shape)
  const left = pixelOf(x, raster.scale) - raster.left
  const top = pixelOf(y, raster.scale) - raster.top
  const stretch = raster.scale / scale
  if (stretch === 1) context.drawImage(bitmap, left + dx, top + dy)
  else {
    const [w, h] = [bitmap.width * stretch, bitmap.height * stretch]
    context.drawImage(bitmap, left + dx * stretch, top + dy * stretch, w, h)
  }
}
