import { expect, test } from 'vitest'
import { meansImage } from '../../renderer/import/pastedImages.ts'

test.each([
  ['a screenshot', '', ''],
  ['an image of a web page', '<meta><img src="https://example.org/a.png">', ''],
  ['an image with its address', '<img src="https://example.org/a.png">', 'https://example.org/a.png'],
  ['a file of a file manager', '', 'file:///home/ana/Fotos%20neu/a.png\nfile:///home/ana/b.png\n'],
  ['a path', '', '/home/ana/a.png'],
  ['a path of Windows', '', 'C:\\Fotos\\a b.png'],
])('%s is pasted as an image', (_, html, text) => expect(meansImage(html, text)).toBe(true))

test.each([
  ['a table of a spreadsheet', '<table><tr><td>a</td></tr></table>', 'a'],
  ['tab-separated text', '', 'a\tb\nc\td'],
  ['text of a text processor', '<p>Dug čekanje</p>', 'Dug čekanje'],
  ['a list', '', '- one\n- two'],
])('%s is pasted as text', (_, html, text) => expect(meansImage(html, text)).toBe(false))

test('a long address above a text takes no time', () => {
  const started = performance.now()
  expect(meansImage('', `https://example.org${'/a'.repeat(2000)}\nDug čekanje`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(1000)
})
