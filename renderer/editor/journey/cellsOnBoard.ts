import { center, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { cardsAbove, cellAt, insertionLine, type MapCell } from '../../../shared/journey/mapCells.ts'
import type { MapLayout } from '../../../shared/journey/mapLayout.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, type JourneyMap, type Note, type Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

type World = Pick<Editor, 'workshop' | 'board'>

export type LaidOutMap = JourneyMap & { readonly layout: MapLayout }

/** Is it a note whose place follows from the map it lies in? */
export const isCard = ({ workshop }: Pick<Editor, 'workshop'>, shape: Shape): boolean =>
  shape.kind === 'note' && shape.cell !== undefined && workshop.shapes.placement.viewOf(shape) !== undefined

/** The topmost map at a page point. */
export function mapAt({ workshop, board }: World, [x, y]: Vec): LaidOutMap | undefined {
  const found = workshop.shapes
    .within(board.get(), { x, y, w: 0, h: 0 })
    .findLast(({ kind }) => kind === 'map')
  return found?.kind === 'map' && found.layout ? (found as LaidOutMap) : undefined
}

/** A cell with the map it is in. */
export interface CellOnBoard extends MapCell {
  readonly map: LaidOutMap
}

/** The cell at a page point, of a map that holds its journey's notes. */
export function cellUnder(editor: World, point: Vec): CellOnBoard | undefined {
  const map = mapAt(editor, point)
  // Of two maps of a journey, one holds its notes.
  if (!map || editor.workshop.shapes.placement.mapOf(map.journey) !== map.id) return undefined
  const cell = cellAt(map.layout, fromCorner(map, point))
  return cell && { ...cell, map }
}

export const fromCorner = ({ geometry: [x, y] }: JourneyMap, point: Vec): Vec => [point[0] - x, point[1] - y]

/** What of a map would take in a note: page units. */
export interface DropSpot {
  readonly cell: Box
  /** Between which cards it would come to lie; no height. Nothing in the tray. */
  readonly line: Box | undefined
}

/** Where notes that are dragged would settle if they were let go, as `shapes` are then. */
export function dropSpots(
  editor: World,
  shapes: readonly Shape[],
  dragged: ReadonlySet<ShapeId>,
): readonly DropSpot[] {
  const spots = new Map<string, DropSpot>()
  for (const shape of shapes) {
    if (shape.kind !== 'note') continue
    const spot = spotOf(editor, shape, dragged)
    if (spot) spots.set(JSON.stringify(spot), spot)
  }
  return [...spots.values()]
}

function spotOf(editor: World, note: Note, dragged: ReadonlySet<ShapeId>): DropSpot | undefined {
  const middle = center(boundsOf(note))
  const found = cellUnder(editor, middle)
  if (!found || dragged.has(found.map.id)) return undefined
  const { map, cards } = found
  const [x, y] = map.geometry
  const placed = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })
  const rest = cards.filter(({ id }) => !dragged.has(id))
  const index = cardsAbove(map.layout, rest, middle[1] - y)
  return {
    cell: placed(found.box),
    line: found.cell.lane === undefined ? undefined : placed(insertionLine(map.layout, found, rest, index)),
  }
}
