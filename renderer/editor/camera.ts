import { center, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'

/** Which part of the board is seen: the page point at the viewport's top-left corner, and screen units per page unit. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Size of the viewport in screen units (CSS pixels). */
export interface Size {
  readonly w: number
  readonly h: number
}

export const LEAST_ZOOM = 0.02
export const MOST_ZOOM = 8

export const toPage = (camera: Camera, [x, y]: Vec): Vec => [
  camera.x + x / camera.zoom,
  camera.y + y / camera.zoom,
]

export const toScreen = (camera: Camera, [x, y]: Vec): Vec => [
  (x - camera.x) * camera.zoom,
  (y - camera.y) * camera.zoom,
]

/** What the viewport shows, in page units. */
export const visibleBox = ({ x, y, zoom }: Camera, { w, h }: Size): Box => ({
  x,
  y,
  w: w / zoom,
  h: h / zoom,
})

/** Moves the view by screen units: content goes the other way. */
export const pan = (camera: Camera, [dx, dy]: Vec): Camera => ({
  ...camera,
  x: camera.x + dx / camera.zoom,
  y: camera.y + dy / camera.zoom,
})

/** Zooms so that the page point under `at` (screen units) stays where it is. */
export function zoomAbout(camera: Camera, at: Vec, zoom: number): Camera {
  const next = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))
  const [px, py] = toPage(camera, at)
  return { x: px - at[0] / next, y: py - at[1] / next, zoom: next }
}

const STEPS = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8] as const

/** The next round zoom up (1) or down (-1) from here. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const near = 1e-3
  const next = direction > 0 ? STEPS.find((s) => s > zoom + near) : STEPS.findLast((s) => s < zoom - near)
  return next ?? zoom
}

/** Space kept around what is fitted, in screen units: the bars and the selection's bar lie there. */
const FIT_MARGIN = { x: 72, top: 124, bottom: 92 } as const

/** Shows all of `box`, as large as it gets but not larger than `most` (1 is 100 %). */
export function fit(box: Box, viewport: Size, most = 1): Camera {
  const room = { w: viewport.w - 2 * FIT_MARGIN.x, h: viewport.h - FIT_MARGIN.top - FIT_MARGIN.bottom }
  const zoom = Math.min(
    most,
    Math.max(LEAST_ZOOM, room.w / Math.max(1, box.w)),
    Math.max(LEAST_ZOOM, room.h / Math.max(1, box.h)),
  )
  const [cx, cy] = center(box)
  const middle = FIT_MARGIN.top + room.h / 2
  return { x: cx - viewport.w / 2 / zoom, y: cy - middle / zoom, zoom }
}
