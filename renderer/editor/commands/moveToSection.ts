import { intersects, unionOf, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { sectionOf, sectionsAround } from '../../../shared/model/sections.ts'
import { boundsOf, SECTION_HEAD, type Section, type Shape } from '../../../shared/model/shape.ts'
import { isAttached } from '../attaching.ts'
import { carriedBy } from '../carried.ts'
import { shapesInOrder, type Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { moveEach } from './moveShapes.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Space kept around what is put somewhere, in page units. */
const GAP = 20
/** Distance between the places that are tried, in page units, and how many there are at most. */
const STEP = 40
const MOST_TRIES = 4000

/** The sections that shapes can be moved into: not the one they lie in, none of themselves, none that is locked. */
export function sectionsFor(editor: Editor, ids: Iterable<ShapeId>): readonly Section[] {
  const moved = carriedBy(editor, ids)
  const roots = shapesInOrder(editor, new Set(ids))
  const { shapes } = editor.workshop
  return shapes
    .all(editor.board.get())
    .filter((shape): shape is Section => shape.kind === 'section')
    .filter(
      (section) =>
        !moved.has(section.id) &&
        !isLocked(editor, section) &&
        roots.some((root) => sectionOf(root, shapes.get)?.id !== section.id),
    )
}

/**
 * Puts shapes, with what goes along with them, where there is room in a section; where there is none, the section
 * becomes taller. One undo step. Returns whether it was possible.
 */
export function moveIntoSection(editor: Editor, ids: ReadonlySet<ShapeId>, into: ShapeId): boolean {
  const section = sectionsFor(editor, ids).find(({ id }) => id === into)
  const movable = freeShapes(editor, ids)
  const box = unionOf(movable.map(boundsOf))
  if (!section || !box) return false
  const carried = carriedBy(editor, ids)
  const content = editor.workshop.shapes
    .referrers(section.id)
    .filter((shape) => shape.section === section.id && !carried.has(shape.id))
    .map(boundsOf)
  const { place, bottom } = placeIn(section, box, content)
  const [x, y, w, h, rotation] = section.geometry
  const goesAlong = shapesInOrder(editor, carried)
  const orders = ordersOnTop(editor, goesAlong.length)
  moveEach(
    editor,
    [{ ids: movable.map(({ id }) => id), by: [place[0] - box.x, place[1] - box.y] }],
    undefined,
    (change) => {
      if (bottom > y + h) change.update(section.id, { geometry: [x, y, w, bottom - y, rotation] })
      for (const { id } of movable) change.update(id, { section: section.id })
      goesAlong.forEach(({ id }, index) => change.update(id, { order: orders[index] ?? 'a0' }))
    },
  )
  return true
}

/** Where in a section something of this size has room, and how far down the section must reach for it. Page units. */
function placeIn(section: Section, { w, h }: Box, content: readonly Box[]): { place: Vec; bottom: number } {
  const [x, y, width, height] = section.geometry
  const [left, top] = [x + GAP, y + SECTION_HEAD + GAP]
  const right = Math.max(left, x + width - GAP - w)
  for (let down = top; down + h + GAP <= y + height; down += STEP)
    for (let across = left; across <= right; across += STEP)
      if (isClear({ x: across, y: down, w, h }, content)) return { place: [across, down], bottom: y + height }
  const lowest = Math.max(top - GAP, ...content.map((box) => box.y + box.h))
  return { place: [left, lowest + GAP], bottom: Math.max(y + height, lowest + GAP + h + GAP) }
}

const isClear = (box: Box, content: readonly Box[]): boolean =>
  !content.some((one) =>
    intersects(one, {
      x: box.x - GAP / 2 + 1,
      y: box.y - GAP / 2 + 1,
      w: box.w + GAP - 2,
      h: box.h + GAP - 2,
    }),
  )

/** Can these be moved out of a section? */
export const canLeaveSection = (editor: Editor, ids: ReadonlySet<ShapeId>): boolean =>
  freeShapes(editor, ids).some((shape) => sectionOf(shape, editor.workshop.shapes.get) !== undefined)

/** Puts shapes beside the section they lie in, where nothing else is. One undo step. Returns whether they lay in one. */
export function moveOutOfSection(editor: Editor, ids: ReadonlySet<ShapeId>): boolean {
  const movable = freeShapes(editor, ids)
  const { shapes } = editor.workshop
  const section = movable.map((shape) => sectionOf(shape, shapes.get)).find((found) => found !== undefined)
  const box = unionOf(movable.map(boundsOf))
  if (!section || !box) return false
  const ground = [section, ...sectionsAround(section, shapes.get)].map(({ id }) => id)
  const place = placeBeside(editor, boundsOf(section), box, new Set([...carriedBy(editor, ids), ...ground]))
  const moved = movable.map(({ id }) => id)
  moveEach(editor, [{ ids: moved, by: [place[0] - box.x, place[1] - box.y] }])
  return true
}

/** The nearest clear place right of a section, one column after the other; in the end, right of everything. */
function placeBeside(editor: Editor, section: Box, box: Box, notInTheWay: ReadonlySet<ShapeId>): Vec {
  const { shapes } = editor.workshop
  const board = editor.board.get()
  const rows = Math.max(1, Math.ceil(section.h / STEP))
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const x = section.x + section.w + GAP + Math.floor(tries / rows) * STEP
    const y = section.y + (tries % rows) * STEP
    const around = { x: x - GAP / 2, y: y - GAP / 2, w: box.w + GAP, h: box.h + GAP }
    const inTheWay = shapes
      .within(board, around)
      .some((shape) => !notInTheWay.has(shape.id) && isSolid(shape))
    if (!inTheWay) return [x, y]
  }
  const all = shapes.bounds(board) ?? section
  return [all.x + all.w + GAP, section.y]
}

const isSolid = ({ kind }: Shape): boolean => kind !== 'connector'

/** Those that can be put somewhere by themselves: not locked, and not going along with another of them. */
const freeShapes = (editor: Editor, ids: ReadonlySet<ShapeId>): readonly Shape[] =>
  editor.readOnly
    ? []
    : shapesInOrder(editor, ids).filter(
        (shape) =>
          !isLocked(editor, shape) &&
          !isAttached(shape) &&
          (shape.section === undefined || !ids.has(shape.section)),
      )
