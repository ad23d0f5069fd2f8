import { expect, test, vi } from 'vitest'
import { createActions } from '../../renderer/app/actions/createActions.ts'

const settled = () => Promise.resolve()

test('an action that nobody registered is not possible', () => {
  const actions = createActions(() => undefined)
  expect(actions.run('edit.undo')).toBe(false)
  expect(actions.state('edit.undo').enabled).toBe(false)
})

test('an action runs only while it is possible', () => {
  const run = vi.fn()
  let possible = false
  const actions = createActions(() => undefined)
  actions.register([{ id: 'edit.undo', run, enabled: () => possible }])
  expect(actions.run('edit.undo')).toBe(false)
  possible = true
  expect(actions.run('edit.undo')).toBe(true)
  expect(run).toHaveBeenCalledOnce()
})

test('many changes are announced once, and only if something differs', async () => {
  const listener = vi.fn()
  let checked = false
  const actions = createActions(() => undefined)
  actions.register([{ id: 'theme.dark', run: () => undefined, checked: () => checked }])
  await settled()
  actions.subscribe(listener)

  actions.changed()
  await settled()
  expect(listener).not.toHaveBeenCalled()

  checked = true
  actions.changed()
  actions.changed()
  await settled()
  expect(listener).toHaveBeenCalledOnce()
  expect(actions.state('theme.dark').checked).toBe(true)
})

test('a state stays the same object until it changes', async () => {
  const actions = createActions(() => undefined)
  actions.register([{ id: 'file.new', run: () => undefined }])
  await settled()
  const before = actions.state('file.new')
  actions.changed()
  await settled()
  expect(actions.state('file.new')).toBe(before)
})

test('disposing makes it impossible again', async () => {
  const actions = createActions(() => undefined)
  const dispose = actions.register([{ id: 'file.new', run: () => undefined }])
  dispose()
  await settled()
  expect(actions.run('file.new')).toBe(false)
  expect(actions.state('file.new').enabled).toBe(false)
})

test('an action has one place that does it', () => {
  const actions = createActions(() => undefined)
  actions.register([{ id: 'file.new', run: () => undefined }])
  expect(() => actions.register([{ id: 'file.new', run: () => undefined }])).toThrow('file.new')
})

test('what goes wrong is reported with its action, at once or later', async () => {
  const onError = vi.fn()
  const actions = createActions(onError)
  const failure = new Error('no')
  actions.register([
    {
      id: 'file.new',
      run() {
        throw failure
      },
    },
    { id: 'file.open', run: () => Promise.reject(failure) },
  ])
  actions.run('file.new')
  actions.run('file.open')
  await vi.waitFor(() =>
    expect(onError.mock.calls).toEqual([
      [failure, 'file.new'],
      [failure, 'file.open'],
    ]),
  )
})
