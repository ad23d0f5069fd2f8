import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const css = readFileSync(path.join(root, 'renderer/ui/fonts.css'), 'utf8')
const require = createRequire(import.meta.url)

const faces = [...css.matchAll(/url\('([^']+)'\)[^;]*;\s*unicode-range:\s*([^;]+);/g)].map(
  ([, file = '', ranges = '']) => ({ file, ranges: ranges.split(/,\s*/) }),
)

test('the fonts are files of the pinned packages, in the one format that is needed', () => {
  expect(faces.length).toBeGreaterThan(0)
  for (const { file } of faces) {
    expect(file).toMatch(/\.woff2$/)
    expect(readFileSync(require.resolve(file)).subarray(0, 4).toString()).toBe('wOF2')
  }
})

const lettered = faces.filter(({ file }) => file.includes('-wght-'))

test.each(lettered)('$file covers what its package says', ({ file, ranges }) => {
  const [, name = '', subset = ''] =
    /^(@[^/]+\/[^/]+)\/files\/[a-z]+-(.+)-wght-(?:normal|italic)/.exec(file) ?? []
  const declared = require(`${name}/unicode.json`) as Record<string, string>
  expect(ranges).toEqual(declared[subset]?.split(','))
})

test('letters and digits never come from the emoji font', () => {
  const emoji = faces.filter(({ file }) => file.includes('emoji')).flatMap(({ ranges }) => ranges)
  expect(emoji.filter((range) => /^u\+(00)?[0-7][\da-f]\b/i.test(range))).toEqual([])
})
