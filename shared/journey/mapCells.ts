import { contains, type Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import type { Cell } from './cell.ts'
import { ROLES, type LaneKind, type Role } from './entities.ts'
import type { JourneyId } from './ids.ts'
import { MAP, type Card, type MapColumn, type MapLane, type MapLayout, type MapStage } from './mapLayout.ts'
import { cellKey } from './sortCards.ts'

const ROLE_KINDS: ReadonlySet<string> = new Set(ROLES)

/** Does a lane hold notes? The others show what the steps themselves say. */
export const isRole = (kind: LaneKind): kind is Role => ROLE_KINDS.has(kind)

/** A place on a map that takes notes in. */
export interface MapCell {
  /** What a note that lies there says of itself. */
  readonly cell: Omit<Cell, 'was'>
  /** Page units, from the map's top-left corner. */
  readonly box: Box
  /** What lies there, top to bottom. */
  readonly cards: readonly Card[]
}

/** The cell at a point that is seen from the map's top-left corner. What is collapsed takes nothing in. */
export function cellAt(layout: MapLayout, [x, y]: Vec): MapCell | undefined {
  const lane = layout.lanes.find((one) => y >= one.y && y < one.y + one.h)
  if (lane) return cellIn(layout, lane, x)
  const { tray, input } = layout
  if (!tray || !contains(tray.box, [x, y])) return undefined
  return { cell: { journey: input.journey.id, role: 'custom' }, box: tray.box, cards: [] }
}

function cellIn(layout: MapLayout, lane: MapLane, x: number): MapCell | undefined {
  const { kind, id } = lane.lane
  if (!isRole(kind) || lane.collapsed) return undefined
  const found = columnAt(layout, x)
  if (!found || found.stage.collapsed) return undefined
  const { stage, column } = found
  return {
    cell: { ...placeOf(layout.input.journey.id, stage, column), role: kind, lane: id },
    box: { x: column.x, y: lane.y, w: column.w, h: lane.h },
    cards: layout.cells.get(cellKey(id, stage, column)) ?? [],
  }
}

const placeOf = (
  journey: JourneyId,
  { stage }: MapStage,
  { step }: MapColumn,
): Pick<Cell, 'journey' | 'step' | 'stage'> => ({
  journey,
  ...(step ? { step: step.id } : stage && { stage: stage.id }),
})

/** The column at a distance from the map's left edge, page units. */
export function columnAt(
  { stages }: Pick<MapLayout, 'stages'>,
  x: number,
): { readonly stage: MapStage; readonly column: MapColumn } | undefined {
  for (const stage of stages)
    if (x >= stage.box.x && x < stage.box.x + stage.box.w) {
      const column = stage.columns.find((one) => x >= one.x && x < one.x + one.w)
      return column && { stage, column }
    }
  return undefined
}

/** How many of a cell's cards, without those that are left out, lie above a height (page units from the map's edge). */
export function cardsAbove({ cards }: Pick<MapLayout, 'cards'>, inCell: readonly Card[], y: number): number {
  return inCell.filter(({ id }) => {
    const box = cards.get(id)
    return box !== undefined && box.y + box.h / 2 < y
  }).length
}

/** Where a card would come to lie between others: a line across the cell, page units from the map's corner. */
export function insertionLine(
  layout: MapLayout,
  { box }: MapCell,
  rest: readonly Card[],
  index: number,
): Box {
  const line = { x: box.x + MAP.padding, w: box.w - 2 * MAP.padding, h: 0 }
  const above = rest[index - 1]
  const below = rest[index]
  const [over, under] = [above && layout.cards.get(above.id), below && layout.cards.get(below.id)]
  if (over) return { ...line, y: over.y + over.h + MAP.gap / 2 }
  return { ...line, y: under ? under.y - MAP.gap / 2 : box.y + MAP.padding - MAP.gap / 2 }
}
