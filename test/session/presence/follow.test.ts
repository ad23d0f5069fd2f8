import { expect, test } from 'vitest'
import { visibleBox, type Camera } from '../../../renderer/editor/camera.ts'
import { cameraFor, cameraTowards } from '../../../renderer/session/follow/cameraFor.ts'
import { createFollowing } from '../../../renderer/session/follow/createFollowing.ts'
import { goesInCircle } from '../../../renderer/session/follow/goesInCircle.ts'
import { wallFit } from '../../../renderer/session/wall/wallFit.ts'
import { FIRST_BOARD } from '../../../shared/model/ids.ts'
import { within } from '../../../shared/geometry/box.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { LiveSession } from '../../../renderer/sync/liveSession.ts'
import { createStore } from '../../../shared/util/store.ts'
import { createFakeLive, memberNamed, personNamed } from '../../support/fakeLive.ts'

const viewport = { w: 1000, h: 800 }

test('all that they see is seen, in a window of any shape', () => {
  const seen = { x: -200, y: 100, w: 1600, h: 600 }
  for (const size of [viewport, { w: 400, h: 900 }, { w: 3000, h: 500 }]) {
    const camera = cameraFor({ middle: [600, 400], zoom: 1, extent: [seen.w, seen.h] }, size)
    const box = visibleBox(camera, size)
    expect(within(seen, { x: box.x - 1e-6, y: box.y - 1e-6, w: box.w + 2e-6, h: box.h + 2e-6 })).toBe(true)
    expect([box.x + box.w / 2, box.y + box.h / 2]).toEqual([600, 400])
  }
})

test('a view on its way gets nearer all the time, arrives soon, and then rests', () => {
  let camera: Camera = { x: 0, y: 0, zoom: 1 }
  const target: Camera = { x: 4000, y: -300, zoom: 0.25 }
  let frames = 0
  while (camera !== target && frames < 200) {
    const next = cameraTowards(camera, target, viewport, 16)
    expect(next.zoom).toBeLessThanOrEqual(camera.zoom)
    camera = next
    frames++
  }
  expect(frames).toBeLessThan(90)
  expect(cameraTowards(target, target, viewport, 16)).toBe(target)
})

test('of people who follow each other in a circle one gives up', () => {
  const [a, b, c] = [personNamed('a'), personNamed('b'), personNamed('c')]
  const follows = new Map([
    [a, { follows: b }],
    [b, { follows: c }],
    [c, { follows: a }],
  ])
  const givingUp = [a, b, c].filter((me) => goesInCircle(me, follows.get(me)?.follows ?? a, follows))
  expect(givingUp).toEqual([a])
  expect(goesInCircle(a, b, new Map([[b, {}]]))).toBe(false)
})

test('going after somebody ends when they leave, and is told to all', () => {
  const ana = personNamed('ana')
  const session = createFakeLive([memberNamed('me', { reach: 'me' }), memberNamed('ana')])
  const flown: unknown[] = []
  const flight = { to: (...given: unknown[]) => void flown.push(given), stop: () => undefined }
  const live = createStore<LiveSession | null>(session)
  const following = createFollowing({ viewport: createStore(viewport) }, live, flight)
  following.start()
  session.does(ana, { board: FIRST_BOARD, view: [500, 400, 1], extent: [1000, 800] })
  following.follow(ana)
  expect(flown.at(-1)).toEqual([FIRST_BOARD, { x: 0, y: 0, zoom: 1 }])
  expect(session.shown.follows).toBe(ana)
  session.does(ana, { view: [600, 400, 1] })
  expect(flown.at(-1)).toEqual([FIRST_BOARD, { x: 100, y: 0, zoom: 1 }])
  session.members.set([memberNamed('me', { reach: 'me' }), memberNamed('ana', { reach: 'gone' })])
  expect(following.person.get()).toBeNull()
  expect(session.shown.follows).toBeUndefined()
})

test('whoever is not in the session cannot be followed', () => {
  const live = createStore<LiveSession | null>(createFakeLive([]))
  const flight = { to: () => undefined, stop: () => undefined }
  const following = createFollowing({ viewport: createStore(viewport) }, live, flight)
  following.follow('nobody' as PersonId)
  expect(following.person.get()).toBeNull()
})

test('a wall shows all of a board, in the middle and as large as it gets', () => {
  const box = { x: 100, y: 100, w: 4000, h: 1000 }
  const seen = visibleBox(wallFit(box, { w: 1920, h: 1080 }), { w: 1920, h: 1080 })
  expect(within(box, seen)).toBe(true)
  expect(seen.w / box.w).toBeLessThan(1.1)
  expect(wallFit({ x: 0, y: 0, w: 10, h: 10 }, { w: 1920, h: 1080 }).zoom).toBe(3)
})
