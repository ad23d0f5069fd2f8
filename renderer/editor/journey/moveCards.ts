import { center } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { cellAt, columnAt, isRole } from '../../../shared/journey/mapCells.ts'
import type { MapLayout } from '../../../shared/journey/mapLayout.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, type Note } from '../../../shared/model/shape.ts'
import { reveal } from '../commands/lookAt.ts'
import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'
import { fromCorner, isCard, type LaidOutMap } from './cellsOnBoard.ts'
import { settleInCells } from './settleInCells.ts'

/** The selected notes that lie in maps and may be moved. */
export const selectedCards = (editor: Editor): readonly Note[] =>
  changeableShapes(editor).filter((shape): shape is Note => isCard(editor, shape))

/**
 * Moves cards as an arrow points: to the cell beside, or past the next card and on into the next lane. Those that have
 * nowhere to go stay.
 */
export function moveCards(editor: Editor, cards: readonly Note[], arrow: Vec, step?: Step): void {
  const dragged = new Set(cards.map(({ id }) => id))
  const moved = cards.flatMap((card): Note[] => {
    const map = mapOf(editor, card)
    const to = map && (arrow[0] === 0 ? above(map, card, arrow[1], dragged) : beside(map, card, arrow[0]))
    if (!map || !to) return []
    const [, , w, h, turned] = card.geometry
    const [x, y] = [map.geometry[0] + to[0], map.geometry[1] + to[1]]
    return [{ ...card, geometry: [x - w / 2, y - (h + card.grow) / 2, w, h, turned] }]
  })
  if (moved.length === 0 || editor.readOnly) return
  editor.workshop.change((change) => settleInCells(editor, change, moved), step)
  const [first] = cards
  if (first) reveal(editor, first.id)
}

function mapOf({ workshop }: Editor, card: Note): LaidOutMap | undefined {
  const view = workshop.shapes.placement.viewOf(card)
  const map = view && workshop.shapes.get(view)
  return map?.kind === 'map' && map.layout ? (map as LaidOutMap) : undefined
}

const middleIn = (map: LaidOutMap, card: Note): Vec => fromCorner(map, center(boundsOf(card)))

/** The middle of the column beside, at the same height. */
function beside(map: LaidOutMap, card: Note, way: number): Vec | undefined {
  const [x, y] = middleIn(map, card)
  const columns = map.layout.stages
    .flatMap((stage) => (stage.collapsed ? [] : stage.columns))
    .toSorted((a, b) => a.x - b.x)
  const now = columns.findIndex((column) => x >= column.x && x < column.x + column.w)
  const next = columns[now + Math.sign(way)]
  return now < 0 || !next || !cellAt(map.layout, [x, y])?.cell.lane ? undefined : [next.x + next.w / 2, y]
}

/** Just past the next card of the cell, or else just inside the next lane that takes notes in. */
function above(map: LaidOutMap, card: Note, way: number, dragged: ReadonlySet<ShapeId>): Vec | undefined {
  const { layout } = map
  const [x, y] = middleIn(map, card)
  const found = cellAt(layout, [x, y])
  if (!found) return undefined
  const rest = found.cards.filter(({ id }) => id === card.id || !dragged.has(id))
  const place = rest.findIndex(({ id }) => id === card.id)
  const next = place < 0 ? undefined : layout.cards.get(rest[place + Math.sign(way)]?.id ?? card.id)
  if (next && rest[place + Math.sign(way)]) return [x, next.y + next.h / 2 + Math.sign(way)]
  return intoLane(layout, x, y, way)
}

function intoLane(layout: MapLayout, x: number, y: number, way: number): Vec | undefined {
  if (!columnAt(layout, x)) return undefined
  const lanes = layout.lanes.filter(({ lane, collapsed }) => isRole(lane.kind) && !collapsed)
  const next = way > 0 ? lanes.find((lane) => lane.y > y) : lanes.findLast((lane) => lane.y + lane.h <= y)
  if (!next) return undefined
  return [x, way > 0 ? next.y + 1 : next.y + next.h - 1]
}
