import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findText } from '../../shared/util/findText.ts'
import { foldText } from '../../shared/util/foldText.ts'

interface Options {
  readonly matchCase?: boolean
  readonly wholeWord?: boolean
}

/** What is found, as it stands in the text. */
function found(
  text: string,
  query: string,
  { matchCase = false, wholeWord = false }: Options = {},
): string[] {
  return findText(foldText(text, matchCase), foldText(query, matchCase).text, wholeWord).map(({ from, to }) =>
    text.slice(from, to),
  )
}

test.each([
  ['capitals', 'Guest GUEST guest', 'guest', ['Guest', 'GUEST', 'guest']],
  ['Croatian', 'Čaša, đak, šećer', 'casa', ['Čaša']],
  ['Croatian đ', 'Đak', 'dak', ['Đak']],
  ['Polish', 'Żółw i ŁÓDŹ', 'zolw', ['Żółw']],
  ['Polish ł', 'Żółw i ŁÓDŹ', 'łódź', ['ŁÓDŹ']],
  ['accents of the query', 'resume', 'résumé', ['resume']],
  ['accents after their letter', 're\u0301sume\u0301!', 'resume', ['re\u0301sume\u0301']],
  ['Russian ё', 'Ещё', 'еще', ['Ещё']],
  ['Russian й, a letter of its own', 'мой мои', 'мои', ['мои']],
  ['Arabic ي and ك in Persian words', 'كتابي', 'کتابی', ['كتابي']],
  ['Persian ی and ک in Arabic words', 'کتابی', 'كتابي', ['کتابی']],
  ['the joiner within a word', 'می‌رود', 'میرود', ['می‌رود']],
  ['the joiner of the query', 'میرود', 'می‌رود', ['میرود']],
  ['alef with hamza', 'أثر', 'اثر', ['أثر']],
  ['heh with yeh', 'تختهٔ سفید و تختۀ سیاه', 'تخته', ['تختهٔ', 'تختۀ']],
  ['long strokes', 'ســلام', 'سلام', ['ســلام']],
  ['vowel signs', 'سَلام', 'سلام', ['سَلام']],
  ['Persian digits', 'گام ۱۲', '12', ['۱۲']],
  ['Arabic digits', 'خطوة ١٢', '۱۲', ['١٢']],
  ['a German letter that is two', 'Straße', 'strasse', ['Straße']],
  ['line breaks', 'guest\narrives', 'guest arrives', ['guest\narrives']],
  ['curly quotes', 'the guest’s bag', "guest's", ['guest’s']],
  ['emoji', 'late 😀😀', '😀', ['😀', '😀']],
  ['nothing', 'anything', '', []],
])('%s: found as they are read', (_, text, query, expected) => {
  expect(found(text, query)).toEqual(expected)
})

test('with case, capitals are told apart and accents still are not', () => {
  expect(found('Été été', 'ete', { matchCase: true })).toEqual(['été'])
})

test('whole words only', () => {
  expect(found('guest guests ghost-guest', 'guest', { wholeWord: true })).toEqual(['guest', 'guest'])
  expect(found('می‌رود رود', 'رود', { wholeWord: true })).toEqual(['رود'])
})

test('what lies between letters stays where it was', () => {
  const text = 'می‌رود'
  expect(findText(foldText(text), 'می')).toEqual([{ from: 0, to: 2 }])
  expect(findText(foldText(text), 'رود')).toEqual([{ from: 3, to: 6 }])
})

test('half a letter is not found', () => {
  expect(found('Straße', 's')).toEqual(['S'])
})

test('places found do not overlap, come in order, and read as what was looked for', () => {
  const letters = fc.constantFrom(
    'a',
    'A',
    'á',
    'e\u0301',
    'ß',
    's',
    'ي',
    'ی',
    '\u200c',
    '😀',
    '۵',
    ' ',
    '\n',
    'ـ',
  )
  const text = fc.array(letters, { maxLength: 30 }).map((each) => each.join(''))
  const query = fc.array(letters, { minLength: 1, maxLength: 3 }).map((each) => each.join(''))
  fc.assert(
    fc.property(text, query, fc.boolean(), (within, wanted, matchCase) => {
      const { text: folded } = foldText(wanted, matchCase)
      let last = 0
      for (const { from, to } of findText(foldText(within, matchCase), folded)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(foldText(within.slice(from, to), matchCase).text).toBe(folded)
        last = to
      }
    }),
    { numRuns: 1000 },
  )
})
