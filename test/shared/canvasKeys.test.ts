import { expect, test } from 'vitest'
import { actionOf, ACTION_IDS } from '../../shared/actions/actionTable.ts'
import { canvasKeyOf, CANVAS_KEYS } from '../../shared/actions/canvasKeys.ts'
import type { KeyPress } from '../../shared/actions/shortcut.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test('arrows move, with Ctrl go beside, with Alt stretch', () => {
  expect(canvasKeyOf(press('ArrowUp'), 'linux')).toEqual({ key: 'move', arrow: [0, -1], shift: false })
  expect(canvasKeyOf(press('ArrowLeft', { shiftKey: true }), 'linux')).toEqual({
    key: 'move',
    arrow: [-1, 0],
    shift: true,
  })
  expect(canvasKeyOf(press('ArrowDown', { ctrlKey: true }), 'linux')?.key).toBe('beside')
  expect(canvasKeyOf(press('ArrowDown', { metaKey: true }), 'mac')?.key).toBe('beside')
  expect(canvasKeyOf(press('ArrowDown', { altKey: true, shiftKey: true }), 'linux')).toEqual({
    key: 'stretch',
    arrow: [0, 1],
    shift: true,
  })
})

test('Ctrl+Tab and letters mean nothing here', () => {
  expect(canvasKeyOf(press('Tab', { ctrlKey: true }), 'linux')).toBeUndefined()
  expect(canvasKeyOf(press('a'), 'linux')).toBeUndefined()
})

test('no action has a key of the canvas, but for Enter: with a tool that makes something it places that', () => {
  const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
  const taken = new Set(
    Object.values(CANVAS_KEYS)
      .flat()
      .flatMap((keys) =>
        keys.endsWith('Arrow') ? arrows.map((arrow) => keys.replace('Arrow', arrow)) : [keys],
      ),
  )
  const clashes = ACTION_IDS.filter((id) => actionOf(id).shortcuts.some((keys) => taken.has(keys)))
  expect(clashes).toEqual(['edit.text'])
})
