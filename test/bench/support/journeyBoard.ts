import * as Y from 'yjs'
import type { LaneKind, Step } from '../../../shared/journey/entities.ts'
import { newId, journeyId, laneId, stageId, stepId, storyId } from '../../../shared/journey/ids.ts'
import { isRole } from '../../../shared/journey/mapCells.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import { ROLE_COLORS } from '../../../shared/journey/roleColors.ts'
import { FIRST_BOARD, newShapeId } from '../../../shared/model/ids.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { noteText } from './manyNotes.ts'

/** How large the map is that is measured. */
export const JOURNEY = { stages: 6, steps: 60, notes: 2000 } as const

const LANES: readonly LaneKind[] = [
  'action',
  'touchpoint',
  'thought',
  'emotion',
  'today',
  'channel',
  'pain',
  'opportunity',
  'custom',
  'metric',
  'team',
  'custom',
]

/** A workshop with one journey on one map: 60 steps, 12 lanes, 2,000 notes. */
export function journeyWorkshop(): { readonly workshop: Workshop; readonly doc: Y.Doc } {
  const doc = new Y.Doc()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  const [story, journey] = [newId(storyId), newId(journeyId)]
  const stages = keyed(JOURNEY.stages, () => newId(stageId))
  const steps = keyed(JOURNEY.steps, () => newId(stepId))
  const lanes = keyed(LANES.length, () => newId(laneId)).map((lane, index) => ({
    ...lane,
    kind: LANES[index] ?? 'custom',
  }))
  const cells = lanes.filter(({ kind }) => isRole(kind))
  workshop.change((change) => {
    change.put('journeys', {
      id: journey,
      order: 'a0',
      name: 'Bench',
      story,
      kind: 'current',
      direction: 'ltr',
    })
    for (const [index, { id, order }] of stages.entries())
      change.put('stages', { id, order, story, name: `Stage ${index + 1}` })
    for (const [index, { id, order }] of steps.entries()) {
      const stage = stages[Math.floor((index * JOURNEY.stages) / JOURNEY.steps)]
      if (stage) change.put('steps', stepOf(index, { id, order, journey, stage: stage.id, origins: [id] }))
    }
    for (const { id, order, kind } of lanes) change.put('lanes', { id, order, journey, kind, name: '' })
    change.add({
      id: newShapeId(),
      kind: 'map',
      board: FIRST_BOARD,
      order: 'a0',
      geometry: [0, 0, 1, 1, 0],
      journey,
    })
    const orders = ordersAbove([], JOURNEY.notes)
    for (let index = 0; index < JOURNEY.notes; index++) {
      const lane = cells[index % cells.length]
      const step = steps[Math.floor(index / cells.length) % steps.length]
      if (!lane || !step || !isRole(lane.kind)) continue
      change.add({
        id: newShapeId(),
        kind: 'note',
        board: FIRST_BOARD,
        order: orders[index] ?? 'a0',
        geometry: [0, 0, MAP.card, MAP.cardHeight, 0],
        style: { color: ROLE_COLORS[lane.kind] },
        text: noteText(index),
        grow: 0,
        cell: { journey, role: lane.kind, lane: lane.id, step: step.id },
      })
    }
  })
  return { workshop, doc }
}

function keyed<Id>(count: number, id: () => Id): readonly { readonly id: Id; readonly order: string }[] {
  return ordersAbove([], count).map((order) => ({ id: id(), order }))
}

function stepOf(index: number, place: Pick<Step, 'id' | 'order' | 'journey' | 'stage' | 'origins'>): Step {
  const emotion = (((index * 7) % 5) - 2) as -2 | -1 | 0 | 1 | 2
  return {
    ...place,
    title: noteText(index),
    caption: '',
    today: index % 3 === 0 ? '' : noteText(index + 1),
    place: '',
    feelings: {},
    votes: 0,
    emotion,
    ...(index % 6 === 0 && { key: true as const }),
  }
}
