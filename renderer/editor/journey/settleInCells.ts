import { center } from '../../../shared/geometry/box.ts'
import type { Cell } from '../../../shared/journey/cell.ts'
import { cardsAbove } from '../../../shared/journey/mapCells.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { ordersBetween } from '../../../shared/model/order.ts'
import { boundsOf, type Note, type Shape } from '../../../shared/model/shape.ts'
import type { Change, Patch } from '../../../shared/model/workshop.ts'
import { fitText } from '../../../shared/scene/fitText.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import { ordersOnTop } from '../commands/ordersOnTop.ts'
import type { Editor } from '../editor.ts'
import { cellUnder, isCard, type CellOnBoard } from './cellsOnBoard.ts'

/** What became of notes that were put down. */
export interface Settled {
  /** They lie in a map now. */
  readonly held: ReadonlySet<ShapeId>
  /** They lay in one, and are notes of the board now, as they are written. */
  readonly freed: ReadonlyMap<ShapeId, Note>
}

/**
 * Puts notes into the cells of maps in which their middles lie now, between the cards above and below, and takes them
 * out of those they have left. `moved` are the shapes as they were let go; maps among them take nothing in. Only what
 * differs is written.
 */
export function settleInCells(editor: Editor, change: Change, moved: readonly Shape[]): Settled {
  const ids = new Set(moved.map(({ id }) => id))
  const arrivals = new Map<string, Arrival>()
  const held = new Set<ShapeId>()
  const leaving: Note[] = []
  for (const note of moved) {
    if (note.kind !== 'note') continue
    const found = cellUnder(editor, center(boundsOf(note)))
    if (found && !ids.has(found.map.id)) {
      arrive(arrivals, found, note)
      held.add(note.id)
    } else if (isCard(editor, note) || (note.cell && !editor.workshop.shapes.get(note.id))) leaving.push(note)
  }
  for (const { found, notes } of arrivals.values()) {
    const orders = ordersFor(editor, found, notes, ids)
    for (const note of notes) settle(editor, change, found, note, orders.get(note.id))
    for (const card of found.cards) {
      const order = orders.get(card.id)
      if (order !== undefined && !held.has(card.id)) change.update(card.id, { order })
    }
  }
  return { held, freed: free(editor, change, leaving) }
}

interface Arrival {
  readonly found: CellOnBoard
  readonly notes: Note[]
}

function arrive(arrivals: Map<string, Arrival>, found: CellOnBoard, note: Note): void {
  const { journey, lane = '', step = '', stage = '' } = found.cell
  const key = [journey, lane, step, stage].join(' ')
  const known = arrivals.get(key)
  if (known) known.notes.push(note)
  else arrivals.set(key, { found, notes: [note] })
}

const storedOrder = ({ workshop }: Editor, { id, order }: Pick<Note, 'id' | 'order'>): string =>
  workshop.shapes.placement.stored(id)?.order ?? order

/** The orders to write so that notes lie among the cards of a cell where they were put down; often none. */
function ordersFor(
  editor: Editor,
  { map, cell, cards }: CellOnBoard,
  notes: readonly Note[],
  moved: ReadonlySet<ShapeId>,
): ReadonlyMap<ShapeId, string> {
  const orders = new Map<ShapeId, string>()
  // In the tray they lie as they come.
  if (cell.lane === undefined) return orders
  const rest = cards.filter(({ id }) => !moved.has(id))
  const orderOf = (id: ShapeId): string | undefined => editor.workshop.shapes.placement.stored(id)?.order
  const middle = (note: Note) => center(boundsOf(note))[1] - map.geometry[1]
  const sorted = notes.toSorted(
    (a, b) => middle(a) - middle(b) || (storedOrder(editor, a) < storedOrder(editor, b) ? -1 : 1),
  )
  const runs = new Map<number, Note[]>()
  for (const note of sorted) {
    const index = cardsAbove(map.layout, rest, middle(note))
    runs.set(index, [...(runs.get(index) ?? []), note])
  }
  for (const [index, run] of runs) {
    const [lower, upper] = [rest[index - 1], rest[index]].map((card) => card && orderOf(card.id))
    const now = run.map((note) => storedOrder(editor, note))
    if (isAscending([...(lower ? [lower] : []), ...now, ...(upper ? [upper] : [])])) continue
    const between = ordersBetween(lower, upper, run.length)
    if (!between) return renumbered(rest, runs)
    run.forEach(({ id }, at) => orders.set(id, between[at] ?? 'a0'))
  }
  return orders
}

const isAscending = (orders: readonly string[]): boolean =>
  orders.every((order, index) => index === 0 || (orders[index - 1] ?? '') < order)

/** Where there is no room between two cards, all of the cell are numbered anew. */
function renumbered(
  rest: readonly { readonly id: ShapeId }[],
  runs: ReadonlyMap<number, readonly Note[]>,
): ReadonlyMap<ShapeId, string> {
  const ids: ShapeId[] = []
  for (let index = 0; index <= rest.length; index++) {
    ids.push(...(runs.get(index) ?? []).map(({ id }) => id))
    const card = rest[index]
    if (card) ids.push(card.id)
  }
  const orders = ordersBetween(undefined, undefined, ids.length) ?? []
  return new Map(ids.map((id, index) => [id, orders[index] ?? 'a0']))
}

/** Writes into a note where in a map it lies. */
function settle(
  { workshop, measure }: Editor,
  change: Change,
  { cell: at }: CellOnBoard,
  note: Note,
  order: string | undefined,
): void {
  const [, , w, h] = note.geometry
  const before = note.cell
  const was: Cell['was'] = before ? before.was : [w, h]
  const role = at.lane === undefined ? (before?.role ?? at.role) : at.role
  const cell: Cell = { ...at, role, ...(was && { was }) }
  const lies = workshop.shapes.placement.stored(note.id) !== undefined
  change.update(note.id, {
    ...(sameCell(before, cell) ? {} : { cell }),
    ...(order !== undefined && { order }),
    ...(note.section !== undefined && { section: undefined }),
    ...(note.groups && { groups: undefined }),
    ...(lies && before ? {} : cardSize(note, measure)),
  })
}

function cardSize(note: Note, measure: Editor['measure']): Patch {
  const [x, y] = note.geometry
  const { geometry, grow } = fitText<Note>(
    { ...note, geometry: [x, y, MAP.card, MAP.cardHeight, 0] },
    measure,
  )
  return { geometry, grow }
}

function sameCell(a: Cell | undefined, b: Cell): boolean {
  return (
    a !== undefined &&
    a.journey === b.journey &&
    a.role === b.role &&
    a.lane === b.lane &&
    a.step === b.step &&
    a.stage === b.stage
  )
}

/** Makes notes of the board of cards: as large as they were before, around where they were let go, on top of all else. */
function free(editor: Editor, change: Change, notes: readonly Note[]): ReadonlyMap<ShapeId, Note> {
  const freed = new Map<ShapeId, Note>()
  if (notes.length === 0) return freed
  const orders = ordersOnTop(editor, notes.length)
  notes.forEach((note, index) => {
    const [w, h] = note.cell?.was ?? [NOTE_SIZE, NOTE_SIZE]
    const [x, y] = center(boundsOf(note))
    const { cell: _, ...plain } = note
    const fitted = fitText<Note>({ ...plain, geometry: [x - w / 2, y - h / 2, w, h, 0] }, editor.measure)
    const now: Note = { ...fitted, board: editor.board.get(), order: orders[index] ?? note.order }
    freed.set(note.id, now)
    const { board, geometry, grow, order } = now
    change.update(note.id, { cell: undefined, board, geometry, grow, order })
  })
  return freed
}
