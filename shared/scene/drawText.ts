import type { Texted } from '../model/shape.ts'
import type { DrawOp, Look, Theme } from './ops.ts'
import { INK, LINK_ON_PAPER, STROKE } from './palette.ts'
import { fontOf } from './paragraphs.ts'
import { textBoxOf } from './textBox.ts'
import { layOutText, type TextLayout, type TextLine } from './textLayout.ts'
import { visualRuns } from './visualRuns.ts'

/** Colours of a text and of the links in it. */
export interface TextColors {
  readonly fill: string
  readonly link: string
}

/** Notes are paper in light and dark; whatever lies on the board itself follows the theme. */
export function textColorsOf(shape: Texted, theme: Theme): TextColors {
  if (shape.kind === 'note') return { fill: INK, link: LINK_ON_PAPER }
  const color = shape.kind === 'text' ? shape.style.color : 'ink'
  return { fill: STROKE[theme][color], link: STROKE[theme].blue }
}

/** The lines of a shape's text in its box. */
export function drawText(shape: Texted, { measure, theme }: Look): readonly DrawOp[] {
  if (shape.text === '') return []
  const [x, y] = shape.geometry
  const layout = layOutText(textBoxOf(shape), measure)
  // A peer may have typed more than `grow` says; what is written is shown all the same.
  const spare = 'grow' in shape ? Math.max(0, shape.geometry[3] + shape.grow - layout.height) / 2 : 0
  return drawLines(layout, [x, y + spare], textColorsOf(shape, theme), measure)
}

/** Laid-out lines, their box's top-left corner at a page point. */
export function drawLines(
  { lines, font }: TextLayout,
  [x, y]: readonly [number, number],
  colors: TextColors,
  measure: Look['measure'],
): readonly DrawOp[] {
  return lines.flatMap((line): readonly DrawOp[] => {
    if (line.text === '') return []
    const at = [x + line.at[0], y + line.at[1]] as const
    if (line.marks.length > 0) return drawRuns(line, at, { font, colors, measure })
    const { align, direction, text } = line
    return [
      {
        op: 'text',
        at,
        ...(align !== 'center' && { align }),
        line: text,
        font,
        fill: colors.fill,
        direction,
      },
    ]
  })
}

interface RunLook {
  readonly font: TextLayout['font']
  readonly colors: TextColors
  readonly measure: Look['measure']
}

/** The runs of a marked line, one beside the other. */
function drawRuns(
  line: TextLine,
  [x, y]: readonly [number, number],
  { font, colors, measure }: RunLook,
): readonly DrawOp[] {
  const runs = visualRuns(line.text, line.marks, line.direction).map((run) => {
    const own = fontOf(font.size, font.weight, run.look)
    // Measured at one size for all: widths grow in proportion to it, and the measure remembers.
    const width = (measure(run.text, { ...own, size: 100 }) * font.size) / 100
    return { ...run, font: own, width }
  })
  const total = runs.reduce((sum, { width }) => sum + width, 0)
  let at = x - (line.align === 'left' ? 0 : line.align === 'right' ? total : total / 2)
  return runs.map(({ text, look, direction, font: own, width }): DrawOp => {
    const left = at
    at += width
    const link = look.link !== undefined
    return {
      op: 'text',
      at: [left, y],
      align: 'left',
      line: text,
      font: own,
      fill: link ? colors.link : colors.fill,
      direction,
      ...(link && { underline: true }),
    }
  })
}
