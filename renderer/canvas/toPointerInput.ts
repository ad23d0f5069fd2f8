import type { Vec } from '../../shared/geometry/vec.ts'
import { toPage, type Camera } from '../editor/camera.ts'
import type { InkPoint } from '../../shared/model/inkPoints.ts'
import type { PointerInput, PointerKind } from '../editor/tool.ts'

/** What is reported for a pointer that cannot tell how hard it presses. */
const NO_PRESSURE = 0.5

/** What of an event decides the input; a PointerEvent or a MouseEvent has it all. */
export type InputEvent = Pick<
  MouseEvent,
  'clientX' | 'clientY' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'buttons'
> &
  Partial<Pick<PointerEvent, 'pointerType' | 'pressure' | 'getCoalescedEvents'>>

/** Where the canvas is and what it shows, when an event arrives. */
export interface InputPlace {
  /** The canvas's top-left corner in the window, in screen units. */
  readonly corner: Vec
  readonly camera: Camera
  /** On a Mac, Command is the key that Ctrl is elsewhere. */
  readonly mac: boolean
}

/** The editor's input for a pointer event of the window. */
export function toPointerInput(
  type: PointerInput['type'],
  event: InputEvent,
  { corner, camera, mac }: InputPlace,
): PointerInput {
  const screen = within(corner, event)
  const pointer = kindOf(event.pointerType)
  const input: PointerInput = {
    type,
    point: toPage(camera, screen),
    screen,
    shift: event.shiftKey,
    alt: event.altKey,
    mod: mac ? event.metaKey : event.ctrlKey,
    pressure: pressureOf(event, pointer),
    pointer,
  }
  if (type !== 'pointerMove' || event.buttons === 0) return input
  return { ...input, points: pointsOf(event, input, corner, camera) }
}

/** A position in the canvas, in screen units from its corner. */
export const within = (corner: Vec, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Vec => [
  clientX - corner[0],
  clientY - corner[1],
]

export const kindOf = (pointerType: string | undefined): PointerKind =>
  pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse'

const pressureOf = (event: Pick<InputEvent, 'pressure'>, pointer: PointerKind): number =>
  pointer === 'pen' ? Math.min(1, Math.max(0, event.pressure ?? NO_PRESSURE)) : NO_PRESSURE

function pointsOf(
  event: InputEvent,
  { point, pressure, pointer }: PointerInput,
  corner: Vec,
  camera: Camera,
): readonly InkPoint[] {
  const earlier = event.getCoalescedEvents?.() ?? []
  if (earlier.length < 2) return [{ point, pressure }]
  return earlier.map((one) => ({
    point: toPage(camera, within(corner, one)),
    pressure: pressureOf(one, pointer),
  }))
}
