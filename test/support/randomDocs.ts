import * as Y from 'yjs'
import { seededRandom } from './seededRandom.ts'

export interface RandomDocs {
  readonly docs: readonly Y.Doc[]
  readonly random: () => number
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number
  /** One of the docs is changed at random: notes with texts, long texts, lists, deletions, overwritten values. */
  act(): void
  /** One of the docs hears all that another one has. */
  meet(): void
}

/** Documents that several people write at once, the same for the same seed. */
export function randomDocs(seed: number, count: number, acts = 0): RandomDocs {
  const random = seededRandom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const docs = Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    doc.clientID = 1 + below(2 ** 32 - 2)
    return doc
  })
  const all: RandomDocs = {
    docs,
    random,
    below,
    act() {
      const doc = docs[below(count)]
      if (doc) change(doc, below)
    },
    meet() {
      const [from, to] = [docs[below(count)], docs[below(count)]]
      if (from && to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    },
  }
  for (let n = 0; n < acts; n++) {
    all.act()
    if (below(8) === 0) all.meet()
  }
  return all
}

export function change(doc: Y.Doc, below: (n: number) => number): void {
  const notes = doc.getMap<Y.Map<unknown>>('notes')
  const id = `n${below(12)}`
  const note = notes.get(id)
  const list = doc.getArray<unknown>('list')
  const what = below(9)
  doc.transact(() => {
    if (what === 0 || !note) {
      const entries: [string, unknown][] = [
        ['g', [below(100), below(100)]],
        ['text', new Y.Text('hello 😀')],
        ['kids', new Y.Array()],
      ]
      notes.set(id, new Y.Map(entries))
    } else if (what === 1) note.set('g', [below(100), below(100), 'x'.repeat(below(30))])
    else if (what <= 4) write(note.get('text') as Y.Text, below)
    else if (what === 5) notes.delete(id)
    else if (what === 6) (note.get('kids') as Y.Array<unknown>).push([new Y.Map([['of', id]]), below(9)])
    else if (what === 7) list.insert(below(list.length + 1), [below(100), { a: 1 }])
    else if (list.length > 0) list.delete(below(list.length), 1)
  })
}

function write(text: Y.Text, below: (n: number) => number): void {
  const string = textOf(text)
  // Never between the halves of a pair: Yjs replaces both, and documents then differ by how they were cut.
  const at = wholeBefore(string, below(string.length + 1))
  const before = wholeBefore(string, Math.max(0, at - 1))
  const what = below(6)
  if (what === 0) text.insert(at, '😀سلام'.repeat(below(4000)))
  else if (what === 1) text.format(0, at, { bold: true })
  else if (what === 2 && at > before) text.delete(before, at - before)
  else text.insert(at, 'abc'.slice(below(3)))
}

const textOf = (text: Y.Text): string =>
  (text.toDelta() as { readonly insert: string }[]).map(({ insert }) => insert).join('')

const wholeBefore = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at
