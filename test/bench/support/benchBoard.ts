import * as Y from 'yjs'
import { NOTE_COLORS, type NoteColor } from '../../../shared/model/color.ts'
import { FIRST_BOARD, newShapeId } from '../../../shared/model/ids.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import type { Note, Shape } from '../../../shared/model/shape.ts'
import { addFirstBoard, openWorkshop } from '../../../shared/model/workshop.ts'

/** A note as both pages get it: the app in a document, the floor as it is. Page units. */
export interface BenchNote {
  readonly x: number
  readonly y: number
  readonly color: NoteColor
  readonly text: string
}

/** Side of every note, and from one note to the next; page units. */
export const NOTE_SIDE = 200
export const NOTE_STEP = 220

/** What guests say, in the three scripts that the app's languages are written in. */
const SENTENCES = [
  'the guest waits for the host at the door and the phone says nothing, again',
  'ključ nije bio ondje gdje je pisalo, pa smo čekali žute taksije na kiši',
  'przyjechaliśmy późno, żółte światło w oknie, śniadanie było już gotowe',
  'гость не нашёл ключ под ковриком и позвонил хозяину ещё раз вечером',
  'поиск занял целый вечер, отзывы и цены не совпадали с тем что увидели',
  'مهمان کلید را پیدا نکرد و دوباره به میزبان زنگ زد و منتظر ماند',
  'جست‌وجو یک شب تمام طول کشید و قیمت‌ها با آنچه دیدیم یکی نبود',
].map((sentence) => sentence.split(' '))

/** `count` notes in a square; neighbours differ in script, length and colour. The same for every run. */
export function benchNotes(count: number): readonly BenchNote[] {
  const columns = Math.ceil(Math.sqrt(count))
  return Array.from({ length: count }, (_, index) => ({
    x: (index % columns) * NOTE_STEP,
    y: Math.floor(index / columns) * NOTE_STEP,
    color: NOTE_COLORS[(index * 5) % NOTE_COLORS.length] ?? 'yellow',
    text: textOf(index),
  }))
}

function textOf(index: number): string {
  const words = SENTENCES[index % SENTENCES.length] ?? []
  const count = 3 + ((index * 7) % 9)
  return Array.from({ length: count }, (_, word) => words[(index + word) % words.length]).join(' ')
}

/** A board to be measured. */
export interface BenchBoard {
  /** All that the floor shows. */
  readonly notes: readonly BenchNote[]
  /** The notes and whatever else lies on it, bottom to top. */
  readonly shapes: readonly Shape[]
  /** PNG files by their hash, with their sizes in pixels. */
  readonly assets: ReadonlyMap<string, { readonly w: number; readonly h: number; readonly png: Uint8Array }>
}

export function notesBoard(count: number): BenchBoard {
  const notes = benchNotes(count)
  return { notes, shapes: notes.map(noteOf), assets: new Map() }
}

export const noteOf = ({ x, y, color, text }: BenchNote): Note => ({
  id: newShapeId(),
  kind: 'note',
  board: FIRST_BOARD,
  geometry: [x, y, NOTE_SIDE, NOTE_SIDE, 0],
  order: 'a0',
  style: { color },
  text,
  grow: 0,
})

/** The board as a workshop's document, in one update as the store would hand it over. */
export function documentOf({ shapes }: BenchBoard): Uint8Array {
  const doc = new Y.Doc()
  addFirstBoard(doc)
  const orders = ordersAbove([], shapes.length)
  openWorkshop(doc).change((change) => {
    for (const [index, shape] of shapes.entries()) change.add({ ...shape, order: orders[index] ?? 'a0' })
  })
  return Y.encodeStateAsUpdate(doc)
}
