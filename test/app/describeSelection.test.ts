import { expect, test } from 'vitest'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { newGroupId } from '../../shared/model/ids.ts'
import { describeSelection } from '../../renderer/app/workshop/describeSelection.ts'
import { TestEditor } from '../support/testEditor.ts'

const { t: english } = createTranslator('en')
const say = ({ editor }: TestEditor) => describeSelection(editor, english, 'ltr')

test('says what is selected, what it reads, and which of how many it is', () => {
  const t = new TestEditor()
  t.note([200, 200], 'first')
  const id = t.note([500, 200], 'Guest arrives\nlate')
  const empty = t.note([800, 200])
  t.editor.selection.set(new Set([id]))
  expect(say(t)).toBe('Note, “Guest arrives late”, 2 of 3')
  t.editor.selection.set(new Set([empty]))
  expect(say(t)).toBe('Note, without text, 3 of 3')
  t.editor.workshop.change((change) => change.update(empty, { locked: true }))
  expect(say(t)).toBe('Note, without text, 3 of 3, locked')
  t.editor.selection.set(new Set([id, empty]))
  expect(say(t)).toBe('2 items selected')
  t.editor.selection.set(new Set())
  expect(say(t)).toBe('Nothing selected')
})

test('a group is one of the items', () => {
  const t = new TestEditor()
  const ids = [t.note([200, 200]), t.note([500, 200])]
  t.note([800, 200])
  const groups = [newGroupId()]
  t.editor.workshop.change((change) => {
    for (const id of ids) change.update(id, { groups })
  })
  t.editor.selection.set(new Set(ids))
  expect(say(t)).toBe('Group of 2 items, 1 of 2')
})

test('in Persian with Persian digits', () => {
  const t = new TestEditor()
  const id = t.note([200, 200], 'ورود مهمان')
  t.editor.selection.set(new Set([id]))
  expect(describeSelection(t.editor, createTranslator('fa').t, 'rtl')).toBe('یادداشت، «ورود مهمان»، ۱ از ۱')
})
