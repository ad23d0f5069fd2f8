import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksIn } from '../../shared/model/linksIn.ts'
import { isSafeLink } from '../../shared/util/safeLink.ts'

test('addresses in a text are links, without the punctuation around them', () => {
  const text = 'See https://example.org/a?b=c. Or (http://x.org), mailto:host@example.org!'
  expect(linksIn(text).map(({ link }) => link)).toEqual([
    'https://example.org/a?b=c',
    'http://x.org',
    'mailto:host@example.org',
  ])
  expect(linksIn('javascript:alert(1) file:///etc/passwd www.x.org')).toEqual([])
})

test('what is marked is what stands there, and safe to open', () => {
  const piece = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('https://', 'a.b/', ' ', 'مهمان '))
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      for (const { from, to, link } of linksIn(text)) {
        expect(text.slice(from, to)).toBe(link)
        expect(isSafeLink(link ?? '')).toBe(true)
      }
    }),
  )
})
