import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { drawQr } from '../../renderer/session/invite/drawQr.ts'

const LINK = `http://192.168.1.5:4242/#1.${'r'.repeat(22)}.${'s'.repeat(22)}.1.http%3A%2F%2F10.0.0.7%3A4242`

/** Paints the path as a screen would, 4 pixels a module. */
function paint({ size, path }: { size: number; path: string }) {
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, w] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let at = Number(x) * scale; at < (Number(x) + Number(w)) * scale; at++)
        data.set([0, 0, 0], (row * width + at) * 4)
  return { width, height: width, data }
}

test('a reader finds the link in the drawing', () => {
  expect(decodeQR(paint(drawQr(LINK)))).toBe(LINK)
})

test('nothing dark is in the quiet zone', () => {
  const { size, path } = drawQr(LINK)
  const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, w]) => [
    Number(x),
    Number(y),
    Number(w),
  ])
  expect(bars.length).toBeGreaterThan(100)
  for (const [x = 0, y = 0, w = 0] of bars) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
    expect(Math.max(x + w, y + 1)).toBeLessThanOrEqual(size - 4)
  }
})

test('a drawing that lost a row is not read', () => {
  const { size, path } = drawQr(LINK)
  const torn = path.replaceAll(/M\d+ (?:1\d|2\d) ?h\d+v1H\d+z/g, '')
  expect(() => decodeQR(paint({ size, path: torn }))).toThrow()
})
