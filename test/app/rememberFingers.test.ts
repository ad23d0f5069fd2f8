import { expect, test, vi } from 'vitest'
import { createTranslator } from '../../shared/i18n/translator.ts'
import { rememberFingers } from '../../renderer/app/workshop/rememberFingers.ts'
import { tellOfPen, toggleFingers } from '../../renderer/app/workshop/tellOfPen.ts'
import { TestEditor } from '../support/testEditor.ts'

const memory = (saved: string | null = null) => {
  let value = saved
  return { getItem: () => value, setItem: (_: string, next: string) => void (value = next) }
}

test('a pen seen once is known in the next window', () => {
  const storage = memory()
  const { editor } = new TestEditor()
  rememberFingers(editor, storage)
  expect(editor.fingers.get()).toBe('untilPen')
  editor.fingers.set('view')
  const { editor: next } = new TestEditor()
  rememberFingers(next, storage)
  expect(next.fingers.get()).toBe('view')
})

test('what somebody else wrote there stops nothing', () => {
  const { editor } = new TestEditor()
  rememberFingers(editor, memory('{"x":1}'))
  expect(editor.fingers.get()).toBe('untilPen')
})

test('the message comes with a pen, and not when fingers are turned by hand', () => {
  const { editor } = new TestEditor()
  const toasts = { show: vi.fn(), dismiss: vi.fn(), queue: undefined as never }
  tellOfPen(editor, { toasts, translator: createTranslator('en') }, true)
  toggleFingers(editor)
  expect(editor.fingers.get()).toBe('view')
  toggleFingers(editor)
  expect(editor.fingers.get()).toBe('tools')
  expect(toasts.show).not.toHaveBeenCalled()
  editor.fingers.set('untilPen')
  editor.fingers.set('view')
  expect(toasts.show).toHaveBeenCalledOnce()
})
