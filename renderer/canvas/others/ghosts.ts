import { grow, intersection, unionOf, within, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { boundsOf, type Shape } from '../../../shared/model/shape.ts'
import { BLEED, drawShape } from '../../../shared/scene/drawShape.ts'
import { drawFarShape, isFar } from '../../../shared/scene/drawFarShape.ts'
import type { Look } from '../../../shared/scene/ops.ts'
import { paint, type PaintSources } from '../../../shared/scene/paint.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { toScreen, visibleBox, type Camera, type Size } from '../../editor/camera.ts'

/** Where a picture of shapes is painted, and how they look. */
export interface GhostView {
  readonly camera: Camera
  readonly viewport: Size
  /** Device pixels per screen unit. */
  readonly ratio: number
  readonly look: Look
}

/** Pictures of what others are moving: painted once when it is taken up, and then only moved. */
export interface Ghosts {
  /** Paints what `person` moves, `by` from where it lies, page units; context in screen units. */
  paint(
    context: CanvasRenderingContext2D,
    person: PersonId,
    shapes: readonly Shape[],
    by: Vec,
    view: GhostView,
  ): void
  /** Lets go of the pictures of all others. */
  keepOnly(people: ReadonlySet<PersonId>): void
  /** Nothing looks as it did. */
  forget(): void
}

interface Ghost {
  readonly canvas: HTMLCanvasElement
  readonly shapes: readonly Shape[]
  readonly zoom: number
  /** What there was to paint, and what of it was, page units and where it lies. */
  readonly content: Box
  readonly painted: Box
}

export function createGhosts(sources: PaintSources): Ghosts {
  const ghosts = new Map<PersonId, Ghost>()

  function ghostOf(
    person: PersonId,
    shapes: readonly Shape[],
    content: Box,
    seen: Box,
    view: GhostView,
  ): Ghost {
    const known = ghosts.get(person)
    if (known && sameItems(known.shapes, shapes) && known.zoom === view.camera.zoom) {
      const needed = intersection(content, seen)
      if (!needed || within(needed, grow(known.painted, 1e-6))) return known
    }
    const painted = intersection(content, grow(seen, Math.max(seen.w, seen.h) / 2)) ?? content
    const ghost = {
      canvas: draw(shapes, painted, sources, view),
      shapes,
      zoom: view.camera.zoom,
      content,
      painted,
    }
    ghosts.set(person, ghost)
    return ghost
  }

  return {
    paint(context, person, shapes, by, view) {
      const around = unionOf(shapes.map(boundsOf))
      const { x, y, w, h } = visibleBox(view.camera, view.viewport)
      const seen = { x: x - by[0], y: y - by[1], w, h }
      const content = around && grow(around, BLEED)
      if (!content || !intersection(content, seen)) return
      const { canvas, painted } = ghostOf(person, shapes, content, seen, view)
      const [left, top] = toScreen(view.camera, [painted.x + by[0], painted.y + by[1]])
      context.drawImage(canvas, left, top, canvas.width / view.ratio, canvas.height / view.ratio)
    },
    keepOnly(people) {
      for (const person of ghosts.keys()) if (!people.has(person)) ghosts.delete(person)
    },
    forget: () => ghosts.clear(),
  }
}

function draw(
  shapes: readonly Shape[],
  box: Box,
  sources: PaintSources,
  { camera, ratio, look }: GhostView,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const scale = camera.zoom * ratio
  canvas.width = Math.max(1, Math.ceil(box.w * scale))
  canvas.height = Math.max(1, Math.ceil(box.h * scale))
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.textRendering = 'geometricPrecision'
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
  for (const shape of shapes) {
    const drawn = isFar(shape, camera.zoom) ? drawFarShape(shape, look) : drawShape(shape, look)
    paint(context, drawn, sources, box)
  }
  return canvas
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])
