import { center } from '../geometry/box.ts'
import { frameOf, type Shape } from '../model/shape.ts'
import { unreachable } from '../util/assert.ts'
import { drawConnector } from './drawConnector.ts'
import { drawFigure } from './drawFigure.ts'
import { drawForm } from './drawForm.ts'
import { drawInk } from './drawInk.ts'
import { drawMap } from './drawMap.ts'
import { drawNote } from './drawNote.ts'
import { drawSection } from './drawSection.ts'
import { drawStamp } from './drawStamp.ts'
import { drawStoryboard } from './drawStoryboard.ts'
import { drawText } from './drawText.ts'
import type { DrawOp, Look } from './ops.ts'

/** How far a shape's drawing reaches beyond its bounds (shadows, thick lines), in page units. */
export const BLEED = 20

/** The one place that knows what a shape looks like. Further kinds join here by their `kind`. */
export function drawShape(shape: Shape, look: Look): readonly DrawOp[] {
  const ops = drawUpright(shape, look)
  const degrees = shape.geometry[4]
  return degrees === 0 || shape.kind === 'connector'
    ? ops
    : [{ op: 'turned', about: center(frameOf(shape)), degrees, ops }]
}

function drawUpright(shape: Shape, look: Look): readonly DrawOp[] {
  switch (shape.kind) {
    case 'note':
      return drawNote(shape, look)
    case 'text':
      return drawText(shape, look)
    case 'form':
      return drawForm(shape, look)
    case 'connector':
      return drawConnector(shape, look)
    case 'ink':
      return drawInk(shape, look)
    case 'image':
      return [{ op: 'image', box: frameOf(shape), asset: shape.asset }]
    case 'section':
      return drawSection(shape, look)
    case 'stamp':
      return drawStamp(shape)
    case 'storyboard':
      return drawStoryboard(shape, look)
    case 'map':
      return drawMap(shape, look)
    case 'figure':
      return drawFigure(shape, look)
    default:
      return unreachable(shape)
  }
}
