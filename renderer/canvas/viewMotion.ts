import type { Vec } from '../../shared/geometry/vec.ts'
import type { Camera } from '../editor/camera.ts'

/** The view rests when nothing has moved it for so long; ms. */
export const REST_MS = 110

/** How the view has been moving lately: what may be shown blurred, and where it is going. */
export interface ViewMotion {
  /** Takes where the view is at a moment, ms. Call for every change. */
  see(camera: Camera, at: number): void
  isMoving(at: number): boolean
  isZooming(at: number): boolean
  /** Which way it goes, as signs; nowhere while it zooms or rests. */
  drift(at: number): Vec
}

export function createViewMotion(): ViewMotion {
  let last: Camera | undefined
  let movedAt = -Infinity
  let zoomedAt = -Infinity
  let way: Vec = [0, 0]

  /** Less than half a screen unit is no direction. */
  const signOf = (by: number): number => (Math.abs(by) < 0.5 ? 0 : Math.sign(by))

  return {
    see(camera, at) {
      if (last) {
        movedAt = at
        if (camera.zoom !== last.zoom) zoomedAt = at
        way = [signOf((camera.x - last.x) * camera.zoom), signOf((camera.y - last.y) * camera.zoom)]
      }
      last = camera
    },
    isMoving: (at) => at - movedAt < REST_MS,
    isZooming: (at) => at - zoomedAt < REST_MS,
    drift: (at) => (at - movedAt < REST_MS && at - zoomedAt >= REST_MS ? way : [0, 0]),
  }
}
