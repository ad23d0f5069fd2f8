import { expect, test } from 'vitest'
import { rememberView } from '../../renderer/app/workshop/rememberView.ts'
import { FIRST_VIEW, type ViewOptions } from '../../renderer/editor/viewOptions.ts'
import { createStore } from '../../shared/util/store.ts'

/** As much of the browser's storage as is used. */
function storageWith(saved?: string) {
  let value = saved
  return {
    getItem: () => value ?? null,
    setItem: (_: string, next: string) => void (value = next),
  } as unknown as Storage
}

test('what was switched on is on again next time', () => {
  const storage = storageWith()
  const first = createStore<ViewOptions>(FIRST_VIEW)
  rememberView(first, storage)
  first.set({ ...first.get(), grid: true, minimap: false })
  const second = createStore<ViewOptions>(FIRST_VIEW)
  rememberView(second, storage)
  expect(second.get()).toMatchObject({ grid: true, minimap: false })
})

test('whatever somebody else left there is taken for nothing', () => {
  for (const saved of ['{', 'null', '[]', '{"grid":"yes"}', '7']) {
    const view = createStore<ViewOptions>(FIRST_VIEW)
    rememberView(view, storageWith(saved))
    expect(view.get()).toEqual(FIRST_VIEW)
  }
})
