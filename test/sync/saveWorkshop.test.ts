import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createAssets, type AssetKeeper } from '../../renderer/sync/assets.ts'
import { createSaver, type Saver } from '../../renderer/sync/saveWorkshop.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { serve } from '../../shared/ipc/rpc.ts'
import { workshopContract } from '../../shared/ipc/workshopContract.ts'
import { covers, encodedProgress } from '../../shared/session/vectors.ts'
import { fromBase64url } from '../../shared/util/base64url.ts'
import { createMemoryWorkshop, type MemoryWorkshop } from '../support/memoryWorkshop.ts'
import { portPair } from '../support/portPair.ts'
import { hashOf, testAsset } from '../support/testAsset.ts'

let doc: Y.Doc
let assets: AssetKeeper
let saver: Saver
beforeEach(() => {
  vi.useFakeTimers()
  doc = new Y.Doc()
  assets = createAssets()
  saver = createSaver(doc, assets)
})
afterEach(() => {
  saver.dispose()
  vi.useRealTimers()
})

/** A store process on its own end of a port; `die` is what a killed process looks like from here. */
function startStore(workshop: MemoryWorkshop) {
  const [here, there] = portPair()
  const die = serve(workshopContract, workshop.calls, there)
  return { port: here, die }
}

const write = (key: string): void => void doc.getMap('m').set(key, true)
const kind = (): string => saver.state.get().kind
const until = (expected: string) => vi.waitFor(() => expect(kind()).toBe(expected))

/** What somebody who opens the workshop afterwards finds. */
function keysIn({ updates }: MemoryWorkshop): string[] {
  const copy = new Y.Doc()
  for (const update of updates) Y.applyUpdate(copy, update)
  return [...copy.getMap('m').keys()].sort()
}

test('what the store has is loaded, and not sent back', async () => {
  const workshop = createMemoryWorkshop()
  const before = new Y.Doc()
  before.getMap('m').set('old', true)
  workshop.updates.push(new Uint8Array(Y.encodeStateAsUpdate(before)))
  await saver.attach(startStore(workshop).port)
  expect(doc.getMap('m').has('old')).toBe(true)
  await until('saved')
  expect(workshop.updates).toHaveLength(1)
})

test('an edit is Saving until the store confirms it', async () => {
  const workshop = createMemoryWorkshop()
  await saver.attach(startStore(workshop).port)
  write('a')
  expect(kind()).toBe('saving')
  await until('saved')
  expect(keysIn(workshop)).toEqual(['a'])
})

test('an edit made before the store was there is saved', async () => {
  const workshop = createMemoryWorkshop()
  write('early')
  await saver.attach(startStore(workshop).port)
  await until('saved')
  expect(keysIn(workshop)).toEqual(['early'])
})

test('edits made while one is being written go out together', async () => {
  const workshop = createMemoryWorkshop()
  await saver.attach(startStore(workshop).port)
  for (const key of ['a', 'b', 'c', 'd']) write(key)
  await until('saved')
  expect(keysIn(workshop)).toEqual(['a', 'b', 'c', 'd'])
  expect(workshop.updates).toHaveLength(2)
})

test('what a store that died had not confirmed is sent to the next one', async () => {
  const first = createMemoryWorkshop()
  const store = startStore(first)
  await saver.attach(store.port)
  write('kept')
  await until('saved')
  store.die()
  write('lost on the way')
  expect(kind()).toBe('saving')
  saver.detach()
  write('made meanwhile')
  const second = createMemoryWorkshop()
  second.updates.push(...first.updates)
  await saver.attach(startStore(second).port)
  await until('saved')
  expect(keysIn(second)).toEqual(['kept', 'lost on the way', 'made meanwhile'])
})

test('a store that never answers turns Saving into Not saved', async () => {
  const store = startStore(createMemoryWorkshop())
  await saver.attach(store.port)
  store.die()
  write('a')
  await vi.advanceTimersByTimeAsync(4900)
  expect(kind()).toBe('saving')
  await vi.advanceTimersByTimeAsync(200)
  expect(saver.state.get()).toEqual({ kind: 'notSaved', code: 'store-lost' })
})

test('a full disk is Not saved, is tried again, and loses nothing', async () => {
  const workshop = createMemoryWorkshop()
  await saver.attach(startStore(workshop).port)
  workshop.reach = { failure: 'disk-full' }
  write('a')
  await vi.waitFor(() => expect(saver.state.get()).toEqual({ kind: 'notSaved', code: 'disk-full' }))
  write('b')
  expect(kind()).toBe('notSaved')
  workshop.reach = 'file'
  await vi.advanceTimersByTimeAsync(1100)
  await until('saved')
  expect(keysIn(workshop)).toEqual(['a', 'b'])
})

test('an edit that reached only the journal is called so, until the file has it', async () => {
  const workshop = createMemoryWorkshop()
  await saver.attach(startStore(workshop).port)
  workshop.reach = 'journal'
  write('a')
  await until('savedHere')
  await vi.advanceTimersByTimeAsync(1100)
  expect(kind()).toBe('savedHere')
  workshop.reach = 'file'
  await vi.advanceTimersByTimeAsync(1100)
  await until('saved')
})

test('flush resolves once everything is durable, and says so when it cannot be', async () => {
  const workshop = createMemoryWorkshop()
  await saver.attach(startStore(workshop).port)
  write('a')
  expect(await saver.flush()).toBe(true)
  workshop.reach = { failure: 'disk-full' }
  write('b')
  expect(await saver.flush()).toBe(false)
})

test('a workshop opened for reading is never written', async () => {
  const workshop = createMemoryWorkshop({ readOnly: true })
  await saver.attach(startStore(workshop).port)
  expect(kind()).toBe('readOnly')
  write('a')
  expect(await saver.flush()).toBe(true)
  expect(workshop.updates).toEqual([])
})

test('a broken update is reported as damage', async () => {
  const workshop = createMemoryWorkshop()
  workshop.updates.push(new Uint8Array([255, 255, 255, 255]))
  await expect(saver.attach(startStore(workshop).port)).rejects.toMatchObject({ code: 'damaged' })
})

test('edits that only the journal has are not called Saved by a store that was started again', async () => {
  const workshop = createMemoryWorkshop()
  workshop.reach = 'journal'
  await saver.attach(startStore(workshop).port)
  write('a')
  await until('savedHere')
  saver.detach()
  await saver.attach(startStore(workshop).port)
  expect(await saver.flush()).toBe(true)
  expect(kind()).toBe('savedHere')
})

test('a file that became read-only while it was open keeps edits and says that they are not saved', async () => {
  const before = createMemoryWorkshop()
  await saver.attach(startStore(before).port)
  write('a')
  await until('saved')
  saver.detach()
  await saver.attach(startStore(createMemoryWorkshop({ readOnly: true })).port)
  write('b')
  await vi.waitFor(() => expect(saver.state.get()).toEqual({ kind: 'notSaved', code: 'read-only' }))
  expect(await saver.flush()).toBe(false)
  saver.detach()
  const writable = createMemoryWorkshop()
  writable.updates.push(...before.updates)
  await saver.attach(startStore(writable).port)
  await until('saved')
  expect(keysIn(writable)).toEqual(['a', 'b'])
})

test('steady typing on a slow disk is Saving, not Not saved', async () => {
  const workshop = createMemoryWorkshop()
  const { append } = workshop.calls
  const slow = { ...workshop, calls: { ...workshop.calls, append: delayed(append, 150) } }
  await saver.attach(startStore(slow).port)
  await until('saved')
  for (let i = 0; i < 100; i++) {
    write(`k${i}`)
    await vi.advanceTimersByTimeAsync(100)
    expect(kind()).not.toBe('notSaved')
  }
})

test('a store that is lost while the workshop is loading is told apart from one that answers', async () => {
  const [here] = portPair()
  const loading = saver.attach(here)
  saver.detach()
  await expect(loading).rejects.toMatchObject({ code: 'store-lost' })
})

function delayed<I, O>(call: (input: I) => O | Promise<O>, ms: number): (input: I) => Promise<O> {
  return async (input) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return call(input)
  }
}

describe('images', () => {
  const image = testAsset(1000)

  test('an image is stored before the edit that shows it, and Saved is not said before', async () => {
    const workshop = createMemoryWorkshop()
    const order: string[] = []
    const { append, putAsset } = workshop.calls
    const noted = <I, O>(name: string, call: (input: I) => O | Promise<O>) =>
      delayed((input: I) => {
        order.push(name)
        return call(input)
      }, 150)
    const calls = { ...workshop.calls, append: noted('append', append), putAsset: noted('put', putAsset) }
    await saver.attach(startStore({ ...workshop, calls }).port)
    await until('saved')
    expect(await assets.add(image)).toBe(image.hash)
    write('shape that shows it')
    expect(kind()).toBe('saving')
    await vi.advanceTimersByTimeAsync(200)
    expect(kind()).toBe('saving')
    await until('saved')
    expect(order).toEqual(['put', 'append'])
    expect(workshop.assets.get(image.hash)).toEqual(image)
  })

  test('an image alone is saved', async () => {
    const workshop = createMemoryWorkshop()
    await saver.attach(startStore(workshop).port)
    await until('saved')
    await assets.add(image)
    expect(kind()).toBe('saving')
    expect(await saver.flush()).toBe(true)
    expect([...workshop.assets.keys()]).toEqual([image.hash])
    expect(assets.unstored()).toEqual([])
  })

  test('an image that the store refuses is Not saved, holds up no edit, and is tried again', async () => {
    const workshop = createMemoryWorkshop()
    await saver.attach(startStore(workshop).port)
    const { putAsset } = workshop.calls
    const full = vi.spyOn(workshop.calls, 'putAsset').mockImplementation(() => {
      throw new AppError('disk-full', 'A fault ordered by the test')
    })
    await assets.add(image)
    write('a')
    await vi.waitFor(() => expect(saver.state.get()).toEqual({ kind: 'notSaved', code: 'disk-full' }))
    expect(keysIn(workshop)).toEqual(['a'])
    expect(await saver.flush()).toBe(false)
    expect((await assets.bytesOf(image.hash))?.bytes).toEqual(image.bytes)
    full.mockImplementation(putAsset)
    await vi.advanceTimersByTimeAsync(1100)
    await until('saved')
    expect(workshop.assets.get(image.hash)).toEqual(image)
  })

  test('an image that a lost store had not confirmed goes to the next one', async () => {
    const store = startStore(createMemoryWorkshop())
    await saver.attach(store.port)
    await until('saved')
    store.die()
    await assets.add(image)
    saver.detach()
    expect(kind()).toBe('saving')
    const second = createMemoryWorkshop()
    await saver.attach(startStore(second).port)
    await until('saved')
    expect(second.assets.get(image.hash)).toEqual(image)
  })

  test('an image that waits outside the file is called so, until the file has it', async () => {
    const workshop = createMemoryWorkshop()
    await saver.attach(startStore(workshop).port)
    await until('saved')
    workshop.reach = 'journal'
    await assets.add(image)
    await until('savedHere')
    expect(assets.unstored()).toEqual([])
    workshop.reach = 'file'
    await vi.advanceTimersByTimeAsync(1100)
    await until('saved')
  })

  test('who asks for an image while there is no store gets it from the next one', async () => {
    const workshop = createMemoryWorkshop()
    workshop.assets.set(image.hash, image)
    const answer = assets.bytesOf(image.hash)
    const store = startStore(createMemoryWorkshop())
    await saver.attach(startStore(workshop).port)
    expect(await answer).toEqual(image)
    store.die()
    const lost = assets.bytesOf(image.hash)
    saver.detach()
    await saver.attach(startStore(workshop).port)
    expect(await lost).toEqual(image)
    expect(await assets.bytesOf(hashOf(Uint8Array.of(1)))).toBeUndefined()
  })
})

describe('how far the file is', () => {
  /** What somebody who reads the file now has, and whether the saver says no more than that. */
  function claims(workshop: MemoryWorkshop): { readonly claimed: boolean; readonly true: boolean } {
    const copy = new Y.Doc()
    for (const update of workshop.updates) Y.applyUpdate(copy, update)
    const vector = fromBase64url(saver.persisted.get() ?? '')
    const claimed = vector !== undefined && vector.length > 0
    return { claimed, true: !claimed || covers(encodedProgress(copy), vector) }
  }
  const coversAll = (): boolean => {
    const vector = fromBase64url(saver.persisted.get() ?? '')
    return vector !== undefined && vector.length > 0 && covers(vector, encodedProgress(doc))
  }

  test('is told once the store has confirmed it, and never too much', async () => {
    const workshop = createMemoryWorkshop()
    await saver.attach(startStore(workshop).port)
    await until('saved')
    expect(coversAll()).toBe(true)
    for (let n = 0; n < 200; n++) {
      write(`key${n}`)
      if (n % 7 === 0) await Promise.resolve()
      expect(claims(workshop)).toMatchObject({ true: true })
    }
    expect(coversAll()).toBe(false)
    await until('saved')
    expect(coversAll()).toBe(true)
  })

  test('is not said of deletions that are not there yet', async () => {
    const workshop = createMemoryWorkshop()
    write('a')
    await saver.attach(startStore(workshop).port)
    await until('saved')
    doc.getMap('m').delete('a')
    expect(coversAll()).toBe(false)
    expect(claims(workshop)).toMatchObject({ true: true })
    await until('saved')
    expect(coversAll()).toBe(true)
    expect(claims(workshop)).toMatchObject({ true: true })
  })

  test('is not told of what is in the journal only, and of all of it later', async () => {
    const workshop = createMemoryWorkshop()
    await saver.attach(startStore(workshop).port)
    await until('saved')
    workshop.reach = 'journal'
    write('a')
    await until('savedHere')
    expect(coversAll()).toBe(false)
    workshop.reach = 'file'
    await vi.advanceTimersByTimeAsync(1100)
    await until('saved')
    expect(coversAll()).toBe(true)
  })

  test('is told of long batches only once all of them are there', async () => {
    const workshop = createMemoryWorkshop()
    await saver.attach(startStore(workshop).port)
    await until('saved')
    for (let n = 0; n < 40; n++) doc.getMap('m').set(`large${n}`, 'x'.repeat(20_000))
    await vi.waitFor(() => {
      expect(claims(workshop)).toMatchObject({ true: true })
      expect(coversAll()).toBe(true)
    })
    expect(workshop.updates.length).toBeGreaterThan(5)
    expect(workshop.updates.every(({ length }) => length <= 130 * 1024)).toBe(true)
  })

  test('is not said of a store that was lost before it confirmed', async () => {
    const store = startStore(createMemoryWorkshop())
    await saver.attach(store.port)
    await until('saved')
    write('a')
    store.die()
    saver.detach()
    await vi.advanceTimersByTimeAsync(100)
    expect(coversAll()).toBe(false)
    await saver.attach(startStore(createMemoryWorkshop()).port)
    await until('saved')
    expect(coversAll()).toBe(true)
  })
})
