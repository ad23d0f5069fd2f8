import { grow, type Box } from '../geometry/box.ts'
import { middleOf } from '../geometry/polyline.ts'
import { lineOf } from '../model/connectorPath.ts'
import type { Connector } from '../model/shape.ts'
import type { Measure } from './ops.ts'
import { LABEL_PADDING, textBoxOf } from './textBox.ts'
import { layOutText } from './textLayout.ts'

/** The box that the text of a connector is set in, around the middle of its line; page units. */
export function labelBoxOf(connector: Connector, measure: Measure): Box {
  const box = textBoxOf(connector)
  const [x, y] = middleOf(lineOf(connector))
  const { height } = layOutText(box, measure)
  return { x: x - box.w / 2, y: y - height / 2, w: box.w, h: height }
}

/** What the letters themselves cover: there the line is left out. Nothing without a label. */
export function labelGapOf(connector: Connector, measure: Measure): Box | undefined {
  if (connector.text === '') return undefined
  const { x, y, w, h } = labelBoxOf(connector, measure)
  const { lines, font } = layOutText(textBoxOf(connector), measure)
  const widest = Math.max(...lines.map(({ text }) => measure(text, font)))
  return grow(
    { x: x + (w - widest) / 2, y: y + LABEL_PADDING, w: widest, h: h - 2 * LABEL_PADDING },
    LABEL_PADDING,
  )
}
