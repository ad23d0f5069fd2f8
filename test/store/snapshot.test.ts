import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { decodeFrame } from '../../electron/store/frame.ts'
import { makeSnapshot } from '../../electron/store/snapshot.ts'
import { contentIn, sha256, sidecars, testWorkshop, type TestWorkshop } from '../support/testWorkshop.ts'
import { contentOf, updateWith } from '../support/updates.ts'

type Edit = { key: string; value: string | null; text: boolean }

const edit = fc.record({
  key: fc.constantFrom('a', 'b', 'c', '__proto__'),
  value: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 })),
  text: fc.boolean(),
})

/** The updates of someone who sets, types into and deletes things in the map `test`. */
function updatesOf(edits: readonly Edit[]): Uint8Array<ArrayBuffer>[] {
  const doc = new Y.Doc()
  const updates: Uint8Array<ArrayBuffer>[] = []
  doc.on('update', (update: Uint8Array) => updates.push(new Uint8Array(update)))
  const map = doc.getMap<unknown>('test')
  for (const { key, value, text } of edits) {
    const before = map.get(key)
    if (value === null) map.delete(key)
    else if (text && before instanceof Y.Text) before.insert(0, value)
    else map.set(key, text ? new Y.Text(value) : value)
  }
  return updates
}

test('a snapshot is the log, and the log can go on after it', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 60 }), fc.nat(60), (edits, at) => {
      const updates = updatesOf(edits)
      const snapshot = makeSnapshot(updates.slice(0, at))
      const update = decodeFrame(snapshot?.frame)
      expect(update).not.toBeNull()
      const shortened = [update ?? new Uint8Array(), ...updates.slice(at)]
      expect(contentOf(shortened)).toEqual(contentOf(updates))
    }),
  )
})

test('there is no snapshot of a log with a gap, or with an update that cannot be read', () => {
  const updates = updatesOf(['x', 'y', 'z'].map((value) => ({ key: 'a', value, text: false })))
  expect(makeSnapshot(updates)).toBeDefined()
  expect(makeSnapshot(updates.toSpliced(1, 1))).toBeUndefined()
  expect(makeSnapshot([...updates, Uint8Array.of(9, 9, 9)])).toBeUndefined()
})

test('there is no snapshot of what cannot be compared, and no harm either', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => silent.mockRestore())
  for (const update of [updateWith('big', 1n), deepUpdate(20_000)]) {
    expect(makeSnapshot([update])).toBeUndefined()
    const t = testWorkshop()
    await append(t, [update])
    expect(counts(t)).toEqual({ log: 1, snapshots: 0 })
  }
})

/** A map in a map in a map … */
function deepUpdate(depth: number): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  let map = doc.getMap<unknown>('test')
  doc.transact(() => {
    for (let level = 0; level < depth; level++) {
      const inner = new Y.Map<unknown>()
      map.set('a', inner)
      map = inner
    }
  })
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

/** Everything in the file's tables, as `table: rows`. */
function counts(t: TestWorkshop): unknown {
  return t
    .other()
    .prepare('SELECT (SELECT count(*) FROM upd) AS log, (SELECT count(*) FROM snap) AS snapshots')
    .get()
}

async function append(t: TestWorkshop, updates: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  const workshop = t.open()
  await Promise.all(updates.map(async (update) => workshop.calls.append({ update })))
  workshop.close()
}

const edits = (count: number): Edit[] =>
  Array.from({ length: count }, (_, n) => ({ key: `k${n % 50}`, value: `v${n}`, text: n % 3 === 0 }))

test('a close leaves a snapshot, the newest two stay, and the log is never cut', async () => {
  const t = testWorkshop()
  const updates = updatesOf(edits(400))
  for (let from = 0; from < 400; from += 100) {
    await append(t, updates.slice(from, from + 100))
    expect(await contentIn(t.open())).toEqual(contentOf(updates.slice(0, from + 100)))
  }
  expect(counts(t)).toEqual({ log: 400, snapshots: 2 })
  const { updates: loaded } = await t.open().calls.load()
  expect(loaded).toHaveLength(1)
})

test('a long log gets a snapshot while the workshop is open', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const updates = updatesOf(edits(600))
  await Promise.all(updates.map(async (update) => workshop.calls.append({ update })))
  await workshop.calls.flush()
  await expect.poll(() => counts(t)).toEqual({ log: 600, snapshots: 1 })
  expect(await contentIn(workshop)).toEqual(contentOf(updates))
})

test('if the newest snapshot is damaged the one before is used, then the whole log', async () => {
  const t = testWorkshop()
  const updates = updatesOf(edits(200))
  await append(t, updates.slice(0, 100))
  await append(t, updates.slice(100))
  const whole = contentOf(updates)
  const loadedRows: number[] = []
  for (const spoil of ['id = 0', 'id = (SELECT max(id) FROM snap)', 'id > 0']) {
    t.other().exec(`UPDATE snap SET frame = zeroblob(length(frame)) WHERE ${spoil}`)
    const workshop = t.open()
    const loaded = (await workshop.calls.load()).updates
    workshop.close()
    expect(contentOf(loaded)).toEqual(whole)
    loadedRows.push(loaded.length)
  }
  expect(loadedRows).toEqual([1, 101, 200])
})

test('a workshop that was only looked at is not changed by a byte', async () => {
  const t = testWorkshop()
  await append(t, updatesOf(edits(20)))
  const before = sha256(t.file)
  const workshop = t.open()
  await workshop.calls.load()
  await workshop.calls.flush()
  await workshop.calls.saveThumbnail({ png: null })
  workshop.close()
  expect(sha256(t.file)).toBe(before)
  expect(sidecars(t.file)).toEqual([])
})
