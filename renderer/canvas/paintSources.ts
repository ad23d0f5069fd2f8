import type { PaintSources } from '../../shared/scene/paint.ts'
import type { ImagePictures } from './imagePictures.ts'

/** Paths remembered before the memory is emptied and filled anew. */
const MOST_PATHS = 20_000

/** What painting on a canvas takes from the browser: paths, parsed once, and decoded images. */
export function createPaintSources(images: Pick<ImagePictures, 'draw'>): PaintSources {
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
    drawImage: (context, asset, box) =>
      images.draw(context as unknown as CanvasRenderingContext2D, asset, box),
  }
}
