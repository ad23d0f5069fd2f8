import { expect, test } from 'vitest'
import { placeWindow } from '../../electron/main/placement.ts'

const left = { x: 0, y: 24, width: 1920, height: 1056 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }
const usual = { width: 1280, height: 820 }
const last = { x: 2000, y: 100, width: 1400, height: 900, maximized: false }

test('the first window is put by the system', () => {
  expect(placeWindow(undefined, [left], [])).toEqual(usual)
})

test('the next one is where the last one was', () => {
  expect(placeWindow(last, [left, right], [])).toEqual({ x: 2000, y: 100, width: 1400, height: 900 })
})

test('but not on a screen that is gone, nor with its title bar out of reach', () => {
  expect(placeWindow(last, [left], [])).toEqual(usual)
  expect(placeWindow({ ...last, x: 1850, y: 500 }, [left], [])).toEqual(usual)
  expect(placeWindow({ ...last, x: 100, y: -50 }, [left], [])).toEqual(usual)
})

test('nor on top of one that is there already', () => {
  const taken = [
    { x: 2000, y: 100, width: 1400, height: 900 },
    { x: 2028, y: 128, width: 900, height: 600 },
  ]
  expect(placeWindow(last, [left, right], taken)).toMatchObject({ x: 2056, y: 156 })
})

test('it is neither smaller than the interface nor larger than the screen', () => {
  expect(placeWindow({ ...last, width: 100, height: 100 }, [right], [])).toMatchObject({
    width: 900,
    height: 600,
  })
  expect(placeWindow({ ...last, width: 9000, height: 9000 }, [right], [])).toMatchObject({
    width: 2560,
    height: 1440,
  })
})
