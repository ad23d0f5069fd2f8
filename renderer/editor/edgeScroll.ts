import type { Vec } from '../../shared/geometry/vec.ts'
import type { Size } from './camera.ts'
import type { Editor } from './editor.ts'
import type { PointerKind } from './tool.ts'

/** A drag must stay at the edge this long before the view moves, in ms. */
export const EDGE_DELAY = 200
/** At the very edge and beyond it, in screen units per second. */
const FASTEST = 900

/** How near the edge a drag moves the view, in screen units: a finger does not get quite that near. */
const zoneOf = (pointer: PointerKind): number => (pointer === 'touch' ? 24 : 8)

/** How fast the view moves while something is dragged at a screen point, in screen units per second. */
export function edgeScrollSpeed([x, y]: Vec, { w, h }: Size, pointer: PointerKind): Vec {
  const zone = zoneOf(pointer)
  return [towardsEdge(x, w, zone), towardsEdge(y, h, zone)]
}

function towardsEdge(at: number, most: number, zone: number): number {
  const share = (depth: number) => Math.min(1, depth / zone)
  if (at < zone) return -FASTEST * share(zone - at)
  if (at > most - zone) return FASTEST * share(at - (most - zone))
  return 0
}

/** Tools that draw under the pointer, or drag the view itself: the board must keep still under them. */
const KEEPS_STILL: ReadonlySet<string> = new Set(['hand', 'pen', 'highlighter', 'eraser', 'laser'])

/** Does what is going on under the pointer go on beyond the edge? */
export const scrollsAtEdges = (editor: Editor): boolean =>
  !KEEPS_STILL.has(editor.tool.get()) && !editor.path().endsWith('.idle')
