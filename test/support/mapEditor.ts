import type { Vec } from '../../shared/geometry/vec.ts'
import type { Lane, LaneKind, Stage, Step } from '../../shared/journey/entities.ts'
import type { JourneyId, LaneId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { MAP } from '../../shared/journey/mapLayout.ts'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import type { JourneyMap } from '../../shared/model/shape.ts'
import { TestEditor } from './testEditor.ts'

const STORY = 'story' as StoryId
const JOURNEY = 'guest' as JourneyId
/** Where the map's corner is, page units. */
const CORNER: Vec = [1000, 500]

const aStage = (id: string, order: string): Stage => ({ id: id as StageId, order, story: STORY, name: id })

const aStep = (id: string, stage: string, order: string): Step => ({
  id: id as StepId,
  order,
  journey: JOURNEY,
  stage: stage as StageId,
  title: id,
  caption: '',
  today: '',
  place: '',
  feelings: {},
  votes: 0,
  origins: [id as StepId],
})

const aLane = (kind: LaneKind, order: string): Lane => ({
  id: kind as string as LaneId,
  order,
  journey: JOURNEY,
  kind,
  name: '',
})

/**
 * An editor with the map of a journey: the stages `s1` (steps `one`, `two`) and `s2` (step `three`), and the lanes
 * `action`, `pain` and `emotion`, which are called what they are.
 */
export class MapEditor extends TestEditor {
  readonly mapId = 'map' as ShapeId
  readonly journey = JOURNEY

  constructor(options: { readonly readOnly?: boolean } = {}) {
    super(options)
    this.editor.viewport.set({ w: 3000, h: 2000 })
    this.editor.workshop.change((change) => {
      change.put('journeys', {
        id: JOURNEY,
        order: 'a0',
        name: 'Guest',
        story: STORY,
        kind: 'current',
        direction: 'ltr',
      })
      change.put('stages', aStage('s1', 'a0'))
      change.put('stages', aStage('s2', 'a1'))
      change.put('steps', aStep('one', 's1', 'a0'))
      change.put('steps', aStep('two', 's1', 'a1'))
      change.put('steps', aStep('three', 's2', 'a2'))
      change.put('lanes', aLane('action', 'a0'))
      change.put('lanes', aLane('pain', 'a1'))
      change.put('lanes', aLane('emotion', 'a2'))
      change.add({
        id: this.mapId,
        kind: 'map',
        board: FIRST_BOARD,
        order: 'a0',
        geometry: [...CORNER, 1, 1, 0],
        journey: JOURNEY,
      })
    })
  }

  map(): JourneyMap & Required<Pick<JourneyMap, 'layout'>> {
    const map = this.shape(this.mapId)
    if (map.kind !== 'map' || !map.layout) throw new Error('Expected a map')
    return { ...map, layout: map.layout }
  }

  /** The middle of the cell of a step and a lane, page units. */
  cell(step: string, lane: string): Vec {
    const { layout } = this.map()
    const column = layout.stages.flatMap(({ columns }) => columns).find((one) => one.step?.id === step)
    const row = layout.lanes.find((one) => one.lane.id === lane)
    if (!column || !row) throw new Error(`Expected a cell of ${step} and ${lane}`)
    return [CORNER[0] + column.x + column.w / 2, CORNER[1] + row.y + row.h / 2]
  }

  /** A note in a cell. */
  card(step: string, lane: string, text = ''): ShapeId {
    const found = this.cellCards(step, lane).at(-1)
    const [x, y] = this.cell(step, lane)
    const last = found && this.noteShape(found).geometry
    return this.note([x, last ? last[1] + last[3] - 1 : y], text)
  }

  /** The middle of a step's head, page units. */
  head(step: string): Vec {
    return [this.cell(step, 'action')[0], CORNER[1] + MAP.title + MAP.stageHead + MAP.stepHead - 20]
  }

  /** The middle of a stage's head, page units. */
  stageHead(id: string): Vec {
    const stage = this.map().layout.stages.find((one) => one.stage?.id === id)
    if (!stage) throw new Error(`Expected stage ${id}`)
    return [CORNER[0] + stage.box.x + stage.box.w / 2, CORNER[1] + MAP.title + MAP.stageHead / 2]
  }

  /** In the head of a lane, beside its chevron; page units. */
  laneHead(id: string): Vec {
    const lane = this.map().layout.lanes.find((one) => one.lane.id === id)
    if (!lane) throw new Error(`Expected lane ${id}`)
    return [CORNER[0] + MAP.laneHead / 2, CORNER[1] + lane.y + 40]
  }

  /** The steps from first to last. */
  steps(): string[] {
    return this.editor.workshop.journeys.stepsOf(this.journey).map(({ id }) => id)
  }

  /** What lies in a cell, from top to bottom. */
  cellCards(step: string, lane: string): ShapeId[] {
    return (this.map().layout.cells.get(`${lane} ${step}`) ?? []).map(({ id }) => id)
  }

  /** The middle of a shape, page units. */
  middle(id: ShapeId): Vec {
    const [x, y, w, h] = this.shape(id).geometry
    return [x + w / 2, y + h / 2]
  }
}
