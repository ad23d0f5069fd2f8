import type { LaneId } from './ids.ts'
import type { Card, MapColumn, MapInput, MapStage } from './mapLayout.ts'

/** A cell in which something lies. */
interface FilledCell {
  readonly stage: MapStage
  readonly column: MapColumn
  readonly cards: Card[]
}

export interface Cells {
  readonly in: ReadonlyMap<string, readonly Card[]>
  /** In the order of columns. */
  readonly byLane: ReadonlyMap<LaneId, readonly FilledCell[]>
  /** How many notes lie in a stage. */
  readonly held: ReadonlyMap<MapStage, number>
  readonly tray: readonly Card[]
  /** In hidden lanes. */
  readonly unseen: readonly Card[]
}

/** A cell's own key among those of its map. A column may stand for a whole stage, collapsed or empty. */
export const cellKey = (
  lane: string,
  { stage }: Pick<MapStage, 'stage'>,
  { step }: Pick<MapColumn, 'step'>,
): string => `${lane} ${step?.id ?? stage?.id ?? ''}`

/** Which cards lie in which cell of a map. Takes time by the number of cards and columns. */
export function sortCards({ lanes, steps, cards }: MapInput, stages: readonly MapStage[]): Cells {
  const columnOf = new Map<string, readonly [stage: MapStage, column: MapColumn]>()
  for (const stage of stages) {
    const [first] = stage.columns
    if (stage.stage && first) columnOf.set(stage.stage.id, [stage, first])
    for (const column of stage.columns) if (column.step) columnOf.set(column.step.id, [stage, column])
  }
  // A step of a collapsed stage has no column of its own.
  for (const { id, stage } of steps) {
    const column = columnOf.get(stage)
    if (column && !columnOf.has(id)) columnOf.set(id, column)
  }
  const known = new Map(lanes.map((lane) => [lane.id, lane]))
  const filled = new Map<string, FilledCell>()
  const byLane = new Map<LaneId, FilledCell[]>()
  const held = new Map<MapStage, number>()
  const [tray, unseen]: [Card[], Card[]] = [[], []]
  for (const card of cards) {
    const { cell } = card
    const lane = cell.lane === undefined ? undefined : known.get(cell.lane)
    const place = columnOf.get(cell.step ?? cell.stage ?? '')
    if (!lane || !place) tray.push(card)
    else if (lane.hidden) unseen.push(card)
    else {
      const [stage, column] = place
      held.set(stage, (held.get(stage) ?? 0) + 1)
      const key = cellKey(lane.id, stage, column)
      const found = filled.get(key)
      if (found) found.cards.push(card)
      else {
        const made = { stage, column, cards: [card] }
        filled.set(key, made)
        const own = byLane.get(lane.id)
        if (own) own.push(made)
        else byLane.set(lane.id, [made])
      }
    }
  }
  for (const own of byLane.values()) own.sort((a, b) => a.column.x - b.column.x)
  return {
    in: new Map([...filled].map(([key, { cards: found }]) => [key, found])),
    byLane,
    held,
    tray,
    unseen,
  }
}
