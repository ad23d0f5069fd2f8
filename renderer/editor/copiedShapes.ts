import { z } from 'zod'
import { unionOf, center } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { boundsOf, textOf, type Shape } from '../../shared/model/shape.ts'
import { readShape, SHAPE_VERSION } from '../../shared/model/readShape.ts'

/** Clipboard type of our own shapes: kept apart from text and HTML, which other programs read. */
export const SHAPES_TYPE = 'application/x-throughline-shapes+json'

const clipping = z.object({
  v: z.literal(SHAPE_VERSION),
  shapes: z.array(z.record(z.string(), z.unknown())).max(50_000),
})

/** Shapes as they go on the clipboard. */
export const writeShapes = (shapes: readonly Shape[]): string =>
  // What maps and storyboards show is worked out from their journeys, which are not copied.
  JSON.stringify({ v: SHAPE_VERSION, shapes: shapes.map((shape) => ({ ...shape, layout: undefined })) })

/** Shapes from the clipboard, which any program can fill: whatever is not a valid shape is left out. */
export function parseShapes(text: string): readonly Shape[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return []
  }
  const parsed = clipping.safeParse(json)
  if (!parsed.success) return []
  return parsed.data.shapes.flatMap((raw) => {
    const result = readShape({ ...raw, v: SHAPE_VERSION })
    return result.ok ? [result.shape] : []
  })
}

/** The shapes' texts, one paragraph each, for programs that take text. */
export const textOfShapes = (shapes: readonly Shape[]): string =>
  shapes
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n')

/** The middle of all of them. */
export function middleOfShapes(shapes: readonly Shape[]): Vec {
  const box = unionOf(shapes.map(boundsOf))
  return box ? center(box) : [0, 0]
}
