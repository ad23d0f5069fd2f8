import { grow, intersection, unionOf, within, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { boundsOf, type Shape } from '../../../shared/model/shape.ts'
import { BLEED, drawShape } from '../../../shared/scene/drawShape.ts'
import { drawFarShape, isFar } from '../../../shared/scene/drawFarShape.ts'
import type { Look } from '../../../shared/scene/ops.ts'
import { paint, type PaintSources } from '../../../shared/scene/paint.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { toScreen, visibleBox, type Camera, type Size } from '../../editor/camera.ts'
import { createMover, type Mover } from './createMover.ts'
import type { Glide } from './glide.ts'
import { BADGE, paintOutlines, type Marker } from './othersPicture.ts'
import styles from './ghosts.module.css'

/** What somebody has in their hand. */
export interface Carried {
  readonly person: PersonId
  readonly marker: Marker
  /** As they lie, or as they are resized. */
  readonly shapes: readonly Shape[]
  /** How far they have been moved, page units. */
  readonly by: Glide
}

/** How the board is seen, and how shapes look. */
export interface GhostView {
  readonly camera: Camera
  readonly viewport: Size
  /** Device pixels per screen unit. */
  readonly ratio: number
  readonly look: Look
  readonly now: number
  /** The view has moved since the last frame. */
  readonly moves: boolean
}

/** Pictures of what others are moving: painted once when it is taken up, and then only moved. */
export interface Ghosts {
  show(carried: readonly Carried[], view: GhostView): void
  /** Nothing looks as it did. */
  forget(): void
}

interface Ghost {
  readonly canvas: HTMLCanvasElement
  readonly mover: Mover
  shapes: readonly Shape[]
  zoom: number
  color: string
  /** What of it is painted, page units and where it lies. */
  painted: Box
}

export function createGhosts(host: HTMLElement, sources: PaintSources): Ghosts {
  const ghosts = new Map<PersonId, Ghost>()

  function ghostOf(person: PersonId): Ghost {
    const known = ghosts.get(person)
    if (known) return known
    const canvas = document.createElement('canvas')
    canvas.className = styles['ghost'] ?? ''
    canvas.setAttribute('aria-hidden', 'true')
    const nowhere = { x: 0, y: 0, w: 0, h: 0 }
    const ghost = { canvas, mover: createMover(canvas), shapes: [], zoom: 0, color: '', painted: nowhere }
    ghosts.set(person, ghost)
    host.append(canvas)
    return ghost
  }

  function drop(person: PersonId): void {
    ghosts.get(person)?.canvas.remove()
    ghosts.delete(person)
  }

  function show({ person, marker, shapes, by }: Carried, view: GhostView): void {
    const around = unionOf(shapes.map(boundsOf))
    const { x, y, w, h } = visibleBox(view.camera, view.viewport)
    const seen = { x: x - by.to[0], y: y - by.to[1], w, h }
    const content = around && grow(around, BLEED + (BADGE + 2) / view.camera.zoom)
    if (!content || !intersection(content, grow(seen, Math.max(w, h)))) return drop(person)
    const ghost = ghostOf(person)
    if (!isGood(ghost, shapes, marker, content, seen, view)) {
      ghost.painted = intersection(content, grow(seen, Math.max(w, h) / 2)) ?? content
      Object.assign(ghost, { shapes, zoom: view.camera.zoom, color: marker.color })
      draw(ghost, marker, sources, view)
    }
    const { painted, zoom } = ghost
    const place = (moved: Vec): Vec => toScreen(view.camera, [painted.x + moved[0], painted.y + moved[1]])
    ghost.mover.place(by, place, view.now, view.moves, view.camera.zoom / zoom)
  }

  return {
    show(carried, view) {
      const people = new Set(carried.map(({ person }) => person))
      for (const person of ghosts.keys()) if (!people.has(person)) drop(person)
      for (const each of carried) show(each, view)
    },
    forget() {
      for (const person of ghosts.keys()) drop(person)
    },
  }
}

/** While the view moves, a picture of another size is stretched. */
function isGood(
  { shapes: painted, zoom, color, painted: box }: Ghost,
  shapes: readonly Shape[],
  marker: Marker,
  content: Box,
  seen: Box,
  { camera, moves }: GhostView,
): boolean {
  if (!sameItems(painted, shapes) || color !== marker.color) return false
  if (zoom !== camera.zoom && !moves) return false
  const needed = intersection(content, seen)
  return !needed || within(needed, grow(box, 1e-6))
}

function draw(
  { canvas, shapes, painted }: Ghost,
  marker: Marker,
  sources: PaintSources,
  { camera: { zoom }, ratio, look }: GhostView,
): void {
  const scale = zoom * ratio
  canvas.width = Math.max(1, Math.ceil(painted.w * scale))
  canvas.height = Math.max(1, Math.ceil(painted.h * scale))
  canvas.style.width = `${canvas.width / ratio}px`
  canvas.style.height = `${canvas.height / ratio}px`
  const context = canvas.getContext('2d')
  if (!context) return
  context.textRendering = 'geometricPrecision'
  context.setTransform(scale, 0, 0, scale, -painted.x * scale, -painted.y * scale)
  for (const shape of shapes) {
    const drawn = isFar(shape, zoom) ? drawFarShape(shape, look) : drawShape(shape, look)
    paint(context, drawn, sources, painted)
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  const camera = { x: painted.x, y: painted.y, zoom }
  paintOutlines(context, shapes, marker, { camera, viewport: { w: painted.w * zoom, h: painted.h * zoom } })
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])
