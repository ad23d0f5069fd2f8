import { center, type Box } from '../../../shared/geometry/box.ts'
import { LEAST_ZOOM, type Camera, type Size } from '../../editor/camera.ts'

/** Space left around what fills the wall, as share of its shorter side. */
const MARGIN = 0.04
/** Nothing is blown up further than this. */
const MOST = 3

/** Shows all of a box as large as it gets, in the middle. */
export function wallFit(box: Box, { w, h }: Size): Camera {
  const margin = Math.min(w, h) * MARGIN
  const [across, down] = [(w - 2 * margin) / Math.max(1, box.w), (h - 2 * margin) / Math.max(1, box.h)]
  const zoom = Math.min(MOST, Math.max(LEAST_ZOOM, Math.min(across, down)))
  const [x, y] = center(box)
  return { x: x - w / 2 / zoom, y: y - h / 2 / zoom, zoom }
}
