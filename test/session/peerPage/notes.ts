import { sha256 } from '@noble/hashes/sha2.js'
import { FIRST_BOARD, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Change, Workshop } from '../../../shared/model/workshop.ts'
import { canonical } from '../../../shared/session/canonical.ts'
import { toBase64url } from '../../../shared/util/base64url.ts'
import { ROOTS } from '../../../shared/model/roots.ts'
import type { NotesApi } from './peerApi.ts'

/** What a probe says: when it was made, ms by a clock that all pages of this machine share. */
const PROBE = /^at (\d+\.?\d*)$/
const now = (): number => performance.timeOrigin + performance.now()

/** What is said of safety takes a note into account for certain that was made so long ago, ms. */
const SETTLED_MS = 100

const isProbe = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && 'text' in record && PROBE.test(String(record.text))

/** Notes of a real workshop, written and read by its own model. */
export function createNotes(workshop: Workshop, isSafe: () => boolean): NotesApi {
  const arrivals: { at: number; took: number }[] = []
  const acknowledged: string[] = []
  let unsafe: { readonly text: string; readonly made: number }[] = []
  const own = new Set<string>()
  let count = 0
  let writing: ReturnType<typeof setInterval> | undefined

  workshop.shapes.subscribe((changed, before) => {
    for (const id of changed) {
      const shape = workshop.shapes.get(id)
      if (shape?.kind !== 'note' || before.has(id) || own.has(id)) continue
      const at = PROBE.exec(shape.text)?.[1]
      if (at !== undefined) arrivals.push({ at: Number(at), took: now() - Number(at) })
    }
  })

  setInterval(() => {
    if (!isSafe()) return
    const before = performance.now() - SETTLED_MS
    acknowledged.push(...unsafe.flatMap(({ text, made }) => (made < before ? [text] : [])))
    unsafe = unsafe.filter(({ made }) => made >= before)
  }, SETTLED_MS / 2)

  function add(change: Change, text: string): ShapeId {
    const id = newShapeId()
    own.add(id)
    unsafe.push({ text, made: performance.now() })
    const [x, y] = [(count % 100) * 220, Math.floor(count / 100) * 220]
    count++
    change.add({
      id,
      kind: 'note',
      board: FIRST_BOARD,
      geometry: [x, y, 200, 200, 0],
      order: 'a0',
      style: { color: 'yellow' },
      text,
      grow: 0,
    })
    return id
  }
  function addNote(text: string): ShapeId {
    let id: ShapeId | undefined
    workshop.change((change) => (id = add(change, text)))
    if (!id) throw new Error('Expected a note')
    return id
  }

  return {
    addNote,
    moveNote: (id, x, y) =>
      workshop.change((change) => change.update(id as ShapeId, { geometry: [x, y, 200, 200, 0] })),
    fill: (many, characters) =>
      workshop.change((change) => {
        for (let i = 0; i < many; i++) add(change, `${i} `.padEnd(characters, 'x'))
      }),
    size: () => workshop.shapes.count(FIRST_BOARD),
    texts: () =>
      workshop.shapes
        .all(FIRST_BOARD)
        .flatMap((shape) => (shape.kind === 'note' ? [shape.text] : []))
        .sort(),
    keepWriting(prefix, everyMs) {
      clearInterval(writing)
      if (everyMs > 0)
        writing = setInterval(() => addNote(`${prefix} ${performance.timeOrigin}: ${count}`), everyMs)
    },
    workshopText() {
      const roots = ROOTS.map((root) => Object.entries(workshop.doc.getMap(root).toJSON()))
      const lasting = roots.map((records) => records.filter(([, record]) => !isProbe(record)))
      const sorted = lasting.map((records) => records.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      return new TextDecoder().decode(canonical(sorted))
    },
    contentHash() {
      const shapes = workshop.shapes.all(FIRST_BOARD).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return toBase64url(sha256(canonical(shapes)))
    },
    probe: () => void addNote(`at ${now()}`),
    delays: () => arrivals.map(({ took }) => took),
    arrivals: () => arrivals,
    acknowledged: () => acknowledged,
  }
}
