import fc from 'fast-check'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { decodeXml, imageFormat, pixelsOf } from '../../renderer/import/imageFormat.ts'

const text = (svg: string): Uint8Array => new TextEncoder().encode(svg)
const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value, 'latin1')] : [value])),
  )

const GIF = bytes('GIF89a', 3, 1, 2, 0)
const EXIF = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
const TABLE_AFTER_FILL_BYTE = [0xff, 0xff, 0xc4, 0, 3, 0]
const PROGRESSIVE_FRAME = [0xff, 0xc2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04]
const JPEG = bytes(0xff, 0xd8, ...EXIF, ...TABLE_AFTER_FILL_BYTE, ...PROGRESSIVE_FRAME)
const webp = (chunk: string, ...rest: number[]): Uint8Array =>
  bytes('RIFF', 0, 0, 0, 0, 'WEBP', chunk, 0, 0, 0, 0, ...rest)

test('a file is what its first bytes say', () => {
  const png = new Uint8Array(PNG.sync.write(new PNG({ width: 7, height: 5 })))
  expect([png, GIF, JPEG, webp('VP8 ')].map(imageFormat)).toEqual(['png', 'gif', 'jpeg', 'webp'])
  const others = ['', 'GIF', 'id,text\n1,<svg', '<html><svg></svg></html>', '%PDF-1.7', 'BM', 'RIFF....WAVE']
  for (const other of others) expect(imageFormat(text(other))).toBeUndefined()
})

test('an SVG is one whatever comes before its root, and in every encoding', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [ <!ENTITY a "b"> ]>'
  const all = [
    svg,
    `\uFEFF \n${svg}`,
    `<?xml version="1.0"?><!-- <html> -->\n${doctype}\n<!-- by hand -->${svg}`,
    '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"></svg:svg>',
    '<svg\n  width="3">',
  ]
  for (const each of all) expect(imageFormat(text(each))).toBe('svg')
  const utf16 = Uint8Array.of(0xff, 0xfe, ...Buffer.from(svg, 'utf16le'))
  expect(imageFormat(utf16)).toBe('svg')
  expect(decodeXml(utf16)).toBe(svg)
})

test('the size is known before anything is decoded', () => {
  const png = new Uint8Array(PNG.sync.write(new PNG({ width: 7, height: 5 })))
  expect(pixelsOf('png', png)).toEqual([7, 5])
  expect(pixelsOf('gif', GIF)).toEqual([259, 2])
  expect(pixelsOf('jpeg', JPEG)).toEqual([0x304, 0x102])
  expect(pixelsOf('webp', webp('VP8X', 0, 0, 0, 0, 9, 1, 0, 4, 0, 1))).toEqual([266, 65_541])
  expect(pixelsOf('webp', webp('VP8L', 0x2f, 0x03, 0x40, 0x01, 0))).toEqual([4, 6])
  expect(pixelsOf('webp', webp('VP8 ', 0, 0, 0, 0x9d, 1, 0x2a, 0x20, 1, 0x10, 2))).toEqual([288, 528])
})

test('no bytes make it fail', () => {
  const starts = [
    bytes(0x89, 'PNG\r\n', 0x1a, '\n'),
    bytes('GIF89a'),
    JPEG.slice(0, 3),
    webp('VP8X').slice(0, 16),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 60 }), (start, rest) => {
      const file = Uint8Array.of(...start, ...rest)
      const format = imageFormat(file)
      if (format) pixelsOf(format, file)
      expect(format).toBeDefined()
    }),
  )
})
