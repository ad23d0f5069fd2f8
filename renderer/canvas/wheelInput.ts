import type { Vec } from '../../shared/geometry/vec.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { pan, zoomAbout, type Camera } from '../editor/camera.ts'
import type { Surface } from './surface.ts'

/** How much one unit of the wheel zooms: 1 % each, as trackpads report a pinch. */
const ZOOM_PER_UNIT = 0.01
/** A mouse wheel's notch (about 100 units) would zoom far too much at that rate, so a step is limited. */
const MOST_ZOOM_UNITS = 25
/** Height of a line and of a page, for wheels that count those; in screen units. */
const LINE = 40
const PAGE = 400

/** What of a wheel event decides where it leads. */
export type Wheel = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** The wheel pans and, with Ctrl or as a trackpad reports a pinch, zooms about the pointer. */
export function listenToWheel(
  { element, editor, screenOf }: Surface,
  /** What is being dragged follows the view. */
  moved: () => void,
): Dispose {
  function onWheel(event: WheelEvent): void {
    event.preventDefault()
    editor.camera.set(afterWheel(editor.camera.get(), event, screenOf(event)))
    moved()
  }
  element.addEventListener('wheel', onWheel, { passive: false })
  return () => element.removeEventListener('wheel', onWheel)
}

/** The camera after one wheel event at a screen point. */
export function afterWheel(camera: Camera, event: Wheel, at: Vec): Camera {
  const unit = UNITS[event.deltaMode] ?? 1
  const dx = event.deltaX * unit
  const dy = event.deltaY * unit
  if (event.ctrlKey || event.metaKey) {
    const by = Math.min(MOST_ZOOM_UNITS, Math.max(-MOST_ZOOM_UNITS, dy))
    return zoomAbout(camera, at, camera.zoom * Math.exp(-by * ZOOM_PER_UNIT))
  }
  // A mouse has one wheel; with Shift it goes sideways, as everywhere. A Mac turns it by itself.
  return event.shiftKey && dx === 0 ? pan(camera, [dy, 0]) : pan(camera, [dx, dy])
}

/** Screen units per unit, by `deltaMode`: pixels, lines, pages. */
const UNITS: Readonly<Record<number, number>> = { 0: 1, 1: LINE, 2: PAGE }
