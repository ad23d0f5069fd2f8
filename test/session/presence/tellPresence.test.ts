import { expect, test } from 'vitest'
import { MOST_PRESENCE_BYTES, presence, type Presence } from '../../../shared/session/presence.ts'
import { gestureOf } from '../../../renderer/session/presence/gestureOf.ts'
import { livePoints } from '../../../renderer/session/presence/livePoints.ts'
import { tellPresence } from '../../../renderer/session/tellPresence.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { personNamed } from '../../support/fakeLive.ts'
import { TestEditor } from '../../support/testEditor.ts'

type Told = { [K in keyof Presence]?: Presence[K] | undefined }

/** Somebody at work, and all that is told of it. */
function teller() {
  const t = new TestEditor()
  const told: Told[] = []
  const page = new EventTarget() as EventTarget & { hidden: boolean }
  page.hidden = false
  const stop = tellPresence(t.editor, { show: (part) => void told.push(part) }, page)
  return { t, told, page, stop, all: (): Told => Object.assign({}, ...told) as Told }
}
const settled = () => Promise.resolve()

test('tells where this person is, and then only what changes', async () => {
  const { t, told } = teller()
  await settled()
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ board: t.editor.board.get(), view: [600, 400, 1], extent: [1200, 800] })
  t.editor.pointer.set([10, 20])
  await settled()
  expect(told[1]).toEqual({ cursor: [10, 20] })
  t.editor.pointer.set([10, 20])
  await settled()
  expect(told).toHaveLength(2)
})

test('what a drag did is in the document before others hear that it is over', async () => {
  const { t, told } = teller()
  const id = t.note([200, 200])
  await settled()
  const lay = t.shape(id).geometry[0]
  t.down([200, 200]).move([260, 200]).move([300, 200])
  await settled()
  expect(told.at(-1)).toMatchObject({ gesture: { kind: 'move', ids: [id], by: [100, 0] } })
  expect(t.shape(id).geometry[0]).toBe(lay)
  const heard: number[] = []
  t.up([300, 200])
  heard.push(t.shape(id).geometry[0])
  await settled()
  expect(heard).toEqual([lay + 100])
  expect(told.at(-1)).toHaveProperty('gesture', undefined)
})

test('a pointer that is hidden is not told, and one over a panel stays where it was', async () => {
  const { t, all } = teller()
  t.editor.pointer.set([10, 20])
  await settled()
  t.editor.pointer.set(null)
  await settled()
  expect(all().cursor).toEqual([10, 20])
  t.editor.view.set({ ...t.editor.view.get(), ownCursor: false })
  await settled()
  expect(all().cursor).toBeUndefined()
})

test('whoever looks at something else is away, and points nowhere', async () => {
  const { t, all, page } = teller()
  t.editor.pointer.set([10, 20])
  await settled()
  page.hidden = true
  t.editor.pointer.set(null)
  page.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(all()).toMatchObject({ away: true, cursor: undefined })
})

test('nothing is told after the end', async () => {
  const { t, told, stop } = teller()
  await settled()
  const before = told.length
  t.editor.pointer.set([1, 1])
  stop()
  await settled()
  expect(told).toHaveLength(before)
})

test.each([
  [
    'a long stroke far out',
    (t: TestEditor) => {
      const points = Array.from({ length: 5000 }, (_, i) => ({
        point: [-987_654.3 + i, 987_654.3 - i] as const,
        pressure: 0.5,
      }))
      t.editor.stroke.set({ tool: 'pen', color: 'ink', width: 'medium', points })
    },
  ],
  [
    'a thousand shapes with long ids',
    (t: TestEditor) => {
      const ids = Array.from({ length: 1000 }, (_, i) => `${i}`.padStart(64, 'x') as ShapeId)
      t.editor.preview.set({ kind: 'move', ids: new Set(ids), by: [1, 2] })
      t.editor.selection.set(new Set())
    },
  ],
])('what is told of %s is valid and fits', async (_, act) => {
  const { t, all } = teller()
  t.editor.pointer.set([1, 1])
  act(t)
  await settled()
  const state = { ...all(), person: personNamed('me') }
  expect(presence.safeParse(state).success).toBe(true)
  expect(JSON.stringify(state).length).toBeLessThan(MOST_PRESENCE_BYTES)
})

test('of a stroke that is too long all of its course is told', () => {
  const line = Array.from({ length: 1000 }, (_, i) => [i, 0] as const)
  const points = livePoints(line, 100)
  expect(points).toHaveLength(100)
  expect([points[0], points.at(-1)]).toEqual([line[0], line.at(-1)])
})

test('copies that are being made are nowhere yet', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  t.editor.preview.set({ kind: 'move', ids: new Set([id]), by: [5, 5], copy: true })
  expect(gestureOf(t.editor, 0)).toBeUndefined()
})
