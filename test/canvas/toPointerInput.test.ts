import { expect, test } from 'vitest'
import { toPointerInput, type InputEvent } from '../../renderer/canvas/toPointerInput.ts'

const PLACE = { corner: [10, 20], camera: { x: 100, y: 200, zoom: 2 }, mac: false } as const
const EVENT: InputEvent = {
  clientX: 50,
  clientY: 60,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  buttons: 1,
}

test('positions are given from the canvas corner, and on the page', () => {
  const input = toPointerInput('pointerDown', EVENT, PLACE)
  expect(input.screen).toEqual([40, 40])
  expect(input.point).toEqual([120, 220])
})

test('Ctrl is the modifier, on a Mac Command', () => {
  const mod = (keys: Partial<InputEvent>, mac: boolean) =>
    toPointerInput('pointerDown', { ...EVENT, ...keys }, { ...PLACE, mac }).mod
  expect([mod({ ctrlKey: true }, false), mod({ metaKey: true }, false)]).toEqual([true, false])
  expect([mod({ ctrlKey: true }, true), mod({ metaKey: true }, true)]).toEqual([false, true])
})

test('only a pen tells how hard it presses', () => {
  const pressure = (pointerType: string) =>
    toPointerInput('pointerDown', { ...EVENT, pointerType, pressure: 0.8 }, PLACE).pressure
  expect(['pen', 'touch', 'mouse'].map(pressure)).toEqual([0.8, 0.5, 0.5])
})

test('a pen that reports more often than the screen is drawn loses no point', () => {
  const pen = (clientX: number, pressure: number) => ({ ...EVENT, clientX, pressure }) as PointerEvent
  const coalesced = [pen(30, 0.2), pen(40, 0.4), pen(50, 0.6)]
  const event = { ...EVENT, pointerType: 'pen', pressure: 0.6, getCoalescedEvents: () => coalesced }
  const { points, point } = toPointerInput('pointerMove', event, PLACE)
  expect(points).toEqual([
    { point: [110, 220], pressure: 0.2 },
    { point: [115, 220], pressure: 0.4 },
    { point: [120, 220], pressure: 0.6 },
  ])
  expect(points?.at(-1)?.point).toEqual(point)
})

test('a move with the button down has at least its own point, and without a button none', () => {
  expect(toPointerInput('pointerMove', EVENT, PLACE).points).toEqual([{ point: [120, 220], pressure: 0.5 }])
  expect(toPointerInput('pointerMove', { ...EVENT, buttons: 0 }, PLACE).points).toBeUndefined()
})
