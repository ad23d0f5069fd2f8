import { expect, test } from 'vitest'
import { resizeSvg, svgSize } from '../../renderer/import/svgSize.ts'

test.each([
  ['<svg width="40" height="30"/>', [40, 30]],
  ["<svg width='40px' height = '1in' viewBox='0 0 1 1'>", [40, 96]],
  ['<svg viewBox="0 0 400 50">', [400, 50]],
  ['<svg viewBox="0 0 24 12">', [240, 120]],
  ['<svg viewBox="-5,-5,400,50" width="100%" height="100%">', [400, 50]],
  ['<svg viewBox="0 0 200 50" width="100">', [100, 25]],
  ['<svg viewBox="0 0 200 50" height="100">', [400, 100]],
  ['<svg>', [300, 150]],
  ['<svg width="60">', [60, 30]],
  ['<svg width="0" height="-3" viewBox="0 0 0 9">', [300, 150]],
  ['<svg width="1e9" height="5e8">', [10_000, 5000]],
  ['<svg data-width="9" stroke-width="3" width="12" height="13">', [12, 13]],
  ['<!-- <p width="9"> --><svg:svg xmlns:svg="x>y" width="12pt" height="10mm">', [16, (10 * 96) / 25.4]],
])('%s', (svg, size) => {
  const [w = 0, h = 0] = size
  expect(svgSize(svg)[0]).toBeCloseTo(w)
  expect(svgSize(svg)[1]).toBeCloseTo(h)
})

test('drawn at another size it shows the same', () => {
  expect(
    resizeSvg(
      '<?xml version="1.0" encoding="UTF-16"?><svg width="4" height=\'3\' id="a"><path/></svg>',
      [8, 6],
    ),
  ).toBe(
    '<svg id="a" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="8" height="6"><path/></svg>',
  )
  const sized = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="1" height="1"/>'
  expect(resizeSvg(sized, [8, 6])).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="8" height="6"/>',
  )
})
