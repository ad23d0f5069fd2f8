import { frameOf, type Form } from '../model/shape.ts'
import type { Box } from '../geometry/box.ts'
import { drawText } from './drawText.ts'
import { strokeOf } from './line.ts'
import type { DrawOp, Look } from './ops.ts'
import { FILL } from './palette.ts'

const FORM_RADIUS = 8

export function drawForm(form: Form, look: Look): readonly DrawOp[] {
  const box = frameOf(form)
  const { style } = form
  const paint = {
    ...(style.fill !== 'none' && { fill: FILL[look.theme][style.fill] }),
    stroke: strokeOf(style, look.theme),
  }
  const outline: DrawOp =
    form.form === 'rectangle'
      ? { op: 'rect', box, radius: Math.min(FORM_RADIUS, box.w / 4, box.h / 4), ...paint }
      : { op: 'path', d: form.form === 'ellipse' ? ellipse(box) : diamond(box), ...paint }
  return [outline, ...drawText(form, look)]
}

function ellipse({ x, y, w, h }: Box): string {
  const [rx, ry, cy] = [w / 2, h / 2, y + h / 2]
  return `M${x} ${cy}A${rx} ${ry} 0 1 1 ${x + w} ${cy}A${rx} ${ry} 0 1 1 ${x} ${cy}Z`
}

const diamond = ({ x, y, w, h }: Box): string =>
  `M${x + w / 2} ${y}L${x + w} ${y + h / 2}L${x + w / 2} ${y + h}L${x} ${y + h / 2}Z`
