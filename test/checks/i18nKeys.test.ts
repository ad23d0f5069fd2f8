import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLocales } from '../../scripts/lib/i18nKeys.mjs'

const families = { action: ['file.new'] }

const en = {
  action: { file: { new: 'New' } },
  start: { title: 'Welcome, {{name}}', hint: 'Read <b>this</b>' },
  board: { notes_one: 'One note', notes_other: '{{count}} notes' },
}
const pl = {
  action: { file: { new: 'Nowy' } },
  start: { title: 'Witaj, {{name}}', hint: 'Czytaj <b>to</b>' },
  board: {
    notes_one: 'Jedna',
    notes_few: '{{count}} kartki',
    notes_many: '{{count}} kartek',
    notes_other: '{{count}} kartki',
  },
}
const source = `
  export const fileLabelOf = (id: string) => t(\`action.file.\${id}\`)
  export const labelOf = (id: string) => t(\`action.\${id}\`)
  export const Start = () => <p title={t('start.title', { name })}><Trans i18nKey="start.hint" /></p>
  export const notes = (count: number) => t('board.notes', { count })
`

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'throughline-i18n-'))
  for (const folder of ['electron', 'renderer', 'shared', 'resources/locales'])
    mkdirSync(path.join(root, folder), { recursive: true })
  writeLocale('en', en)
  writeLocale('pl', pl)
  writeFileSync(path.join(root, 'renderer/Start.tsx'), source)
})
afterEach(() => rmSync(root, { recursive: true }))

const check = () => checkLocales(root, families)
const writeLocale = (name: string, texts: unknown) =>
  writeFileSync(path.join(root, `resources/locales/${name}.json`), JSON.stringify(texts))
const addSource = (code: string) => writeFileSync(path.join(root, 'renderer/More.tsx'), code)

test('complete locales, all of them used, are fine', () => expect(check()).toEqual([]))

test('a key that a translation lacks', () => {
  writeLocale('pl', { ...pl, start: { title: pl.start.title } })
  expect(check()).toEqual(['pl: start.hint is missing'])
})

test('a key that English lacks', () => {
  writeLocale('pl', { ...pl, end: 'Koniec' })
  expect(check()).toEqual(['pl: end is not in en'])
})

test('an empty text', () => {
  writeLocale('pl', { ...pl, action: { file: { new: ' ' } } })
  expect(check()).toEqual(['pl: action.file.new is empty'])
})

test('a plural form that the language needs', () => {
  const { notes_few: _few, ...board } = pl.board
  writeLocale('pl', { ...pl, board })
  expect(check()).toEqual(['pl: board.notes_few is missing'])
})

test('a plural form that the language does not have', () => {
  writeLocale('pl', { ...pl, board: { ...pl.board, notes_two: '{{count}}' } })
  expect(check()).toEqual(['pl: board.notes_two is not in en'])
})

test('a placeholder of another name, and a lost tag', () => {
  writeLocale('pl', { ...pl, start: { title: 'Witaj, {{imię}} {{nom}}', hint: 'Czytaj to' } })
  expect(check()).toEqual([
    'pl: start.title lacks {{name}}',
    'pl: start.title has {{imię}}, English does not',
    'pl: start.title has {{nom}}, English does not',
    'pl: start.hint lacks <b>',
    'pl: start.hint lacks </b>',
  ])
})

test('a form that stands for several numbers must show the number', () => {
  const ru = { ...pl, board: { ...pl.board, notes_one: 'Одна' } }
  writeLocale('ru', ru) // in Russian `one` is also 21
  expect(check()).toEqual(['ru: board.notes_one lacks {{count}}'])
})

test('a used key that there is not', () => {
  addSource(`const text = t('start.titel')`)
  expect(check()).toEqual(['renderer/More.tsx:1: the key start.titel is not in en'])
})

test('a key that does not exist, in a table that is read elsewhere', () => {
  addSource(
    `const tabs = [{ label: 'start.hint' }, { label: 'start.nothing' }]\nconst text = t(tabs[0].label)`,
  )
  expect(check()).toEqual(['renderer/More.tsx:1: the key start.nothing is not in en'])
})

test('a key that nobody uses', () => {
  writeLocale('en', { ...en, extra: 'Extra' })
  writeLocale('pl', { ...pl, extra: 'Dodatek' })
  expect(check()).toEqual(['extra: nobody uses it'])
})

test('a family has what its table needs and no more', () => {
  const action = { file: { old: 'Old' } }
  writeLocale('en', { ...en, action })
  writeLocale('pl', { ...pl, action })
  expect(check()).toEqual([
    'action.file.new: a table needs it, en lacks it',
    'action.file.old: nobody uses it',
  ])
})

test.each([
  ['a template', 't(`start.${name}`)'],
  ['a template kept for later', 'const key = `start.${name}`; t(key)'],
  ['a sum', `t('start.' + name)`],
  ['a call', 't(keyOf(name))'],
  ['two slots in a family', 't(`action.${a}.${b}`)'],
  ['a template in Trans', 'const x = <Trans i18nKey={`start.${name}`} />'],
])('a key put together at run time: %s', (_, code) => {
  addSource(code)
  expect(check()).toEqual([
    'renderer/More.tsx:1: this key is put together at run time. Use whole keys, or a family (action).',
  ])
})

test('whole keys are found in conditions, templates and assertions', () => {
  addSource('t(on ? `start.title` : ("start.x" as const)); i18n.t(maybe ?? "start.y")')
  expect(check()).toEqual([
    'renderer/More.tsx:1: the key start.x is not in en',
    'renderer/More.tsx:1: the key start.y is not in en',
  ])
})
