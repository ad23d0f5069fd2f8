import type { Box } from '../geometry/box.ts'
import { drawLines } from './drawText.ts'
import type { DrawOp, Look } from './ops.ts'
import { layOutText, LINE_HEIGHT, type TextBox, type TextLayout } from './textLayout.ts'

/** How a text that is part of something larger is set. */
export interface Label {
  readonly text: string
  /** The lines stay within it, page units. */
  readonly box: Box
  readonly size: number
  readonly color: string
  readonly weight?: number
  readonly align?: TextBox['align']
  readonly vertical?: TextBox['vertical']
  /** Where lines begin and end; by the text's own letters without. */
  readonly direction?: TextBox['direction']
}

/** As many lines as fit the box; where that is not all, the last one says so. */
export function drawLabel(label: Label, look: Look): readonly DrawOp[] {
  const { text, box, size, color } = label
  if (text === '' || box.w <= 0 || box.h <= 0) return []
  const whole = set(label, text, look)
  const most = Math.max(1, Math.floor(box.h / (size * LINE_HEIGHT) + 0.05))
  const layout = whole.lines.length <= most ? whole : set(label, shortened(label, text, most, look), look)
  return drawLines(layout, [box.x, box.y], { fill: color, link: color }, look.measure)
}

const set = (label: Label, text: string, { measure }: Look): TextLayout =>
  layOutText(
    {
      text,
      w: label.box.w,
      h: label.box.h,
      padding: 0,
      size: { fixed: label.size },
      weight: label.weight ?? 450,
      align: label.align ?? 'start',
      direction: label.direction ?? 'auto',
      vertical: label.vertical ?? 'middle',
    },
    measure,
  )

/** The longest beginning of a text that fits so many lines with an ellipsis after it, found by halving. */
function shortened(label: Label, text: string, most: number, look: Look): string {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const tried = `${letters.slice(0, middle).join('').trimEnd()}…`
    if (set(label, tried, look).lines.length <= most) low = middle
    else high = middle - 1
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`
}
