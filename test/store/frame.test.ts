import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, encodeFrame, findFrames, frameName } from '../../electron/store/frame.ts'

const update = fc.uint8Array({ maxLength: 300 })

test('a frame lies in the file as the format says', () => {
  const frame = Buffer.from(encodeFrame(Uint8Array.of(1, 2, 3)))
  expect(frame.toString('hex')).toBe(
    // mark, length, the first half of SHA-256 of 01 02 03, update
    `89${Buffer.from('JMUPD1').toString('hex')}0a 00000003 039058c6f2c0cb492c533b0a4d14ef77 010203`.replaceAll(
      ' ',
      '',
    ),
  )
})

test('what goes into a frame comes out', () => {
  fc.assert(
    fc.property(update, (bytes) => {
      expect(decodeFrame(encodeFrame(bytes))).toEqual(bytes)
    }),
  )
})

test('a frame with any one byte changed is refused', () => {
  fc.assert(
    fc.property(update, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, position, change) => {
      const frame = encodeFrame(bytes)
      const at = position % frame.length
      frame[at] = (frame[at] ?? 0) ^ change
      expect(decodeFrame(frame)).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('a frame that is cut, or followed by anything, is refused, and so is what is no frame', () => {
  fc.assert(
    fc.property(update, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes, cut, more) => {
      const frame = encodeFrame(bytes)
      expect(decodeFrame(frame.subarray(0, cut % frame.length))).toBeNull()
      expect(decodeFrame(Buffer.concat([frame, more]))).toBeNull()
      expect(decodeFrame(more)).toBeNull()
    }),
  )
  for (const nothing of [null, undefined, 7, 'text', new Uint8Array()])
    expect(decodeFrame(nothing)).toBeNull()
})

test('a decoded update is in memory of its own, so that sending it sends nothing else', () => {
  const decoded = decodeFrame(encodeFrame(Uint8Array.of(1, 2, 3)))
  expect(decoded?.buffer.byteLength).toBe(3)
})

test('whole frames are found among torn ones and noise', () => {
  const piece = fc.oneof(
    update.map((bytes) => ({ bytes, frame: encodeFrame(bytes), whole: true })),
    fc.tuple(update, fc.nat()).map(([bytes, cut]) => {
      const frame = encodeFrame(bytes)
      return { bytes, frame: frame.subarray(0, cut % frame.length), whole: false }
    }),
    update.map((bytes) => ({ bytes, frame: bytes, whole: false })),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const found = findFrames(Buffer.concat(pieces.map(({ frame }) => frame))).map(decodeFrame)
      expect(found).toEqual(pieces.filter(({ whole }) => whole).map(({ bytes }) => bytes))
    }),
  )
})

test('frames have the same name when, and only when, they hold the same update', () => {
  fc.assert(
    fc.property(update, update, (a, b) => {
      const same = Buffer.from(a).equals(b)
      expect(frameName(encodeFrame(a)) === frameName(encodeFrame(b))).toBe(same)
    }),
  )
})
