import type { Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { mapPartAt, type MapPart } from '../../../shared/journey/mapPartAt.ts'
import { MAP, type MapLayout } from '../../../shared/journey/mapLayout.ts'
import type { JourneyMap } from '../../../shared/model/shape.ts'
import type { Chosen } from '../chosen.ts'
import type { Editor } from '../editor.ts'
import type { LaidOutMap } from './cellsOnBoard.ts'
import { onMap } from './stickyHeads.ts'
import { viewAt } from './viewsOnBoard.ts'

type World = Pick<Editor, 'workshop' | 'board' | 'camera' | 'viewport'>

export interface MapSpot {
  readonly map: LaidOutMap
  readonly part: MapPart
}

/** The part of a map at a page point, unless something lies over the map there. */
export function mapSpotAt(editor: World, point: Vec): MapSpot | undefined {
  const map = viewAt(editor, point)
  if (map?.kind !== 'map' || !map.layout) return undefined
  const laidOut = map as LaidOutMap
  const part = mapPartAt(map.layout, onMap(editor, laidOut, point).at)
  return part && { map: laidOut, part }
}

/** A box of a map's layout as it lies on the board. */
export const onBoard = ({ geometry: [x, y] }: JourneyMap, box: Box): Box => ({
  ...box,
  x: box.x + x,
  y: box.y + y,
})

/** Where what is chosen is to be seen in a map: columns, stages or lanes as a whole. From the map's corner. */
export function chosenBoxes(layout: MapLayout, chosen: Chosen): readonly Box[] {
  const bottom = layout.next.lane.y
  const top = MAP.title + MAP.stageHead
  if (chosen.kind === 'steps') {
    const ids = new Set(chosen.ids)
    return layout.stages.flatMap(({ columns, collapsed }) =>
      collapsed
        ? []
        : columns.flatMap(({ step, x, w }) =>
            step && ids.has(step.id) ? [{ x, y: top, w, h: bottom - top }] : [],
          ),
    )
  }
  if (chosen.kind === 'stage')
    return layout.stages.flatMap(({ stage, box }) =>
      stage?.id === chosen.id ? [{ ...box, h: bottom - box.y }] : [],
    )
  return layout.lanes.flatMap(({ lane, y, h }) =>
    lane.id === chosen.id ? [{ x: layout.rtl ? MAP.end : 0, y, w: layout.w - MAP.end, h }] : [],
  )
}
