import { describe, expect, test } from 'vitest'
import { addShapes } from '../../../renderer/editor/commands/addShapes.ts'
import { alignSelection } from '../../../renderer/editor/commands/arrangeSelection.ts'
import { addNotes } from '../../../renderer/editor/commands/addNotes.ts'
import { addStamp } from '../../../renderer/editor/commands/addStamps.ts'
import { canConvertTo, convertToTexts } from '../../../renderer/editor/commands/convertShapes.ts'
import { createNoteBeside } from '../../../renderer/editor/commands/createNote.ts'
import { duplicateSelection } from '../../../renderer/editor/commands/duplicate.ts'
import { groupSelection } from '../../../renderer/editor/commands/groupShapes.ts'
import { moveShapes } from '../../../renderer/editor/commands/moveShapes.ts'
import { restackSelection } from '../../../renderer/editor/commands/restackSelection.ts'
import { erasedAt } from '../../../renderer/editor/erasing.ts'
import { createNudge } from '../../../renderer/editor/nudge.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { LaneId, StepId } from '../../../shared/journey/ids.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import { MapEditor } from '../../support/mapEditor.ts'

describe('putting notes into cells', () => {
  test('a note that is dropped in a cell has that cell and the size of a card; one undo takes it back', () => {
    const t = new MapEditor()
    const note = t.note([200, 200], 'Late')
    t.drag([200, 200], t.cell('two', 'pain'))
    expect(t.noteShape(note).cell).toEqual({
      journey: t.journey,
      role: 'pain',
      lane: 'pain',
      step: 'two',
      was: [200, 200],
    })
    const [x, , w, h] = t.noteShape(note).geometry
    expect([x + w / 2, w, h]).toEqual([t.cell('two', 'pain')[0], MAP.card, MAP.cardHeight])
    t.editor.workshop.history.undo()
    expect(t.noteShape(note).cell).toBeUndefined()
    t.expectMiddle(note, [200, 200])
  })

  test('where it is dropped among the cards of the cell decides the order', () => {
    const t = new MapEditor()
    const [first, second] = [t.card('one', 'action', 'first'), t.card('one', 'action', 'second')]
    expect(t.cellCards('one', 'action')).toEqual([first, second])
    const note = t.note([200, 200], 'between')
    const [x, y] = t.middle(second)
    t.drag([200, 200], [x, y - 10])
    expect(t.cellCards('one', 'action')).toEqual([first, note, second])
    t.drag(t.middle(second), [x, t.middle(first)[1] - 20])
    expect(t.cellCards('one', 'action')).toEqual([second, first, note])
  })

  test('several at once keep their order, between cells and within one', () => {
    const t = new MapEditor()
    const cards = ['a', 'b', 'c'].map((text) => t.card('one', 'action', text))
    const [a, b, c] = cards as [(typeof cards)[0], (typeof cards)[0], (typeof cards)[0]]
    t.editor.selection.set(new Set([a, b]))
    const [x, y] = t.middle(a)
    t.drag([x, y], [x + 2 * MAP.column, y])
    expect(t.cellCards('three', 'action')).toEqual([a, b])
    expect(t.cellCards('one', 'action')).toEqual([c])
  })

  test('a card dropped where it was changes nothing, and there is nothing to undo', () => {
    const t = new MapEditor()
    const card = t.card('one', 'action')
    let changes = 0
    t.editor.workshop.shapes.subscribe(() => changes++)
    const [x, y] = t.middle(card)
    t.drag([x, y], [x + 12, y + 5])
    expect(changes).toBe(0)
  })

  test('where there is no room between two orders, the cell is numbered anew', () => {
    const t = new MapEditor()
    const [a, b] = [t.card('one', 'action', 'a'), t.card('one', 'action', 'b')]
    t.editor.workshop.change((change) => {
      change.update(a, { order: 'a5' })
      change.update(b, { order: 'a5' })
    })
    const [first, second] = t.cellCards('one', 'action')
    const note = t.note([200, 200], 'n')
    t.drag([200, 200], [t.middle(b)[0], (t.middle(a)[1] + t.middle(b)[1]) / 2])
    expect(t.cellCards('one', 'action')).toEqual([first, note, second])
  })

  test('lanes that show what steps say take no notes in: those lie over the map', () => {
    const t = new MapEditor()
    const note = t.note([200, 200])
    t.drag([200, 200], t.cell('one', 'emotion'))
    expect(t.noteShape(note).cell).toBeUndefined()
    t.expectMiddle(note, t.cell('one', 'emotion'))
    expect(t.shapes().at(-1)?.id).toBe(note)
  })

  test('a double click in a lane that takes no notes makes none: the step is chosen, and its channel asked for', () => {
    const t = new MapEditor()
    const [x, y] = t.cell('two', 'emotion')
    const before = t.shapes().length
    t.doubleClick([x + 60, y])
    expect(t.editor.chosen.get()).toEqual({ kind: 'steps', ids: ['two'] })
    expect(t.editor.openPart.get()).toBeNull()
    t.editor.workshop.change((change) => change.set('lanes', 'emotion' as LaneId, { kind: 'channel' }))
    t.doubleClick([x + 60, t.cell('two', 'emotion')[1]])
    expect(t.editor.openPart.get()).toMatchObject({ kind: 'step', id: 'two', part: 'channel' })
    expect(t.shapes()).toHaveLength(before)
  })

  test('a note made in a cell lies there in the colour of its role; the next one lies below it', () => {
    const t = new MapEditor()
    t.doubleClick(t.cell('two', 'pain'))
    const [first] = t.cellCards('two', 'pain')
    if (!first) throw new Error('Expected a card')
    expect(t.editor.editing.get()).toBe(first)
    expect(t.noteShape(first).style.color).toBe('pink')
    const next = createNoteBeside(t.editor, first, 'ltr')
    expect(t.cellCards('two', 'pain')).toEqual([first, next])
    expect(t.editor.noteColor.get()).toBe('yellow')
  })

  test('added and pasted notes settle, too', async () => {
    const t = new MapEditor()
    await addNotes(t.editor, [{ text: 'Imported' }], t.cell('three', 'action'))
    expect(t.cellCards('three', 'action')).toHaveLength(1)
    const copied = t.noteShape(t.note([100, 100]))
    addShapes(t.editor, [copied], [t.cell('one', 'action')[0] - 100, t.cell('one', 'action')[1] - 100])
    expect(t.cellCards('one', 'action')).toHaveLength(1)
  })

  test('a duplicate of a card lies right below it', () => {
    const t = new MapEditor()
    const card = t.card('one', 'action', 'x')
    const other = t.card('one', 'action', 'y')
    t.editor.selection.set(new Set([card]))
    duplicateSelection(t.editor)
    expect(t.cellCards('one', 'action')).toEqual([card, t.selected()[0], other])
  })
})

describe('taking notes out', () => {
  test('a card dragged out of the map is a note of its own size again, where it was dropped', () => {
    const t = new MapEditor()
    const note = t.note([200, 200], 'Late')
    t.drag([200, 200], t.cell('two', 'pain'))
    t.drag(t.middle(note), [300, 300])
    expect(t.noteShape(note).cell).toBeUndefined()
    expect(t.noteShape(note).geometry.slice(2)).toEqual([200, 200, 0])
    t.expectMiddle(note, [300, 300])
    expect(t.shapes().at(-1)?.id).toBe(note)
  })

  test('a card dropped in the tray names no lane, and keeps its role', () => {
    const t = new MapEditor()
    const lost = t.card('three', 'pain')
    const card = t.card('one', 'pain')
    t.editor.workshop.change((change) => change.drop('steps', 'three' as StepId))
    t.drag(t.middle(card), [t.middle(lost)[0] + 200, t.middle(lost)[1]])
    expect(t.noteShape(card).cell).toEqual({ journey: t.journey, role: 'pain', was: [200, 200] })
    expect(t.map().layout.tray?.count).toBe(2)
  })

  test('a map takes its cards along, and they stay in their cells', () => {
    const t = new MapEditor()
    const card = t.card('one', 'action')
    const before = t.middle(card)
    t.drag([1010, 510], [1110, 560])
    expect(t.middle(card)).toEqual([before[0] + 100, before[1] + 50])
    expect(t.cellCards('one', 'action')).toEqual([card])
  })

  test('stamps stay on a card wherever it goes', () => {
    const t = new MapEditor()
    const card = t.card('one', 'action')
    addStamp(t.editor, t.middle(card))
    const stamp = t.shapes().find(({ kind }) => kind === 'stamp')
    if (stamp?.kind !== 'stamp') throw new Error('Expected a stamp')
    expect(stamp.on).toBe(card)
    t.drag(t.middle(card), t.cell('two', 'pain'))
    const moved = t.shape(stamp.id)
    expect(moved.kind === 'stamp' && moved.on).toBe(card)
    expect(Math.abs(moved.geometry[0] - t.noteShape(card).geometry[0])).toBeLessThan(MAP.card)
  })
})

describe('by keyboard', () => {
  const press = (t: MapEditor, arrow: [number, number]) => createNudge(t.editor)(arrow)

  test('arrows move a card to the cell beside, past its neighbours, and into the next lane', () => {
    const t = new MapEditor()
    const [a, b] = [t.card('one', 'action', 'a'), t.card('one', 'action', 'b')]
    t.editor.selection.set(new Set([a]))
    press(t, [0, 1])
    expect(t.cellCards('one', 'action')).toEqual([b, a])
    press(t, [0, 1])
    expect([t.cellCards('one', 'action'), t.cellCards('one', 'pain')]).toEqual([[b], [a]])
    press(t, [1, 0])
    expect(t.cellCards('two', 'pain')).toEqual([a])
    press(t, [0, -1])
    expect(t.cellCards('two', 'action')).toEqual([a])
    press(t, [-1, 0])
    expect(t.cellCards('one', 'action')).toContain(a)
  })

  test('at the edge of the map it stays', () => {
    const t = new MapEditor()
    const card = t.card('one', 'action')
    t.editor.selection.set(new Set([card]))
    press(t, [-1, 0])
    press(t, [0, -1])
    expect(t.cellCards('one', 'action')).toEqual([card])
  })

  test('notes beside the map are still moved by a little', () => {
    const t = new MapEditor()
    const [card, note] = [t.card('one', 'action'), t.note([200, 200])]
    t.editor.selection.set(new Set([card, note]))
    press(t, [1, 0])
    t.expectMiddle(note, [201, 200])
    expect(t.cellCards('two', 'action')).toEqual([card])
  })
})

describe('what cannot be done with cards', () => {
  test('they have no handles, and are not grouped, aligned or restacked', () => {
    const t = new MapEditor()
    const cards = [t.card('one', 'action'), t.card('two', 'pain')]
    const note = t.note([200, 200])
    t.editor.selection.set(new Set(cards))
    expect(t.editor.selected.get().frame).toBeUndefined()
    groupSelection(t.editor)
    expect(t.noteShape(cards[0] ?? note).groups).toBeUndefined()
    t.editor.selection.set(new Set([...cards, note]))
    const before = t.shapes().map(({ geometry }) => geometry)
    alignSelection(t.editor, 'left')
    restackSelection(t.editor, 'back')
    expect(cards.map((id) => t.middle(id))).toEqual([t.middle(cards[0] ?? note), t.middle(cards[1] ?? note)])
    expect(t.shapes().map(({ geometry }) => geometry)).toEqual(expect.arrayContaining([...before]))
    expect(t.shapes()[1]?.id).toBe(t.mapId)
  })
})

test('while notes are dragged, the cells that would take them in are known', () => {
  const t = new MapEditor()
  const card = t.card('one', 'action')
  t.note([200, 200])
  t.down([200, 200]).move([500, 500])
  expect(t.editor.drops.get()).toEqual([])
  t.move(t.middle(card))
  const [spot] = t.editor.drops.get()
  expect(spot?.cell.w).toBe(MAP.column)
  expect(spot?.line?.w).toBe(MAP.card)
  t.escape()
  expect(t.editor.drops.get()).toEqual([])
})

test('a card stays a note: only notes lie in cells', () => {
  const map = new MapEditor()
  const id = map.card('one', 'pain', 'No key')
  map.editor.selection.set(new Set([id]))
  expect(canConvertTo(map.editor, 'text')).toBe(false)
  convertToTexts(map.editor)
  expect(map.shape(id)).toMatchObject({ kind: 'note', cell: { step: 'one' } })
})

test('a stamp is as large as before when its note leaves the map', () => {
  const t = new MapEditor()
  const note = t.note([200, 200], 'Late')
  const stamp = addStamp(t.editor, [200, 200])
  if (!stamp) throw new Error('Expected a stamp')
  const size = t.shape(stamp).geometry.slice(2, 4)
  moveShapes(t.editor, [note], offset([200, 200], t.cell('two', 'pain')))
  expect(t.shape(stamp).geometry.slice(2, 4)).not.toEqual(size)
  moveShapes(t.editor, [note], [-3000, 3000])
  expect(t.shape(stamp)).toMatchObject({ on: note })
  expect(t.shape(stamp).geometry.slice(2, 4)).toEqual(size)
})

test('the eraser takes cards away, and leaves the map they lie in', () => {
  const t = new MapEditor()
  const card = t.card('one', 'pain', 'Late')
  const [x, y] = t.map().geometry
  expect(erasedAt(t.editor, [x + 20, y + 20])).toEqual([])
  expect(erasedAt(t.editor, t.middle(card))).toEqual([card])
})

const offset = (from: Vec, to: Vec): Vec => [to[0] - from[0], to[1] - from[1]]
