import type { Vec } from '../../../shared/geometry/vec.ts'
import { MAP, MAP_TOP } from '../../../shared/journey/mapLayout.ts'
import { visibleBox } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { fromCorner, type LaidOutMap } from './cellsOnBoard.ts'
import { mapsOn } from './mapsOn.ts'

type World = Pick<Editor, 'workshop' | 'board' | 'camera' | 'viewport'>

/** Room for the bars at the top of the window, screen units: heads stay below them. */
const BARS = 60
/** Below this zoom heads cannot be read, and only take room. */
const LEAST_ZOOM = 0.3
/** Heads that would take more of the view than this share of it do not stay. */
const MOST_SHARE = 0.4

/** How far a map's heads are from where they lie, because they stay at the edge of the view. Page units. */
export interface Stuck {
  /** The heads of stages and steps, downwards. */
  readonly dy: number
  /** The names of lanes, to the right. */
  readonly dx: number
}

/** What of a map's heads stays at the edge of the view now; nothing if all is where it lies. */
export function stuckHeads(
  { camera, viewport }: World,
  { geometry: [x, y], layout }: LaidOutMap,
): Stuck | undefined {
  const { zoom } = camera.get()
  if (zoom < LEAST_ZOOM) return undefined
  const view = visibleBox(camera.get(), viewport.get())
  const tall = MAP_TOP - MAP.title
  const top = view.y + BARS / zoom
  const bottom = y + layout.next.lane.y
  const fitsY = tall < view.h * MOST_SHARE && bottom > view.y
  const dy = fitsY ? Math.max(0, Math.min(top - (y + MAP.title), bottom - MAP_TOP - y)) : 0
  const fitsX = MAP.laneHead < view.w * MOST_SHARE
  const dx = fitsX ? sideways(view.x, view.w, x, layout) : 0
  return dx === 0 && dy <= 0 ? undefined : { dx, dy }
}

function sideways(left: number, wide: number, x: number, { rtl, w }: LaidOutMap['layout']): number {
  const most = w - MAP.laneHead - MAP.end
  if (!rtl) return Math.max(0, Math.min(left - x, most))
  return -Math.max(0, Math.min(x + w - left - wide, most))
}

/** Is anything to be seen of that? */
export const showsStuckHeads = (editor: World): boolean =>
  mapsOn(editor, visibleBox(editor.camera.get(), editor.viewport.get())).some(
    (map) => stuckHeads(editor, map) !== undefined,
  )

/** A page point from the map's corner: on heads that stay at the edge, it is where those lie. */
export function onMap(
  editor: World,
  map: LaidOutMap,
  point: Vec,
): { readonly at: Vec; readonly stuck: boolean } {
  const [x, y] = fromCorner(map, point)
  const away = stuckHeads(editor, map)
  if (!away) return { at: [x, y], stuck: false }
  const { rtl, w } = map.layout
  const own = x - away.dx
  const inNames = away.dx !== 0 && (rtl ? own >= w - MAP.laneHead : own < MAP.laneHead)
  const inHeads = away.dy > 0 && y < MAP_TOP + away.dy && y >= MAP.title
  if (inHeads) return { at: [inNames ? own : x, Math.max(MAP.title, y - away.dy)], stuck: true }
  if (inNames && y >= MAP_TOP && y < map.layout.next.lane.y) return { at: [own, y], stuck: true }
  return { at: [x, y], stuck: false }
}
