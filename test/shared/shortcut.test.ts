import { expect, test } from 'vitest'
import { ACTION_IDS, actionOf } from '../../shared/actions/actionTable.ts'
import { MENUS, type MenuEntry } from '../../shared/actions/menus.ts'
import {
  formatShortcut,
  matches,
  parseShortcut,
  toAccelerator,
  type KeyPress,
} from '../../shared/actions/shortcut.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})
const is = (pressed: KeyPress, shortcut: string, platform: 'mac' | 'linux' = 'linux') =>
  matches(pressed, parseShortcut(shortcut), platform)

test.each([
  ['QWERTY', 'n', 'KeyN'],
  ['Persian', 'د', 'KeyN'],
  ['Russian', 'т', 'KeyN'],
  ['Dvorak, where N is elsewhere', 'n', 'KeyL'],
  ['caps lock', 'N', 'KeyN'],
])('N is N on a keyboard with %s', (_, key, code) => {
  expect(is(press(key, code), 'N')).toBe(true)
})

test('a Latin layout goes by what is typed, not by where the key is', () => {
  expect(is(press('b', 'KeyN'), 'N')).toBe(false)
})

test('modifiers must be exactly those', () => {
  expect(is(press('z', 'KeyZ', { ctrlKey: true }), 'Mod+Z')).toBe(true)
  expect(is(press('z', 'KeyZ', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false)
  expect(is(press('z', 'KeyZ', { metaKey: true }), 'Mod+Z')).toBe(false)
  expect(is(press('z', 'KeyZ', { metaKey: true }), 'Mod+Z', 'mac')).toBe(true)
  expect(is(press('n', 'KeyN', { altKey: true }), 'N')).toBe(false)
})

test('digits go by the key, whatever Shift makes of them', () => {
  expect(is(press('!', 'Digit1', { shiftKey: true }), 'Shift+1')).toBe(true)
  expect(is(press('۱', 'Digit1', { shiftKey: true }), 'Shift+1')).toBe(true)
  expect(is(press('à', 'Digit0', { ctrlKey: true }), 'Mod+0')).toBe(true)
})

test('zooming in works with and without Shift for the plus sign', () => {
  expect(is(press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'Mod++')).toBe(true)
  expect(is(press('=', 'Equal', { ctrlKey: true }), 'Mod+=')).toBe(true)
})

test('shortcuts are written as each system writes them', () => {
  expect(formatShortcut('Mod+Shift+Z', 'linux')).toBe('Ctrl+Shift+Z')
  expect(formatShortcut('Mod+Shift+Z', 'mac')).toBe('⇧⌘Z')
  expect(toAccelerator('Mod++')).toBe('CommandOrControl+Plus')
})

test('no two actions share a shortcut', () => {
  const all = ACTION_IDS.flatMap((id) => actionOf(id).shortcuts)
  expect(new Set(all).size).toBe(all.length)
})

test('every action that changes what is seen or saved is in a menu', () => {
  const idsIn = (entries: readonly MenuEntry[]): string[] =>
    entries.flatMap((entry) => (typeof entry === 'object' ? idsIn(entry.entries) : [entry]))
  const inMenus = new Set(MENUS.flatMap(({ entries }) => idsIn(entries)))
  expect(ACTION_IDS.filter((id) => !inMenus.has(id))).toEqual([])
})
