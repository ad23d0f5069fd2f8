import type { Box } from '../../shared/geometry/box.ts'
import type { PaintContext, PaintSources } from '../../shared/scene/paint.ts'

/** Paths remembered before the memory is emptied and filled anew. */
const MOST_PATHS = 20_000

/** What painting on a canvas takes from the browser: paths, parsed once, and (in time) pictures. */
export function createPaintSources(): PaintSources {
  let paths = new Map<string, Path2D>()

  function pathOf(d: string): Path2D {
    const known = paths.get(d)
    if (known) return known
    if (paths.size >= MOST_PATHS) paths = new Map()
    const path = new Path2D(d)
    paths.set(d, path)
    return path
  }

  return {
    tracePath(context, d, { fill, stroke }) {
      const canvas = context as unknown as CanvasRenderingContext2D
      const path = pathOf(d)
      if (fill) canvas.fill(path)
      if (stroke) canvas.stroke(path)
    },
    drawImage: paintPlaceholder,
  }
}

/** Stands for a picture that is not there. */
function paintPlaceholder(context: PaintContext, _asset: string, { x, y, w, h }: Box): void {
  context.fillStyle = 'rgba(125,120,111,0.18)'
  context.fillRect(x, y, w, h)
}
