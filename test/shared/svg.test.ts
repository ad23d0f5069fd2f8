import { expect, test } from 'vitest'
import type { DrawOp } from '../../shared/scene/ops.ts'
import { svgOf } from '../../shared/scene/svg.ts'

const font = { family: "'Inter Variable', sans-serif", size: 20, weight: 450 }
const options = { area: { x: -10, y: 0, w: 100, h: 50 }, background: '#ffffff', imageUrl: () => undefined }

const text = (line: string, more: object = {}): DrawOp => ({
  op: 'text',
  at: [1, 2],
  line,
  font,
  fill: '#000',
  direction: 'ltr',
  ...more,
})

test('text stays text, whatever is in it', () => {
  const svg = svgOf([text('</text><script>alert("&")</script>\u0000')], options)
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt; </text>')
  expect(svg).not.toContain('<script')
})

test('a line is anchored where it begins, in either direction', () => {
  const anchors = (align: string, direction: string) =>
    /text-anchor="(\w+)"/.exec(svgOf([text('a', { align, direction })], options))?.[1]
  expect(anchors('left', 'ltr')).toBe('start')
  expect(anchors('left', 'rtl')).toBe('end')
  expect(anchors('right', 'rtl')).toBe('start')
  expect(anchors('center', 'rtl')).toBe('middle')
})

test('an image that is there is in it, one that is not is left out, and turned parts are turned', () => {
  const image: DrawOp = { op: 'image', box: { x: 0, y: 0, w: 10, h: 20 }, asset: 'a' }
  expect(svgOf([image], options)).not.toContain('<image')
  const turned: DrawOp = { op: 'turned', about: [5, 10], degrees: 30, ops: [image] }
  expect(
    svgOf([turned], { ...options, background: null, imageUrl: () => 'data:image/png;base64,AA==' }),
  ).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="-10 0 100 50">' +
      '<g transform="rotate(30 5 10)"><image x="0" y="0" width="10" height="20" preserveAspectRatio="none" href="data:image/png;base64,AA=="/></g></svg>',
  )
})
