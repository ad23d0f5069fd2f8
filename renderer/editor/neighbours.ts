import { center, grow, intersection, type Box } from '../../shared/geometry/box.ts'
import { distance } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { visibleBox } from './camera.ts'
import type { Editor } from './editor.ts'

/** How far around something it is looked for neighbours at first: in screen units, but no further than in page units. */
const FIRST_REACH = 700
const MOST_REACH = 1500
/** Looked at in one go; where more lies around, it is looked less far. */
const MOST_FOUND = 300
/** The nearest of those are taken. */
const MOST = 60
/** Nobody looks for less than this, in screen units. */
const LEAST_REACH = 40
/** What lines are aligned to must be seen as a box. */
const KINDS: ReadonlySet<Shape['kind']> = new Set(['note', 'text', 'form', 'image', 'section', 'figure'])

/**
 * The boxes of visible shapes around a box (page units), for it to be aligned to: a bounded number, whatever lies on the
 * board, and looked up again only once the box has moved on. `except` are those that move themselves.
 */
export function createNeighbours(
  editor: Editor,
  except: ReadonlySet<ShapeId>,
): (around: Box) => readonly Box[] {
  const { workshop, board, camera, viewport } = editor
  let reach = Math.min(MOST_REACH, FIRST_REACH / camera.get().zoom)
  let known: { readonly around: Box; readonly boxes: readonly Box[]; readonly camera: object } | undefined

  function lookUp(around: Box): readonly Box[] {
    const view = visibleBox(camera.get(), viewport.get())
    let found = shapesAround(around, view)
    while (found.size > MOST_FOUND) {
      if (reach < LEAST_REACH / camera.get().zoom) return []
      reach /= 2
      found = shapesAround(around, view)
    }
    const middle = center(around)
    return [...found]
      .filter((shape) => !except.has(shape.id) && KINDS.has(shape.kind))
      .map(boundsOf)
      .map((box) => ({ box, far: distance(center(box), middle) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, MOST)
      .map(({ box }) => box)
  }

  function shapesAround(around: Box, view: Box): ReadonlySet<Shape> {
    const found = new Set<Shape>()
    for (const part of partsAround(around, reach)) {
      const seen = intersection(part, view)
      if (seen) for (const shape of workshop.shapes.within(board.get(), seen)) found.add(shape)
    }
    return found
  }

  return (around) => {
    const now = camera.get()
    if (!known || known.camera !== now || difference(known.around, around) > reach / 4)
      known = { around, boxes: lookUp(around), camera: now }
    return known.boxes
  }
}

const difference = (a: Box, b: Box): number =>
  distance(center(a), center(b)) + Math.abs(a.w - b.w) + Math.abs(a.h - b.h)

/** All around a small box; of a large one, what is beside its edges. */
function partsAround(box: Box, reach: number): readonly Box[] {
  const all = grow(box, reach)
  if (box.w <= 2 * reach && box.h <= 2 * reach) return [all]
  return [
    { ...all, h: reach },
    { ...all, y: box.y + box.h, h: reach },
    { ...all, w: reach },
    { ...all, x: box.x + box.w, w: reach },
  ]
}
