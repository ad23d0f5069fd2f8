import type { Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Camera, Size } from '../editor/camera.ts'

/**
 * A part of the board that is painted, or was and can still be shown. It reaches beyond the viewport, so that the
 * painted picture only has to be moved while the view is. It lies on a grid that belongs to the board, not to the view:
 * the page's origin is a corner of a device pixel, so a shape falls on the same pixels wherever the view is.
 */
export interface Raster {
  /** Device pixels per page unit. */
  readonly scale: number
  /** Its corner, in device pixels from the page's origin: whole numbers. */
  readonly left: number
  readonly top: number
  /** Device pixels. */
  readonly w: number
  readonly h: number
}

/** How far it reaches beyond the viewport on every side while nothing moves; screen units. */
const MARGIN = { x: 320, y: 240 } as const
/** How much of the margin is put ahead of a movement. */
const AHEAD = 0.85
/** A picture may be shown enlarged and reduced so much until it is painted again. */
const MOST_STRETCH = 1.34
const LEAST_STRETCH = 0.72

/** What is seen, and on what kind of screen. */
export interface Seen {
  readonly camera: Camera
  /** Screen units. */
  readonly viewport: Size
  /** Device pixels per screen unit. */
  readonly ratio: number
}

const scaleOf = ({ camera, ratio }: Seen): number => camera.zoom * ratio

/**
 * What to paint now. `drift` is where the view is going (only the signs count). With `content` (page units), nothing
 * is painted that is not in there.
 */
export function rasterFor(seen: Seen, drift: Vec = [0, 0], content?: Box): Raster {
  const { camera, viewport, ratio } = seen
  const scale = scaleOf(seen)
  const margin = [Math.round(MARGIN.x * ratio), Math.round(MARGIN.y * ratio)] as const
  const behind = (axis: 0 | 1) => Math.round(margin[axis] * (1 - AHEAD * Math.sign(drift[axis])))
  const whole: Raster = {
    scale,
    left: Math.round(camera.x * scale) - behind(0),
    top: Math.round(camera.y * scale) - behind(1),
    w: Math.ceil(viewport.w * ratio) + 2 * margin[0],
    h: Math.ceil(viewport.h * ratio) + 2 * margin[1],
  }
  return content ? cropped(whole, content) : whole
}

function cropped(raster: Raster, { x, y, w, h }: Box): Raster {
  const { scale } = raster
  const left = Math.max(raster.left, Math.floor(x * scale))
  const top = Math.max(raster.top, Math.floor(y * scale))
  const right = Math.min(raster.left + raster.w, Math.ceil((x + w) * scale))
  const bottom = Math.min(raster.top + raster.h, Math.ceil((y + h) * scale))
  return { scale, left, top, w: Math.max(1, right - left), h: Math.max(1, bottom - top) }
}

/** Can the picture be shown in this view: is it there wherever there is something to see, and not stretched too far? */
export function covers(raster: Raster, seen: Seen, content?: Box): boolean {
  const stretch = scaleOf(seen) / raster.scale
  if (stretch > MOST_STRETCH || stretch < LEAST_STRETCH) return false
  const { camera, viewport } = seen
  const view = { x: camera.x, y: camera.y, w: viewport.w / camera.zoom, h: viewport.h / camera.zoom }
  const left = content ? Math.max(view.x, content.x) : view.x
  const top = content ? Math.max(view.y, content.y) : view.y
  const right = content ? Math.min(view.x + view.w, content.x + content.w) : view.x + view.w
  const bottom = content ? Math.min(view.y + view.h, content.y + content.h) : view.y + view.h
  if (left >= right || top >= bottom) return true
  const { scale } = raster
  // Half a pixel is lost to rounding on the way.
  return (
    left * scale >= raster.left - 1 &&
    top * scale >= raster.top - 1 &&
    right * scale <= raster.left + raster.w + 1 &&
    bottom * scale <= raster.top + raster.h + 1
  )
}

/** Where the picture goes on the screen: translation in screen units, and screen units per pixel of the picture. */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly scale: number
}

/** At its own scale it is moved by whole device pixels, so that it stays sharp. */
export function placementOf(raster: Raster, seen: Seen): Placement {
  const { camera, ratio } = seen
  const scale = scaleOf(seen)
  const stretch = scale / raster.scale
  const x = raster.left * stretch - camera.x * scale
  const y = raster.top * stretch - camera.y * scale
  return stretch === 1
    ? { x: Math.round(x) / ratio, y: Math.round(y) / ratio, scale: 1 / ratio }
    : { x: x / ratio, y: y / ratio, scale: stretch / ratio }
}

/** What of the page is painted. */
export function pageBoxOf({ scale, left, top, w, h }: Raster): Box {
  return { x: left / scale, y: top / scale, w: w / scale, h: h / scale }
}

/** The pixels of the picture that a box of the page touches; nothing if it lies outside. */
export function pixelsOf(raster: Raster, { x, y, w, h }: Box): Box | undefined {
  const { scale } = raster
  const left = Math.max(0, Math.floor(x * scale) - raster.left)
  const top = Math.max(0, Math.floor(y * scale) - raster.top)
  const right = Math.min(raster.w, Math.ceil((x + w) * scale) - raster.left)
  const bottom = Math.min(raster.h, Math.ceil((y + h) * scale) - raster.top)
  return right > left && bottom > top ? { x: left, y: top, w: right - left, h: bottom - top } : undefined
}
