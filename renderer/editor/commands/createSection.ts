import { boxAbout, intersects, unionOf, within, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { orderBetween } from '../../../shared/model/order.ts'
import { sectionsAround } from '../../../shared/model/sections.ts'
import {
  boundsOf,
  limitGeometry,
  SECTION_HEAD,
  type Section,
  type Shape,
} from '../../../shared/model/shape.ts'
import { carriedBy } from '../carried.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { settleInSections } from '../settleInSections.ts'
import { changeableShapes } from '../units.ts'
import { placeForNew } from './lookAt.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Size of a section that was not dragged out, in page units. */
const SECTION_SIZE: Vec = [640, 420]
/** Space between a section's edge and what it is put around, in page units. */
const PADDING = 32
/** No section is smaller, in page units. */
const LEAST: Vec = [160, 2 * SECTION_HEAD]

/** Where a section of the usual size lies with its middle at a page point. */
export const usualSectionBox = (middle: Vec): Box => boxAbout(middle, ...SECTION_SIZE)

/** The box of a section that lies around all of `shapes`; nothing for none. */
export function boxAround(shapes: readonly Shape[]): Box | undefined {
  const box = unionOf(shapes.map(boundsOf))
  return (
    box && {
      x: box.x - PADDING,
      y: box.y - PADDING - SECTION_HEAD,
      w: Math.max(LEAST[0], box.w + 2 * PADDING),
      h: Math.max(LEAST[1], box.h + 2 * PADDING + SECTION_HEAD),
    }
  )
}

/** A section that fills `box` (page units). It is not in the document yet. */
export function newSection({ board, nextStyle }: Editor, { x, y, w, h }: Box): Section {
  return {
    id: newShapeId(),
    kind: 'section',
    board: board.get(),
    geometry: limitGeometry([x, y, Math.max(LEAST[0], w), Math.max(LEAST[1], h), 0]),
    order: 'a0',
    style: { color: nextStyle.get().section },
    text: '',
  }
}

/**
 * Adds a section beneath what lies wholly within it, and takes that in. It is selected, and its title is open for
 * typing. One undo step.
 */
export function addSection(editor: Editor, drawn: Section): ShapeId | undefined {
  if (editor.fixed) return undefined
  const inside = contentFor(editor, drawn)
  const order = orderBeneath(editor, drawn, inside)
  const section = { ...drawn, order: order ?? ordersOnTop(editor, 1)[0] ?? drawn.order }
  editor.workshop.change((change) => {
    change.add(section)
    settleInSections(editor, change, [section])
    for (const { id } of inside) change.update(id, { section: section.id })
    if (order === undefined) raiseAbove(editor, inside, section, (id, to) => change.update(id, { order: to }))
  })
  editor.selection.set(new Set([section.id]))
  editor.editing.set(section.id)
  return section.id
}

/** A section around the selection; with nothing selected, one of the usual size where something new belongs. */
export function addSectionHere(editor: Editor): ShapeId | undefined {
  const box = boxAround(changeableShapes(editor)) ?? usualSectionBox(placeForNew(editor))
  return addSection(editor, newSection(editor, box))
}

/** What a section takes in: all that lies wholly within it, and in no other section than it does itself. */
export function contentFor(editor: Editor, section: Section): readonly Shape[] {
  const { workshop, board } = editor
  const area = boundsOf(section)
  const outside = new Set([section, ...sectionsAround(section, workshop.shapes.get)].map(({ id }) => id))
  const inside = workshop.shapes
    .within(board.get(), area)
    .filter((shape) => !outside.has(shape.id) && within(boundsOf(shape), area))
    .filter((shape) => !isLocked(editor, shape) && !isAttached(shape))
  const sections = new Set(inside.flatMap((shape) => (shape.kind === 'section' ? [shape.id] : [])))
  return inside.filter(
    (shape) =>
      shape.section !== section.id &&
      (shape.section === undefined || !stays(editor, shape.section, sections, area)),
  )
}

/** Does what lies in this section stay in it, since it comes along as a whole, or is no part of the new one's ground? */
function stays({ workshop }: Editor, id: ShapeId, taken: ReadonlySet<ShapeId>, area: Box): boolean {
  const section = workshop.shapes.get(id)
  if (!section) return false
  return taken.has(id) || !within(area, boundsOf(section))
}

/** It follows what it is attached to, whatever section that lies in. */
const isAttached = (shape: Shape): boolean =>
  shape.kind === 'stamp'
    ? shape.on !== undefined
    : shape.kind === 'connector' && (shape.start.shape !== undefined || shape.end.shape !== undefined)

/**
 * A place in the stack below all of `inside`, and above the sections that the new one lies on. Nothing where there is
 * no such place.
 */
function orderBeneath(
  { workshop, board }: Editor,
  section: Section,
  inside: readonly Shape[],
): string | undefined {
  const content = new Set(inside.map(({ id }) => id))
  const area = boundsOf(section)
  const ground = workshop.shapes
    .sections(board.get())
    .findLast((one) => !content.has(one.id) && intersects(boundsOf(one), area))
  const stack = workshop.shapes.all(board.get())
  const [lowest] = inside
  if (lowest && ground && ground.order >= lowest.order) return undefined
  const above = ground ? stack.find(({ order }) => order > ground.order) : stack[0]
  return orderBetween(ground?.order, above?.order)
}

/** Puts the content, with what goes along with it, above a section that had to go on top. */
function raiseAbove(
  editor: Editor,
  inside: readonly Shape[],
  section: Section,
  setOrder: (id: ShapeId, order: string) => void,
): void {
  const ids = carriedBy(
    editor,
    inside.map(({ id }) => id),
  )
  const shapes = editor.workshop.shapes.all(editor.board.get()).filter(({ id }) => ids.has(id))
  const orders = ordersOnTop(editor, shapes.length + 1).filter((order) => order > section.order)
  shapes.forEach(({ id }, index) => {
    const order = orders[index]
    if (order !== undefined) setOrder(id, order)
  })
}
