import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuTemplate, type MenuBarContent } from '../../electron/main/menuTemplate.ts'
import { ACTION_IDS, type ActionId } from '../../shared/actions/actionTable.ts'
import { MENUS, type MenuEntry } from '../../shared/actions/menus.ts'
import { language } from '../../shared/i18n/languages.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'

const content = (more: Partial<MenuBarContent> = {}): MenuBarContent => ({
  platform: 'linux',
  translate: createTranslator('en').t,
  packaged: false,
  recent: [],
  reported: { enabled: new Set(), checked: new Set() },
  onAction: vi.fn(),
  onRecent: vi.fn(),
  onClearRecent: vi.fn(),
  ...more,
})

type Item = MenuItemConstructorOptions

const submenu = (item: Item | undefined): Item[] => (Array.isArray(item?.submenu) ? item.submenu : [])
const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(submenu(item))])
const withId = (items: readonly Item[], id: ActionId): Item | undefined =>
  flat(items).find((item) => item.id === id)
const idsOf = (items: readonly Item[]): string[] => flat(items).flatMap(({ id }) => (id ? [id] : []))
const click = (item: Item | undefined): void => {
  const [unused] = [undefined as never] // Electron passes the item, the window and the event; none is used
  item?.click?.(unused, unused, unused)
}
const entryIds = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap((entry) => {
    if (typeof entry === 'object') return entryIds(entry.entries)
    return entry === 'separator' || entry === 'recent' ? [] : [entry]
  })

test.each(['linux', 'windows', 'mac'] as const)(
  'on %s every action of the table is in the menus',
  (platform) => {
    const template = menuTemplate(content({ platform }))
    const wanted = MENUS.flatMap(({ entries }) => entryIds(entries))
    expect(idsOf(template).toSorted()).toEqual(wanted.toSorted())
    for (const menu of template) {
      const ids = idsOf(submenu(menu))
      expect(new Set(ids).size, `${menu.label} names nothing twice`).toBe(ids.length)
    }
  },
)

test('every item has words in every language', () => {
  for (const each of language.options) {
    const template = menuTemplate(content({ translate: createTranslator(each).t, platform: 'mac' }))
    const wordless = flat(template).filter(
      ({ type, label }) => type !== 'separator' && (!label || /^(action|menu|main)\./.test(label)),
    )
    expect([each, wordless]).toEqual([each, []])
  }
})

test('what the page reported is possible and switched on; closing and quitting always are', () => {
  const reported = {
    enabled: new Set<ActionId>(['edit.undo', 'tool.note']),
    checked: new Set<ActionId>(['tool.note']),
  }
  const template = menuTemplate(content({ reported }))
  const enabled = ACTION_IDS.filter((id) => withId(template, id)?.enabled)
  expect(enabled).toEqual(['file.close', 'app.quit', 'edit.undo', 'tool.note'])
  expect(withId(template, 'tool.note')).toMatchObject({ type: 'checkbox', checked: true })
  expect(withId(template, 'tool.hand')).toMatchObject({ type: 'checkbox', checked: false })
  expect(withId(template, 'edit.undo')).not.toHaveProperty('checked')
})

test('an item names its action', () => {
  const onAction = vi.fn()
  const items = flat(menuTemplate(content({ onAction }))).filter(({ id }) => id !== undefined)
  for (const item of items) click(item)
  expect(onAction.mock.calls).toEqual(items.map(({ id }) => [id]))
})

test('shortcuts are shown, but left to the page', () => {
  const items = flat(menuTemplate(content()))
  expect(items.find(({ id }) => id === 'edit.redo')).toMatchObject({
    accelerator: 'CommandOrControl+Shift+Z',
  })
  expect(items.filter((item) => item.accelerator && item.registerAccelerator !== false)).toEqual([])
})

test('on a Mac no single letter is a shortcut of the menu, since it would fire while typing', () => {
  const accelerators = flat(menuTemplate(content({ platform: 'mac' }))).flatMap(
    (item) => item.accelerator ?? [],
  )
  expect(accelerators.filter((each) => !/^CommandOrControl\+|^F\d+$/.test(each))).toEqual([])
})

test('on a Mac text fields can be edited whatever the page reported', () => {
  const template = menuTemplate(content({ platform: 'mac' }))
  for (const id of [
    'edit.undo',
    'edit.redo',
    'edit.cut',
    'edit.copy',
    'edit.paste',
    'edit.selectAll',
  ] as const)
    expect([id, withId(template, id)?.enabled]).toEqual([id, true])
})

test('on a Mac the first menu is the app’s', () => {
  const [first, second] = menuTemplate(content({ platform: 'mac' }))
  expect(idsOf(submenu(first))).toEqual(['help.about', 'app.quit'])
  expect(idsOf(submenu(second))).not.toContain('app.quit')
})

test('a packaged app has no developer tools, and no separator too many', () => {
  const template = menuTemplate(content({ packaged: true }))
  expect(withId(template, 'view.devTools')).toBeUndefined()
  for (const platform of ['linux', 'mac'] as const)
    for (const menu of menuTemplate(content({ packaged: true, platform }))) {
      const types = submenu(menu).map((item) => item.type)
      expect(types[0]).not.toBe('separator')
      expect(types.at(-1)).not.toBe('separator')
      expect(types.some((type, index) => type === 'separator' && types[index + 1] === type)).toBe(false)
    }
})

test('recent workshops can be opened, and forgotten', () => {
  const [onRecent, onClearRecent] = [vi.fn(), vi.fn()]
  const recent = [
    { id: '1', name: 'Guests & hosts' },
    { id: '2', name: 'کارگاه' },
  ]
  const template = menuTemplate(content({ recent, onRecent, onClearRecent }))
  const items = submenu(flat(template).find(({ label }) => label === 'Open recent'))
  expect(items.map(({ label }) => label)).toEqual(['Guests && hosts', 'کارگاه', undefined, 'Clear list'])
  click(items[1])
  click(items[3])
  expect(onRecent.mock.calls).toEqual([['2']])
  expect(onClearRecent).toHaveBeenCalledOnce()
})

test('no recent workshops are a line that says so', () => {
  const items = submenu(flat(menuTemplate(content())).find(({ label }) => label === 'Open recent'))
  expect(items).toEqual([{ label: 'No recent workshops', enabled: false }])
})
