import { describe, expect, test } from 'vitest'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { emotionY } from '../../../shared/journey/curves.ts'
import type { LaneId, PersonaId, StageId, StepId } from '../../../shared/journey/ids.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import {
  chooseBeside,
  deleteChosen,
  moveChosen,
  openChosen,
} from '../../../renderer/editor/journey/chosenCommands.ts'
import { curvesToChoose, toggleCurve } from '../../../renderer/editor/journey/laneCurves.ts'
import { MapEditor } from '../../support/mapEditor.ts'

const step = (t: MapEditor, id: string) => t.editor.workshop.journeys.get('steps', id)
const stage = (t: MapEditor, id: string) => t.editor.workshop.journeys.get('stages', id)

describe('clicking', () => {
  test('a step head chooses its column; with Shift all up to it, with Ctrl it as well', () => {
    const t = new MapEditor()
    t.click(t.head('one'))
    expect(t.editor.chosen.get()).toEqual({ kind: 'steps', ids: ['one'] })
    t.click(t.head('three'), { shift: true })
    expect(t.editor.chosen.get()).toEqual({ kind: 'steps', ids: ['one', 'two', 'three'] })
    t.click(t.head('two'), { mod: true })
    expect(t.editor.chosen.get()).toEqual({ kind: 'steps', ids: ['one', 'three'] })
    t.click([200, 200])
    expect(t.editor.chosen.get()).toBeNull()
  })

  test('heads of stages and lanes are chosen, and folded by their chevrons', () => {
    const t = new MapEditor()
    t.click(t.stageHead('s1'))
    expect(t.editor.chosen.get()).toEqual({ kind: 'stage', id: 's1' })
    t.click(t.laneHead('pain'))
    expect(t.editor.chosen.get()).toEqual({ kind: 'lane', id: 'pain' })
    t.card('one', 'pain')
    const y = t.laneHead('pain')[1] - 20
    t.click([1018, y])
    expect(t.map().layout.lanes[1]?.collapsed).toBe(true)
    expect(t.map().layout.lanes[1]?.holds).toBe(1)
    const [left] = t.map().layout.stages
    t.click([1000 + (left?.box.x ?? 0) + 18, t.stageHead('s1')[1]])
    expect(stage(t, 's1')?.collapsed).toBe(true)
    t.doubleClick([1000 + MAP.laneHead + 20, 900])
    expect(stage(t, 's1')?.collapsed).toBeUndefined()
  })

  test('between two columns a step is added, and its title opened', () => {
    const t = new MapEditor()
    const [x, y] = t.head('two')
    t.move([x - MAP.column / 2 + 3, y])
    expect(t.editor.mapPlus.get()?.[0]).toBe(x - MAP.column / 2)
    t.click([x - MAP.column / 2 + 3, y])
    const steps = t.steps()
    expect(steps).toHaveLength(4)
    expect(steps[0]).toBe('one')
    expect(steps[2]).toBe('two')
    expect(t.editor.openPart.get()).toMatchObject({ kind: 'step', id: steps[1], part: 'title' })
    t.editor.workshop.history.undo()
    expect(t.steps()).toEqual(['one', 'two', 'three'])
  })

  test('at the end of the map a stage is added, and in its column its first step', () => {
    const t = new MapEditor()
    const { next } = t.map().layout
    t.click([1000 + next.stage.x + 10, 500 + MAP.title + 20])
    const { stages } = t.map().layout
    expect(stages).toHaveLength(3)
    const empty = stages[2]?.columns[0]
    t.click([1000 + (empty?.x ?? 0) + 100, t.head('one')[1]])
    expect(t.steps()).toHaveLength(4)
    expect(step(t, t.steps()[3] ?? '')?.stage).toBe(stages[2]?.stage?.id)
  })

  test('somewhere in a column of the emotion lane sets how the step feels', () => {
    const t = new MapEditor()
    const lane = t.map().layout.lanes[2]
    if (!lane) throw new Error('Expected a lane')
    const at: Vec = [t.cell('two', 'emotion')[0], 500 + emotionY(lane, 2)]
    t.click(at)
    expect(step(t, 'two')?.emotion).toBe(2)
  })
})

describe('dragging', () => {
  test('a step head puts the column elsewhere, into another stage as well; its notes come along', () => {
    const t = new MapEditor()
    const card = t.card('one', 'pain')
    const [x, y] = t.head('three')
    t.down(t.head('one'))
      .move([x, y])
      .move([x + 60, y])
    expect(t.editor.mapDrag.get()?.line?.x).toBe(x + MAP.column / 2)
    expect(t.steps()).toEqual(['one', 'two', 'three'])
    t.up([x + 60, y])
    expect(t.steps()).toEqual(['two', 'three', 'one'])
    expect(step(t, 'one')?.stage).toBe('s2')
    expect(t.cellCards('one', 'pain')).toEqual([card])
    expect(t.editor.mapDrag.get()).toBeNull()
    t.editor.workshop.history.undo()
    expect(t.steps()).toEqual(['one', 'two', 'three'])
  })

  test('where time goes to the left, earlier is further to the right', () => {
    const t = new MapEditor()
    t.editor.workshop.change((change) => change.set('journeys', t.journey, { direction: 'rtl' }))
    const [x, y] = t.head('one')
    t.drag(t.head('three'), [x + 60, y])
    expect(t.steps()).toEqual(['three', 'one', 'two'])
  })

  test('several chosen steps go together, and Escape leaves them where they are', () => {
    const t = new MapEditor()
    t.click(t.head('one')).click(t.head('two'), { mod: true })
    const [x, y] = t.head('three')
    t.down(t.head('one'))
      .move([x + 60, y])
      .escape()
    expect(t.steps()).toEqual(['one', 'two', 'three'])
    t.drag(t.head('two'), [x + 60, y])
    expect(t.steps()).toEqual(['three', 'one', 'two'])
  })

  test('stages and lanes change places', () => {
    const t = new MapEditor()
    const [x, y] = t.stageHead('s1')
    t.drag(t.stageHead('s2'), [x - 100, y])
    expect(t.map().layout.stages.map((one) => one.stage?.id)).toEqual(['s2', 's1'])
    t.drag(t.laneHead('emotion'), [t.laneHead('action')[0], t.laneHead('action')[1] - 35])
    expect(t.map().layout.lanes.map(({ lane }) => lane.id)).toEqual(['emotion', 'action', 'pain'])
  })

  test('the lower edge of a lane makes it taller', () => {
    const t = new MapEditor()
    const lane = t.map().layout.lanes[0]
    if (!lane) throw new Error('Expected a lane')
    const edge: Vec = [1040, 500 + lane.y + lane.h - 1]
    t.drag(edge, [1040, edge[1] + 80])
    expect(t.map().layout.lanes[0]?.h).toBe(lane.h + 79)
  })

  test('a dot of a curve is dragged to another feeling, of whom the curve is', () => {
    const t = new MapEditor()
    const guest = 'p1' as PersonaId
    t.editor.workshop.change((change) => {
      change.put('personas', {
        demographics: '',
        contact: '',
        learns: '',
        buys: '',
        competitors: '',
        solutions: '',
        formats: '',
        objections: '',
        summary: '',
        role: '',
        id: guest,
        order: 'a0',
        name: 'Ana',
        color: 'pink',
      })
      change.set('lanes', 'emotion' as LaneId, { personas: [guest] })
      change.set('steps', 'one' as StepId, { emotion: 1 })
      change.feel('one' as StepId, guest, -1)
    })
    const lane = t.map().layout.lanes[2]
    if (!lane) throw new Error('Expected a lane')
    const [x] = t.cell('one', 'emotion')
    t.drag([x, 500 + emotionY(lane, -1)], [x, 500 + emotionY(lane, -2)])
    expect(step(t, 'one')?.feelings).toEqual({ [guest]: -2 })
    t.drag([x, 500 + emotionY(lane, 1)], [x, 500 + emotionY(lane, 2) - 40])
    expect(step(t, 'one')?.emotion).toBe(2)
  })

  test('nothing is dragged in a workshop that may only be read', () => {
    const reader = new MapEditor({ readOnly: true })
    const [x, y] = reader.head('three')
    reader.drag(reader.head('one'), [x + 60, y])
    expect(reader.steps()).toEqual(['one', 'two', 'three'])
  })
})

describe('by keyboard', () => {
  test('arrows choose what is beside, and move it', () => {
    const t = new MapEditor()
    expect(chooseBeside(t.editor, [1, 0], false)).toBe(false)
    t.click(t.head('one'))
    chooseBeside(t.editor, [1, 0], false)
    expect(t.editor.chosen.get()).toEqual({ kind: 'steps', ids: ['two'] })
    moveChosen(t.editor, [1, 0])
    expect([t.steps(), step(t, 'two')?.stage]).toEqual([['one', 'two', 'three'], 's2'])
    moveChosen(t.editor, [1, 0])
    expect(t.steps()).toEqual(['one', 'three', 'two'])
    moveChosen(t.editor, [-1, 0])
    moveChosen(t.editor, [-1, 0])
    expect([t.steps(), step(t, 'two')?.stage]).toEqual([['one', 'two', 'three'], 's1'])
    chooseBeside(t.editor, [0, -1], false)
    expect(t.editor.chosen.get()).toEqual({ kind: 'stage', id: 's1' })
    moveChosen(t.editor, [1, 0])
    expect(t.map().layout.stages.map((one) => one.stage?.id)).toEqual(['s2', 's1'])
    t.editor.chosen.set({ kind: 'lane', id: 'action' as LaneId })
    moveChosen(t.editor, [0, 1])
    expect(t.map().layout.lanes.map(({ lane }) => lane.id)).toEqual(['pain', 'action', 'emotion'])
  })

  test('removing says how many notes are in the tray now', () => {
    const t = new MapEditor()
    t.card('one', 'pain')
    t.card('one', 'action')
    t.editor.chosen.set({ kind: 'stage', id: 's1' as StageId })
    expect(deleteChosen(t.editor)).toEqual({ kind: 'stage', count: 1, notes: 2 })
    expect(t.steps()).toEqual(['three'])
    t.editor.workshop.history.undo()
    expect(t.map().layout.tray).toBeUndefined()
  })

  test('the name of what is chosen can be opened', () => {
    const t = new MapEditor()
    t.editor.chosen.set({ kind: 'lane', id: 'pain' as LaneId })
    openChosen(t.editor)
    expect(t.editor.openPart.get()).toEqual({ view: t.mapId, kind: 'lane', id: 'pain' })
  })
})

test('somebody else’s curve begins beside the middle of a column, and is chosen by persona', () => {
  const t = new MapEditor()
  const guest = 'p1' as PersonaId
  t.editor.workshop.change((change) =>
    change.put('personas', {
      demographics: '',
      contact: '',
      learns: '',
      buys: '',
      competitors: '',
      solutions: '',
      formats: '',
      objections: '',
      summary: '',
      role: '',
      id: guest,
      order: 'a0',
      name: 'Ana',
      color: 'pink',
    }),
  )
  const lane = t.editor.workshop.journeys.get('lanes', 'emotion')
  expect(curvesToChoose(t.editor, lane).personas.map(({ id }) => id)).toEqual([guest])
  toggleCurve(t.editor, 'emotion' as LaneId, 'personas', guest)
  const placed = t.map().layout.lanes[2]
  if (!placed) throw new Error('Expected a lane')
  const [x] = t.cell('one', 'emotion')
  t.drag([x + 26, 500 + emotionY(placed, 0)], [x + 26, 500 + emotionY(placed, 1)])
  expect(step(t, 'one')?.feelings).toEqual({ [guest]: 1 })
  expect(step(t, 'one')?.emotion).toBeUndefined()
  toggleCurve(t.editor, 'emotion' as LaneId, 'personas', guest)
  expect(t.map().layout.curves).toHaveLength(1)
})
