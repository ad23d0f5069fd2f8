import { center, contains, within } from '../../shared/geometry/box.ts'
import { rotate } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { StepId } from '../../shared/journey/ids.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { byOrder } from '../../shared/model/order.ts'
import { sectionsAround } from '../../shared/model/sections.ts'
import { boundsOf, frameOf, type Section, type Shape } from '../../shared/model/shape.ts'
import type { Change } from '../../shared/model/workshop.ts'
import { carriedBy } from './carried.ts'
import { ordersOnTop } from './commands/ordersOnTop.ts'
import type { Editor } from './editor.ts'
import { settleInCells } from './journey/settleInCells.ts'
import { hasLock } from './locks.ts'
import { viewAt } from './journey/viewsOnBoard.ts'
import { settleInFrame } from './settleInFrames.ts'
import { stampHostAt } from './stampHost.ts'

/**
 * Puts shapes that were moved, or are new, into the sections and pictures in which their middles lie now, and takes them
 * out of those they have left. Notes settle in the cells of maps, and stamps on shapes. `moved` are the shapes as
 * `change` leaves them; what was carried along stays with what carried it. `others` are more shapes that the transaction
 * changes, which need no settling themselves. Call it in the transaction that moves or adds them.
 */
export function settleInSections(
  editor: Editor,
  change: Change,
  moved: readonly Shape[],
  others: readonly Shape[] = [],
): void {
  const ids = new Set(moved.map(({ id }) => id))
  const after = new Map([...moved, ...others].map((shape) => [shape.id, shape]))
  const open = openSections(editor, after)
  const raised = new Set<ShapeId>()
  const loose = moved.filter((shape) => !isCarried(shape, ids) && !editor.workshop.shapes.isHidden(shape.id))
  const { held, freed } = settleInCells(editor, change, loose)
  const frames = new Map<ShapeId, StepId | undefined>()
  for (const put of loose) {
    frames.set(put.id, undefined)
    if (held.has(put.id)) {
      if (put.frame !== undefined) change.update(put.id, { frame: undefined })
      continue
    }
    const shape = freed.get(put.id) ?? put
    const host = hostOf(editor, change, shape, after)
    const frame = host ? keepWith(change, shape, host) : settleInFrame(editor, change, shape)
    frames.set(put.id, frame)
    const isFramed = frame !== undefined
    const next = isFramed || host ? undefined : sectionFor(editor, shape, open, after)
    if (next?.id !== shape.section) change.update(shape.id, { section: next?.id })
    const ground = isFramed ? undefined : (next ?? viewAt(editor, center(boundsOf(shape))))
    if (ground && ground.id !== shape.id && isBelow(editor, shape, ground)) raised.add(shape.id)
  }
  for (const shape of moved) followHost(change, shape, frames)
  raise(editor, change, moved, raised)
}

/** A stamp that goes along with what it is on is in the same frame as that. */
function followHost(change: Change, shape: Shape, frames: ReadonlyMap<ShapeId, StepId | undefined>): void {
  if (shape.kind !== 'stamp' || shape.on === undefined || !frames.has(shape.on)) return
  keepWith(change, shape, { frame: frames.get(shape.on) })
}

/** Puts a stamp into the frame that its host is in, or out of all frames, however far over the edge it sticks out. */
function keepWith(change: Change, shape: Shape, { frame }: Pick<Shape, 'frame'>): StepId | undefined {
  if (shape.frame !== frame) change.update(shape.id, { frame })
  return frame
}

/** Adds shapes to the board, each in the section it lies in. */
export function addSettled(editor: Editor, change: Change, shapes: readonly Shape[]): void {
  for (const shape of shapes) change.add(shape)
  settleInSections(editor, change, shapes)
}

/** Goes along with something else that was moved. */
function isCarried(shape: Shape, moved: ReadonlySet<ShapeId>): boolean {
  if (shape.section !== undefined && moved.has(shape.section)) return true
  if (shape.kind === 'stamp') return shape.on !== undefined && moved.has(shape.on)
  // What is attached follows what it is attached to.
  return shape.kind === 'connector' && (shape.start.shape !== undefined || shape.end.shape !== undefined)
}

/** The sections that take something in, as they will lie, the topmost first. */
function openSections(editor: Editor, after: ReadonlyMap<ShapeId, Shape>): readonly Section[] {
  const known = editor.workshop.shapes.sections(editor.board.get())
  const ids = new Set(known.map(({ id }) => id))
  const added = [...after.values()].filter(
    (shape): shape is Section => shape.kind === 'section' && !ids.has(shape.id),
  )
  return [...known, ...added]
    .map((section) => {
      const moved = after.get(section.id)
      return moved?.kind === 'section' ? moved : section
    })
    .filter((section) => !section.collapsed && !hasLock(editor, section))
    .toSorted(byOrder)
    .toReversed()
}

/** The topmost section in which the shape comes to lie: its middle, or if it is a section itself, all of it. */
function sectionFor(
  { workshop }: Editor,
  shape: Shape,
  open: readonly Section[],
  after: ReadonlyMap<ShapeId, Shape>,
): Section | undefined {
  const lookup = (id: ShapeId) => after.get(id) ?? workshop.shapes.get(id)
  const middle = center(boundsOf(shape))
  return open.find((section) => {
    if (section.id === shape.id || !isOver(section, middle)) return false
    if (shape.kind !== 'section') return true
    // No section comes to lie in one that lies in it.
    return (
      within(boundsOf(shape), boundsOf(section)) &&
      !sectionsAround(section, lookup).some(({ id }) => id === shape.id)
    )
  })
}

/** Is the page point on the section's ground? */
export function isOver(section: Section, point: Vec): boolean {
  const frame = frameOf(section)
  return contains(frame, rotate(point, center(frame), -section.geometry[4]))
}

/** A stamp settles on the shape beneath it, and goes where that goes. Gives that shape. */
function hostOf(
  { workshop, board }: Editor,
  change: Change,
  shape: Shape,
  after: ReadonlyMap<ShapeId, Shape>,
): Shape | undefined {
  if (shape.kind !== 'stamp') return undefined
  // A new stamp says itself what it is on.
  const isNew = workshop.shapes.get(shape.id) === undefined
  if (isNew && shape.on !== undefined) return after.get(shape.on) ?? workshop.shapes.get(shape.on)
  const host = stampHostAt(workshop.shapes, board.get(), center(boundsOf(shape)))
  if (host?.id !== shape.on) change.update(shape.id, { on: host?.id })
  return host
}

/** Would the section or the map cover the shape, or something that goes along with it? New shapes are on top already. */
function isBelow(editor: Editor, shape: Shape, ground: Shape): boolean {
  if (!editor.workshop.shapes.get(shape.id)) return shape.order < ground.order
  for (const id of carriedBy(editor, [shape.id])) {
    const one = editor.workshop.shapes.get(id)
    if (one && one.order < ground.order) return true
  }
  return false
}

/** Puts shapes with all that goes along with them on top of the board, in the order they are in. */
function raise(editor: Editor, change: Change, moved: readonly Shape[], roots: ReadonlySet<ShapeId>): void {
  if (roots.size === 0) return
  const raised = new Map(moved.filter(({ id }) => roots.has(id)).map((shape) => [shape.id, shape]))
  for (const id of carriedBy(editor, roots)) {
    const shape = editor.workshop.shapes.get(id)
    if (shape) raised.set(id, shape)
  }
  const inOrder = [...raised.values()].sort(byOrder)
  const orders = ordersOnTop(editor, inOrder.length)
  inOrder.forEach(({ id }, index) => {
    const order = orders[index]
    if (order !== undefined) change.update(id, { order })
  })
}
