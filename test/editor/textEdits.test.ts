import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed } from '../../renderer/editor/commands/setText.ts'
import {
  linkRange,
  listChange,
  markerBefore,
  toLink,
  typeDelete,
  typeEnter,
  typeText,
  type Typed,
  type TypedText,
} from '../../renderer/editor/textEdits.ts'
import type { Mark } from '../../shared/model/marks.ts'
import { isWellFormed } from '../support/isWellFormed.ts'

/** A text with `|` where the caret is, or around what is selected. */
function typed(text: string, marks: readonly Mark[] = []): TypedText {
  const from = text.indexOf('|')
  const end = text.lastIndexOf('|')
  const plain = text.replaceAll('|', '')
  return { text: plain, marks, range: { from, to: end > from ? end - 1 : from } }
}

/** What it reads afterwards, with `|` where the caret is. */
function after(before: TypedText, result: Typed | undefined): string {
  if (!result) return 'nothing'
  const { text } = changed({ text: before.text, marks: [...before.marks] }, result.change)
  return `${text.slice(0, result.caret)}|${text.slice(result.caret)}`
}

const type = (text: string, insert: string) => after(typed(text), typeText(typed(text), insert))
const enter = (text: string) => after(typed(text), typeEnter(typed(text)))

test.each([
  ['a|', 'b', 'ab|'],
  ['a|bc|d', 'x', 'ax|d'],
  ['-|', ' ', '• |'],
  ['one\n*|', ' ', 'one\n• |'],
  ['one -|', ' ', 'one - |'],
  ['1.|', ' ', '1. |'],
])('in %j, %j gives %j', (before, insert, expected) => {
  expect(type(before, insert)).toBe(expected)
})

test.each([
  ['a|', 'a\n|'],
  ['• one|', '• one\n• |'],
  ['• one|two', '• one\n• |two'],
  ['1. one|', '1. one\n2. |'],
  ['9. one|', '9. one\n10. |'],
  ['۹. یک|', '۹. یک\n۱۰. |'],
  ['• one\n• |', '• one\n|'],
  ['1. |\nmore', '|\nmore'],
  ['|• one', '\n|• one'],
  ['a|bc|d', 'a\n|d'],
])('Enter in %j gives %j', (before, expected) => {
  expect(enter(before)).toBe(expected)
})

test('Backspace behind a marker takes the marker, an emoji goes as a whole', () => {
  expect(markerBefore('a\n• b', 4)).toEqual({ from: 2, to: 4 })
  expect(markerBefore('• b', 3)).toBeUndefined()
  const smile = typed('x😀|')
  expect(after(smile, typeDelete(smile, { from: 2, to: 3 }))).toBe('x|')
})

test('an address becomes a link when the word ends, and when it is pasted', () => {
  const links = (before: string, insert: string) =>
    typeText(typed(before), insert).change.marks?.map(({ from, to, patch }) => [from, to, patch.link])
  expect(links('see https://example.org/a,|', ' ')).toEqual([[4, 25, 'https://example.org/a']])
  expect(links('www.example.org|', ' ')).toEqual([[0, 15, 'https://www.example.org']])
  expect(links('awww.example|', ' ')).toEqual([])
  expect(links('see |', 'a http://x.org b')).toEqual([[6, 18, 'http://x.org']])
  expect(links('javascript:alert(1)|', ' ')).toEqual([])
})

test.each([
  ['example.org', 'https://example.org'],
  ['  https://x.org/a b', undefined],
  ['host@example.org', 'mailto:host@example.org'],
  ['mailto:a@b.c', 'mailto:a@b.c'],
  ['example.org/path?q=1', 'https://example.org/path?q=1'],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['two words', undefined],
  ['word', undefined],
  ['https://', undefined],
  ['', undefined],
])('somebody who types %j as an address means %j', (written, link) => {
  expect(toLink(written)).toBe(link)
})

test('a link is set on what is selected, the link or the word at the caret', () => {
  const link: Mark = { from: 4, to: 9, link: 'https://x.org' }
  expect(linkRange('the whole link', [link], { from: 6, to: 6 })).toMatchObject({ from: 4, to: 9 })
  expect(linkRange('one two three', [], { from: 5, to: 5 })).toEqual({ from: 4, to: 7 })
  expect(linkRange('one two', [], { from: 1, to: 3 })).toEqual({ from: 1, to: 3 })
})

test('lines become items and plain lines again, in the digits of their script', () => {
  const lists = (text: string, kind: 'bullets' | 'numbers') =>
    changed({ text }, listChange(text, { from: 0, to: text.length }, kind)).text
  expect(lists('a\n\nb', 'bullets')).toBe('• a\n\n• b')
  expect(lists('• a\n• b', 'numbers')).toBe('1. a\n2. b')
  expect(lists('1. a\n2. b', 'numbers')).toBe('a\nb')
  expect(lists('سلام\nدنیا', 'numbers')).toBe('۱. سلام\n۲. دنیا')
})

test('whatever is typed, no key press leaves half a character or a marker in a mess', () => {
  const key = fc.constantFrom(
    'a',
    ' ',
    '-',
    '*',
    '1',
    '.',
    '😀',
    'س',
    'Enter',
    'Backspace',
    'bullets',
    'numbers',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 40 }), (keys) => {
      let text = ''
      for (const [pressed, where] of keys) {
        const at = where % (text.length + 1)
        const range = { from: at, to: Math.min(text.length, at + (where % 3)) }
        const now: TypedText = { text, marks: [], range }
        const change =
          pressed === 'Enter'
            ? typeEnter(now).change
            : pressed === 'Backspace'
              ? typeDelete(now, range)?.change
              : pressed === 'bullets' || pressed === 'numbers'
                ? listChange(text, range, pressed)
                : typeText(now, pressed).change
        const inside = /[\ud800-\udbff]/.test(text[at - 1] ?? '')
        if (inside || /[\ud800-\udbff]/.test(text[range.to - 1] ?? '')) continue
        if (change) ({ text } = changed({ text }, change))
        expect(isWellFormed(text)).toBe(true)
      }
    }),
  )
})
