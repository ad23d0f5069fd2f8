import { expect, test } from 'vitest'
import type { Vec } from '../../shared/geometry/vec.ts'
import {
  holdsUntil,
  LONG_PRESS,
  NO_TOUCH,
  recognise,
  type FingerMeaning,
  type TouchAct,
  type TouchInput,
} from '../../renderer/canvas/touchGestures.ts'

const DRAWS: FingerMeaning = { tap: true, drag: 'tool', hold: false, holdDrag: false }
const ON_SHAPE: FingerMeaning = { tap: true, drag: 'tool', hold: true, holdDrag: false }
const ON_BOARD: FingerMeaning = { tap: true, drag: 'view', hold: true, holdDrag: true }
const LOOKS: FingerMeaning = { tap: false, drag: 'view', hold: false, holdDrag: false }

/** Fingers on a screen, and what was made of them. */
class Fingers {
  state = NO_TOUCH
  time = 0
  acts: TouchAct[] = []

  feed(input: TouchInput): this {
    const { state, acts } = recognise(this.state, input)
    this.state = state
    this.acts.push(...acts)
    return this
  }
  down(id: number, at: Vec, meaning = DRAWS): this {
    return this.feed({ type: 'down', id, at, time: this.time, meaning })
  }
  move(id: number, at: Vec): this {
    return this.wait(16).feed({ type: 'move', id, at, time: this.time })
  }
  /** Fingers 1 and 2 in the same moment. */
  moveBoth(first: Vec, second: Vec): this {
    return this.move(1, first).feed({ type: 'move', id: 2, at: second, time: this.time })
  }
  up(id: number, at: Vec): this {
    return this.feed({ type: 'up', id, at, time: this.time })
  }
  wait(ms: number): this {
    this.time += ms
    const until = holdsUntil(this.state)
    return until !== undefined && until <= this.time ? this.feed({ type: 'time', time: until }) : this
  }
  tap(at: Vec, meaning = DRAWS): this {
    return this.down(1, at, meaning).wait(50).up(1, at)
  }
  /** The acts so far, by name, forgetting them. */
  names(): string[] {
    return this.acts.splice(0).map(({ act }) => act)
  }
  /** How far and how many times larger the board became, forgetting the acts. */
  view(): { by: Vec; scale: number } {
    let [x, y, scale] = [0, 0, 1]
    for (const act of this.acts.splice(0)) {
      if (act.act !== 'view') throw new Error(`Expected only the view to move, not ${act.act}`)
      x += act.by[0]
      y += act.by[1]
      scale *= act.scale
    }
    return { by: [x, y], scale }
  }
}

test('a tap is a click, two are a double click, and a slow second one is not', () => {
  const fingers = new Fingers()
  expect(fingers.tap([100, 100]).names()).toEqual(['press', 'release'])
  expect(fingers.wait(200).tap([105, 100]).names()).toEqual(['press', 'release', 'doubleTap'])
  expect(fingers.wait(100).tap([105, 100]).names()).toEqual(['press', 'release'])
  expect(fingers.wait(400).tap([105, 100]).names()).toEqual(['press', 'release'])
})

test('two taps far from each other are two clicks', () => {
  const fingers = new Fingers().tap([100, 100]).wait(100).tap([200, 100])
  expect(fingers.names()).toEqual(['press', 'release', 'press', 'release'])
})

test('one finger draws, from where it went down', () => {
  const fingers = new Fingers().down(1, [100, 100]).move(1, [103, 100])
  expect(fingers.acts).toEqual([])
  fingers.move(1, [120, 100]).move(1, [140, 100]).up(1, [150, 100])
  expect(fingers.acts).toEqual([
    { act: 'press', at: [100, 100] },
    { act: 'drag', at: [120, 100] },
    { act: 'drag', at: [140, 100] },
    { act: 'release', at: [150, 100] },
  ])
})

test('one finger on the empty board moves the view', () => {
  const fingers = new Fingers().down(1, [100, 100], ON_BOARD).move(1, [130, 90]).move(1, [150, 80])
  expect(fingers.up(1, [150, 80]).view()).toEqual({ by: [50, -20], scale: 1 })
})

test('a second finger before the first has moved: the tool hears of neither', () => {
  const fingers = new Fingers().down(1, [100, 100]).down(2, [200, 100])
  fingers.move(2, [260, 100]).move(1, [40, 100]).move(2, [320, 100]).up(1, [40, 100]).up(2, [320, 100])
  expect(fingers.view().scale).toBeGreaterThan(1.5)
})

test('a second finger takes back what the first had begun', () => {
  const fingers = new Fingers().down(1, [100, 100]).move(1, [120, 100]).down(2, [200, 100])
  expect(fingers.names()).toEqual(['press', 'drag', 'cancel'])
  fingers.moveBoth([120, 180], [200, 180]).moveBoth([120, 260], [200, 260])
  expect(fingers.view()).toEqual({ by: [0, 80], scale: 1 })
})

test('two fingers that move alike pan and do not zoom; fingers that part zoom', () => {
  const together = new Fingers().down(1, [100, 100], LOOKS).down(2, [200, 100], LOOKS)
  for (let y = 180; y <= 500; y += 80) together.moveBoth([100, y], [198, y])
  expect(together.view().scale).toBe(1)
  const apart = new Fingers().down(1, [100, 100], LOOKS).down(2, [200, 100], LOOKS)
  for (let x = 200; x <= 400; x += 4) apart.move(2, [x, 100])
  // From 100 to 300 apart is three times, less what it took to be sure.
  expect(apart.view().scale).toBeCloseTo(300 / 128, 5)
})

test('a little movement of two fingers is nothing yet', () => {
  const fingers = new Fingers().down(1, [100, 100]).down(2, [200, 100])
  fingers.move(1, [105, 105]).move(2, [205, 105]).up(1, [105, 105]).up(2, [205, 105])
  expect(fingers.acts).toEqual([])
})

test('two panning fingers zoom after all when they part far enough', () => {
  const fingers = new Fingers().down(1, [100, 100]).down(2, [200, 100])
  for (let y = 100; y <= 160; y += 10) fingers.moveBoth([100, y], [200, y])
  expect(fingers.view().scale).toBe(1)
  for (let x = 200; x <= 400; x += 10) fingers.move(2, [x, 160])
  expect(fingers.view().scale).toBeGreaterThan(1.5)
})

test('the finger that is left of two moves the view and never draws', () => {
  const fingers = new Fingers().down(1, [100, 100]).down(2, [200, 100]).up(1, [100, 100])
  fingers.move(2, [230, 100]).move(2, [250, 110]).up(2, [250, 110])
  expect(fingers.view()).toEqual({ by: [50, 10], scale: 1 })
  expect(fingers.down(1, [0, 0]).move(1, [50, 0]).names()).toEqual(['press', 'drag'])
})

test('a third finger changes nothing', () => {
  const fingers = new Fingers().down(1, [100, 100]).down(2, [200, 100]).down(3, [300, 300])
  fingers.move(3, [400, 400]).up(3, [400, 400])
  expect(fingers.acts).toEqual([])
  expect(fingers.move(2, [260, 100]).move(2, [320, 100]).view().scale).toBeGreaterThan(1.2)
})

test('holding still opens the menu at the right moment', () => {
  const fingers = new Fingers().down(1, [100, 100], ON_SHAPE).wait(LONG_PRESS - 1)
  expect(fingers.acts).toEqual([])
  fingers.wait(1)
  expect(fingers.acts).toEqual([{ act: 'menu', at: [100, 100] }])
  fingers.move(1, [150, 100]).up(1, [150, 100])
  expect(fingers.names()).toEqual(['menu'])
})

test('a finger that moved, or that was joined by another, is no long press', () => {
  expect(new Fingers().down(1, [0, 0], ON_SHAPE).move(1, [20, 0]).wait(600).names()).toEqual([
    'press',
    'drag',
  ])
  expect(new Fingers().down(1, [0, 0], ON_SHAPE).down(2, [50, 0]).wait(600).names()).toEqual([])
})

test('a tool that draws has no menu under a finger that lies still', () => {
  expect(new Fingers().down(1, [0, 0], DRAWS).wait(600).up(1, [0, 0]).names()).toEqual(['press', 'release'])
})

test('on the empty board a drag after a long press is the rubber band', () => {
  const fingers = new Fingers().down(1, [100, 100], ON_BOARD).wait(500).move(1, [150, 150]).up(1, [160, 160])
  expect(fingers.acts).toEqual([
    { act: 'menu', at: [100, 100] },
    { act: 'press', at: [100, 100] },
    { act: 'drag', at: [150, 150] },
    { act: 'release', at: [160, 160] },
  ])
})

test('fingers that only look do not tap', () => {
  expect(new Fingers().tap([100, 100], LOOKS).names()).toEqual([])
})

test('a finger that the system takes away did nothing', () => {
  const fingers = new Fingers().down(1, [100, 100]).move(1, [130, 100]).feed({ type: 'lost', id: 1 })
  expect(fingers.names()).toEqual(['press', 'drag', 'cancel'])
  expect(fingers.tap([0, 0]).names()).toEqual(['press', 'release'])
})

test('a pen makes fingers forgotten until they are put down again', () => {
  const fingers = new Fingers().down(1, [100, 100]).move(1, [130, 100]).feed({ type: 'forget' })
  expect(fingers.names()).toEqual(['press', 'drag', 'cancel'])
  fingers.move(1, [200, 200]).up(1, [200, 200])
  expect(fingers.acts).toEqual([])
})
