import { expect, test } from 'vitest'
import { recallTable, rememberTable } from '../../renderer/import/rememberTable.ts'

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
const rows = [
  ['month', 'visits'],
  ['2021-01', '5'],
]
const metrics = {
  mapping: { header: true, roles: ['period', 'value'] as const, size: null, groups: {} },
  looks: { visits: { name: 'Visitors', target: 10 } },
}

test('a table is known by the names of its columns', () => {
  const kept = storage()
  expect(recallTable(rows, kept)).toBeUndefined()
  rememberTable(rows, { target: 'metrics', metrics }, kept)
  expect(recallTable([rows[0] ?? [], ['2022-02', '7']], kept)).toEqual({ target: 'metrics', metrics })
  expect(
    recallTable(
      [
        ['month', 'sales'],
        ['2021-01', '5'],
      ],
      kept,
    ),
  ).toBeUndefined()
})

test('what it was as something else is kept, too', () => {
  const kept = storage()
  rememberTable(rows, { target: 'metrics', metrics }, kept)
  rememberTable(rows, { target: 'notes' }, kept)
  expect(recallTable(rows, kept)).toEqual({ target: 'notes', metrics })
})

test('nothing comes of what somebody else wrote, of tables without names, or without a storage', () => {
  const broken = { getItem: () => '{"target":"planets"}', setItem: () => {} }
  expect(recallTable(rows, broken)).toBeUndefined()
  rememberTable(
    [['5'], ['6']],
    { target: 'notes' },
    {
      getItem: () => null,
      setItem: () => expect.unreachable(),
    },
  )
  rememberTable(rows, { target: 'notes' }, undefined)
  expect(recallTable(rows, undefined)).toBeUndefined()
})
