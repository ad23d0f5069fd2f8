import type { Note } from '../model/shape.ts'
import { directionOfText } from './direction.ts'
import { drawNoteMarks, hasMarks, MARKS_HEIGHT } from './noteMarks.ts'
import type { DrawOp, Look } from './ops.ts'
import { textFont } from './paragraphs.ts'

const TAG_HEIGHT = 20
const TAG_FONT = textFont(11, 550)
const AUTHOR_FONT = textFont(10, 450)
const GAP = 4
/** Between the note's edge and its tags, and within a tag beside its word. */
const EDGE = 8
const INSIDE = 7
const TAG_PAPER = 'rgba(31,29,26,0.10)'
const TAG_INK = 'rgba(31,29,26,0.82)'
const AUTHOR_INK = 'rgba(31,29,26,0.58)'

/** How much a note keeps free at its bottom for its tags, in page units. */
export const footOf = ({ tags }: Pick<Note, 'tags'>): number =>
  tags && tags.length > 0 ? TAG_HEIGHT + GAP : 0

/**
 * Tags in a row along the bottom, as many as there is room for and how many more; below them what else is known of the
 * note, and the author in the corner.
 */
export function drawNoteFoot(note: Note, height: number, look: Look): readonly DrawOp[] {
  const { measure, authors } = look
  const bottom = note.geometry[1] + height
  const author = authors && note.author !== undefined ? [drawAuthor(note, note.author, bottom, measure)] : []
  const below = author.length > 0 ? 16 : hasMarks(note) ? MARKS_HEIGHT : EDGE
  return [...drawTags(note, bottom - below, measure), ...author, ...drawNoteMarks(note, bottom, look)]
}

function drawTags({ tags = [], geometry }: Note, bottom: number, measure: Look['measure']): DrawOp[] {
  const right = geometry[0] + geometry[2] - EDGE
  let x = geometry[0] + EDGE
  const ops: DrawOp[] = []
  for (const [index, tag] of tags.entries()) {
    const left = tags.length - index - 1
    const room = right - x - (left > 0 ? 34 : 0)
    const word = fitted(tag, room - 2 * INSIDE, measure)
    if (word === undefined) {
      ops.push(...chip(`+${left + 1}`, x, bottom, measure).ops)
      break
    }
    const { ops: drawn, w } = chip(word, x, bottom, measure)
    ops.push(...drawn)
    x += w + GAP
  }
  return ops
}

function chip(
  word: string,
  x: number,
  bottom: number,
  measure: Look['measure'],
): { ops: DrawOp[]; w: number } {
  const w = widthOf(word, measure) + 2 * INSIDE
  const box = { x, y: bottom - TAG_HEIGHT, w, h: TAG_HEIGHT }
  return {
    w,
    ops: [
      { op: 'rect', box, radius: TAG_HEIGHT / 2, fill: TAG_PAPER },
      {
        op: 'text',
        at: [x + w / 2, bottom - TAG_HEIGHT / 2 + TAG_FONT.size * 0.36],
        line: word,
        font: TAG_FONT,
        fill: TAG_INK,
        direction: directionOfText(word),
      },
    ],
  }
}

/** The word, shortened to fit `room`; nothing where not even a few letters fit. */
function fitted(word: string, room: number, measure: Look['measure']): string | undefined {
  if (widthOf(word, measure) <= room) return word
  const letters = Array.from(word)
  for (let keep = letters.length - 1; keep >= 3; keep--) {
    const short = `${letters.slice(0, keep).join('').trimEnd()}…`
    if (widthOf(short, measure) <= room) return short
  }
  return undefined
}

const widthOf = (word: string, measure: Look['measure']): number =>
  (measure(word, { ...TAG_FONT, size: 100 }) * TAG_FONT.size) / 100

function drawAuthor(note: Note, author: string, bottom: number, measure: Look['measure']): DrawOp {
  const [x, , w] = note.geometry
  const room = (w - 2 * EDGE) * (TAG_FONT.size / AUTHOR_FONT.size)
  return {
    op: 'text',
    at: [x + w - EDGE, bottom - 5],
    align: 'right',
    line: fitted(author, room, measure) ?? '…',
    font: AUTHOR_FONT,
    fill: AUTHOR_INK,
    direction: directionOfText(author),
  }
}
