import type { Box } from '../geometry/box.ts'
import { frameOf, SECTION_HEAD, type Texted } from '../model/shape.ts'
import { labelBoxOf } from './connectorLabel.ts'
import type { Measure } from './ops.ts'

/** The box in which a shape's text is set, before it is turned; page units. */
export function textFrameOf(shape: Texted, measure: Measure): Box {
  if (shape.kind === 'connector') return labelBoxOf(shape, measure)
  const frame = frameOf(shape)
  return shape.kind === 'section' ? { ...frame, h: Math.min(frame.h, SECTION_HEAD) } : frame
}
