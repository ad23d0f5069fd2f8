import { frameOf, type Geometry, type PlainText, type Shape } from '../../shared/model/shape.ts'
import { LEAST_FONT, MOST_FONT } from '../../shared/model/style.ts'
import { fitText } from '../../shared/scene/fitText.ts'
import type { Measure } from '../../shared/scene/ops.ts'

/** The shape with another geometry, grown for its text. */
export function resized(shape: Shape, geometry: Geometry, measure: Measure): Shape {
  // What is folded away keeps its height.
  if (shape.kind === 'section' && shape.collapsed) return { ...shape, geometry: withHeight(geometry, shape) }
  if (shape.kind === 'text') return resizedText(shape, geometry, measure)
  return fitText({ ...shape, geometry }, measure)
}

/** A text that is made wider or narrower breaks its lines there; one that is made higher has larger letters. */
function resizedText(text: PlainText, geometry: Geometry, measure: Measure): PlainText {
  const before = frameOf(text)
  const [x, y, w, h, rotation] = geometry
  const scale = h / before.h
  if (Math.abs(scale - 1) < 1e-6) {
    if (w === before.w) return { ...text, geometry: [x, y, w, text.geometry[3], rotation] }
    const { autoWidth: _, ...fixed } = text
    return fitText({ ...fixed, geometry: [x, y, w, text.geometry[3], rotation] }, measure)
  }
  const font = Math.min(MOST_FONT, Math.max(LEAST_FONT, Math.round(text.style.font * scale * 10) / 10))
  const width = text.autoWidth ? w : before.w * (font / text.style.font)
  const sized = fitText(
    { ...text, style: { ...text.style, font }, geometry: [x, y, width, h, rotation] },
    measure,
  )
  // The side that was not dragged stays: fitting may have changed the width by a fraction.
  const left = x > before.x + 1e-6 ? x + w - sized.geometry[2] : x
  return { ...sized, geometry: [left, y, sized.geometry[2], sized.geometry[3], rotation] }
}

const withHeight = ([x, y, w, , rotation]: Geometry, { geometry }: Shape): Geometry => [
  x,
  y,
  w,
  geometry[3],
  rotation,
]
