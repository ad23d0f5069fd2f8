import type { Note } from '../model/shape.ts'
import { drawText } from './drawText.ts'
import { drawNoteFoot } from './noteFoot.ts'
import type { DrawOp, Look } from './ops.ts'
import { PAPER, SHADOW } from './palette.ts'
import { textBoxOf } from './textBox.ts'
import { layOutText } from './textLayout.ts'

const NOTE_RADIUS = 4

export function drawNote(note: Note, look: Look): readonly DrawOp[] {
  const [x, y, w, h] = note.geometry
  const text = drawText(note, look)
  const height = note.text === '' ? h : layOutText(textBoxOf(note), look.measure).height
  const box = { x, y, w, h: Math.max(h + note.grow, height) }
  return [
    {
      op: 'rect',
      box: { x: x - 1, y: y + 1, w: w + 2, h: box.h + 4 },
      radius: NOTE_RADIUS + 2,
      fill: SHADOW[0],
    },
    { op: 'rect', box: { x, y: y + 1, w, h: box.h + 1 }, radius: NOTE_RADIUS, fill: SHADOW[1] },
    { op: 'rect', box, radius: NOTE_RADIUS, fill: PAPER[note.style.color] },
    ...text,
    ...drawNoteFoot(note, box.h, look),
  ]
}
