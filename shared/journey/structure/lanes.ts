import { newShapeId } from '../../model/ids.ts'
import type { Note } from '../../model/shape.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import type { LaneKind } from '../entities.ts'
import { laneId, newId, type JourneyId, type LaneId } from '../ids.ts'
import { indexAt, ordersAt, type Spot } from './ordersAt.ts'

type Journeys = Pick<Workshop, 'journeys'>

interface NewLane extends Spot<LaneId> {
  readonly journey: JourneyId
  readonly kind: LaneKind
  /** Empty for what lanes of its kind are called. */
  readonly name?: string
}

/** Adds a lane to a journey's map: above (before) or below (after) another, or at the bottom. Gives its id. */
export function addLane(
  { journeys }: Journeys,
  change: Change,
  { journey, kind, name = '', ...spot }: NewLane,
): LaneId {
  const id = newId(laneId)
  const siblings = journeys.lanesOf(journey)
  const { orders, renumbered } = ordersAt(siblings, indexAt(siblings, spot), 1)
  renumber(change, renumbered)
  change.put('lanes', { id, order: orders[0] ?? 'a0', journey, kind, name })
  return id
}

/** Puts a lane elsewhere among those of its journey. */
export function moveLane({ journeys }: Journeys, change: Change, id: LaneId, spot: Spot<LaneId>): void {
  const lane = journeys.get('lanes', id)
  if (!lane || spot.before === id || spot.after === id) return
  const siblings = journeys.lanesOf(lane.journey).filter((other) => other.id !== id)
  const { orders, renumbered } = ordersAt(siblings, indexAt(siblings, spot), 1)
  renumber(change, renumbered)
  change.set('lanes', id, { order: orders[0] ?? lane.order })
}

/** Adds a copy of a lane below it, with copies of the notes in it. Gives its id. */
export function copyLane(workshop: Workshop, change: Change, id: LaneId): LaneId | undefined {
  const { journeys, shapes } = workshop
  const lane = journeys.get('lanes', id)
  if (!lane) return undefined
  const { journey, kind, name, height, personas, journeys: others } = lane
  const copy = addLane(workshop, change, { journey, kind, name, after: id })
  change.set('lanes', copy, { height, personas, journeys: others })
  for (const note of shapes.placement.notesOf(journey))
    if (note.cell?.lane === id) change.add(copyNote(note, { ...note.cell, lane: copy }))
  return copy
}

/** The same note once more, in another cell. */
export function copyNote({ groups: _, section: __, ...note }: Note, cell: Note['cell']): Note {
  return { ...note, id: newShapeId(), cell }
}

function renumber(change: Change, orders: ReadonlyMap<string, string>): void {
  for (const [id, order] of orders) change.set('lanes', id as LaneId, { order })
}
