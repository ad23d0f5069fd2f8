import { expect, test, vi } from 'vitest'
import { createLibrary, type Library } from '../../renderer/app/start/createLibrary.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { libraryContract, type RecentWorkshop } from '../../shared/ipc/libraryContract.ts'
import { serve } from '../../shared/ipc/rpc.ts'
import { portPair } from '../support/portPair.ts'

const workshop = (id: string): RecentWorkshop => ({
  id,
  name: id,
  folder: '/',
  openedAt: 0,
  present: true,
  thumbnail: null,
})

/** A store that knows a and b; `forget` fails if told so. */
function connectTo(library: Library, failure?: AppError) {
  const forgotten = new Set<string>()
  const [window, store] = portPair()
  serve(
    libraryContract,
    {
      recent: () => ['a', 'b'].filter((id) => !forgotten.has(id)).map(workshop),
      forget({ id }) {
        if (failure) throw failure
        forgotten.add(id)
      },
      remember: ({ id }) => void forgotten.delete(id),
    },
    store,
  )
  library.connectTo(window)
}

function shown(library: Library) {
  const state = library.state.get()
  return state.kind === 'ready' ? state.recent.map(({ id }) => id) : state
}

test('it waits for a store, then shows what that knows', async () => {
  const library = createLibrary()
  expect(shown(library)).toEqual({ kind: 'loading' })
  connectTo(library)
  await vi.waitFor(() => expect(shown(library)).toEqual(['a', 'b']))
})

test('a forgotten workshop is gone at once and comes back when remembered', async () => {
  const library = createLibrary()
  connectTo(library)
  await vi.waitFor(() => expect(shown(library)).toEqual(['a', 'b']))
  const forgetting = library.forget('a')
  expect(shown(library)).toEqual(['b'])
  await forgetting
  await library.remember('a')
  expect(shown(library)).toEqual(['a', 'b'])
})

test('what could not be forgotten is shown again', async () => {
  const library = createLibrary()
  connectTo(library, new AppError('disk-full', 'full'))
  await vi.waitFor(() => expect(shown(library)).toEqual(['a', 'b']))
  await expect(library.forget('a')).rejects.toMatchObject({ code: 'disk-full' })
  expect(shown(library)).toEqual(['a', 'b'])
})

test('a restarted store is asked again', async () => {
  const library = createLibrary()
  connectTo(library)
  await vi.waitFor(() => expect(shown(library)).toEqual(['a', 'b']))
  library.fail('store-lost')
  connectTo(library)
  await vi.waitFor(() => expect(shown(library)).toEqual(['a', 'b']))
})
