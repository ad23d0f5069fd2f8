import { createHash } from 'node:crypto'
import { PNG } from 'pngjs'
import { FIRST_BOARD, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { packInk } from '../../../shared/model/inkPoints.ts'
import type { Connector, Image, Ink, Shape } from '../../../shared/model/shape.ts'
import { ROUTES } from '../../../shared/model/style.ts'
import { INK_COLORS } from '../../../shared/model/color.ts'
import { benchNotes, NOTE_SIDE, NOTE_STEP, noteOf, type BenchBoard } from './benchBoard.ts'

const NOTES = 2000
const CONNECTORS = 500
const STROKES = 200
const IMAGES = 50
const PICTURE = { w: 640, h: 480 } as const

/** 2,000 notes with 500 connectors between them, 200 strokes of ink across them and 50 images on them. */
export function mixedBoard(): BenchBoard {
  const notes = benchNotes(NOTES)
  const shapes: Shape[] = notes.map(noteOf)
  const ids = shapes.map(({ id }) => id)
  const columns = Math.ceil(Math.sqrt(NOTES))
  const images = Array.from({ length: IMAGES }, (_, index) => picture(index))
  for (let index = 0; index < CONNECTORS; index++) shapes.push(connector(index, ids, columns))
  for (let index = 0; index < STROKES; index++) shapes.push(stroke(index, columns))
  for (const [index, { hash }] of images.entries()) shapes.push(image(index, hash, columns))
  return { notes, shapes, assets: new Map(images.map(({ hash, png }) => [hash, { ...PICTURE, png }])) }
}

const base = (geometry: Shape['geometry']) => ({
  id: newShapeId(),
  board: FIRST_BOARD,
  order: 'a0',
  geometry,
})

/** Scattered over the board, the same in every run. */
const placeOf = (index: number, columns: number): readonly [number, number] => [
  ((index * 37) % columns) * NOTE_STEP,
  ((index * 61 + 7) % columns) * NOTE_STEP,
]

function connector(index: number, ids: readonly ShapeId[], columns: number): Connector {
  const from = (index * 97) % (NOTES - 3 * columns)
  const to = from + 1 + (index % 3) + (index % 4) * columns
  const end = (at: number) => ({
    point: [(at % columns) * NOTE_STEP, Math.floor(at / columns) * NOTE_STEP] as [number, number],
    ...(ids[at] && { shape: ids[at] }),
  })
  return {
    ...base([0, 0, 1, 1, 0]),
    kind: 'connector',
    start: end(from),
    end: end(to),
    text: index % 5 === 0 ? `step ${index}` : '',
    style: {
      stroke: 'ink',
      width: 'medium',
      dash: 'solid',
      route: ROUTES[index % ROUTES.length] ?? 'straight',
      startHead: 'none',
      endHead: 'arrow',
    },
    path: [],
  }
}

function stroke(index: number, columns: number): Ink {
  const [left, top] = placeOf(index, columns)
  const { box, packed } = packInk(
    Array.from({ length: 60 }, (_, at) => ({
      point: [left + at * 6, top + 80 * Math.sin(at / 6 + index)] as const,
      pressure: 0.5 + 0.3 * Math.sin(at / 9),
    })),
  )
  return {
    ...base([box.x, box.y, box.w, box.h, 0]),
    kind: 'ink',
    tool: index % 4 === 0 ? 'highlighter' : 'pen',
    points: packed,
    style: { color: INK_COLORS[index % INK_COLORS.length] ?? 'ink', width: 'medium' },
  }
}

function image(index: number, asset: string, columns: number): Image {
  const [left, top] = placeOf(index * 3 + 1, columns)
  return {
    ...base([left, top, 2 * NOTE_SIDE, 1.5 * NOTE_SIDE, 0]),
    kind: 'image',
    asset,
    natural: [PICTURE.w, PICTURE.h],
    alt: '',
  }
}

function picture(seed: number): { readonly hash: string; readonly png: Uint8Array } {
  const file = new PNG({ width: PICTURE.w, height: PICTURE.h })
  for (let at = 0; at < file.data.length; at += 4) {
    const [x, y] = [(at / 4) % PICTURE.w, Math.floor(at / 4 / PICTURE.w)]
    file.data.set([(x + seed * 31) & 255, (y * 2 + seed * 17) & 255, (x ^ y) & 255, 255], at)
  }
  const png = PNG.sync.write(file)
  return { hash: createHash('sha256').update(png).digest('hex'), png }
}
