import type { Vec } from '../../../shared/geometry/vec.ts'
import { LEAST_ZOOM, MOST_ZOOM, type Camera, type Size } from '../../editor/camera.ts'

/** What somebody sees: the middle, their zoom and, where known, how much of the board that is. Page units. */
export interface SeenView {
  readonly middle: Vec
  readonly zoom: number
  readonly extent?: Vec | undefined
}

/** The camera that shows all that they see in a viewport of another size; at their zoom where its extent is not known. */
export function cameraFor({ middle, zoom, extent }: SeenView, { w, h }: Size): Camera {
  const wanted = extent ? Math.min(w / Math.max(1, extent[0]), h / Math.max(1, extent[1])) : zoom
  const fitting = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted))
  return { x: middle[0] - w / fitting / 2, y: middle[1] - h / fitting / 2, zoom: fitting }
}

/** How quickly a view goes after another: after so many ms about a third of the way is left. */
const PACE_MS = 90
/** Nearer than that, in screen units, it is there. */
const NEAR = 0.4

/** The camera some time later on its way to another; the very same once it is there. */
export function cameraTowards(now: Camera, target: Camera, viewport: Size, passed: number): Camera {
  const way = 1 - Math.exp(-passed / PACE_MS)
  const zoom = now.zoom * (target.zoom / now.zoom) ** way
  const [ax, ay] = middleOf(now, viewport)
  const [bx, by] = middleOf(target, viewport)
  const middle: Vec = [ax + (bx - ax) * way, ay + (by - ay) * way]
  const left = Math.hypot(bx - middle[0], by - middle[1]) * zoom
  if (left < NEAR && Math.abs(zoom / target.zoom - 1) < 1e-3) return target
  return { x: middle[0] - viewport.w / zoom / 2, y: middle[1] - viewport.h / zoom / 2, zoom }
}

const middleOf = ({ x, y, zoom }: Camera, { w, h }: Size): Vec => [x + w / zoom / 2, y + h / zoom / 2]
