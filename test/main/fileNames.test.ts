import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberedNames, safeFileName } from '../../electron/main/fileNames.ts'

test.each([
  ['Guest journey', 'Guest journey'],
  ['  Guest   journey\t', 'Guest journey'],
  ['Q1/Q2: who? <all>|*"x"\\', 'Q1-Q2- who- -all----x--'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['.hidden', 'hidden'],
  ['ends with dots...', 'ends with dots'],
  ['. .', ''],
  ['', ''],
  ['\u0000\u0007\u001b\u009f', ''],
  ['con', '_con'],
  ['CON.journey', '_CON.journey'],
  ['Lpt1', '_Lpt1'],
  ['Console', 'Console'],
  ['com10', 'com10'],
  ['invoice\u202egnp', 'invoicegnp'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['👩\u200d💻 workshop', '👩\u200d💻 workshop'],
  ['Radionica čšž', 'Radionica čšž'],
  ['cafe\u0301', 'café'],
  ['lone \ud800 half', 'lone half'],
])('%j becomes %j', (typed, safe) => expect(safeFileName(typed)).toBe(safe))

test('a long name is cut between characters, so that suffixes still fit', () => {
  expect(safeFileName('x'.repeat(500))).toHaveLength(200)
  expect(safeFileName('👩‍👩‍👧‍👦'.repeat(50))).toBe('👩‍👩‍👧‍👦'.repeat(8)) // 25 bytes each
})

test('whatever is typed, every system accepts the name, and it is its own safe name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const safe = safeFileName(typed)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(201)
      expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u)
      expect(safeFileName(safe)).toBe(safe)
    }),
  )
})

test('names are numbered from 2', () => {
  const names = numberedNames('Untitled workshop')
  expect([names.next().value, names.next().value, names.next().value]).toEqual([
    'Untitled workshop',
    'Untitled workshop 2',
    'Untitled workshop 3',
  ])
})
