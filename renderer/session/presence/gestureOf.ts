import type { Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { inkSize } from '../../../shared/scene/inkLook.ts'
import { MOST_LIVE_POINTS, MOST_MOVED, MOST_RESIZED, type Gesture } from '../../../shared/session/presence.ts'
import type { Editor } from '../../editor/editor.ts'
import { glowOf } from '../../editor/laserTrail.ts'
import { livePoints } from './livePoints.ts'

/** Most text that ids or points may take: all that is said of one person is at most 4 KiB. */
const MOST_TEXT = 2600
/** Of the laser's line only what is new glows. */
const LASER_POINTS = 60

/** What this person's hand does just now, as others are told. `now` as `performance.now` counts. */
export function gestureOf(editor: Editor, now: number): Gesture | undefined {
  return carryingOf(editor) ?? strokeOf(editor) ?? laserOf(editor, now) ?? typingOf(editor)
}

function carryingOf({ preview, workshop }: Editor): Gesture | undefined {
  const now = preview.get()
  if (now?.kind === 'move') {
    // Copies are nowhere yet, and what they are copies of stays where it is.
    if (now.copy) return undefined
    return { kind: 'move', ids: fitting([...now.ids], MOST_MOVED), by: rounded(now.by) }
  }
  if (now?.kind !== 'change') return undefined
  const shapes = [...now.shapes.values()].filter(
    ({ kind, id }) => kind !== 'connector' && workshop.shapes.get(id),
  )
  if (shapes.length === 0) return undefined
  return {
    kind: 'resize',
    shapes: shapes
      .slice(0, MOST_RESIZED)
      .map(({ id, geometry: [x, y, w, h, turn] }) => [
        id,
        [tenths(x), tenths(y), tenths(w), tenths(h), tenths(turn)],
      ]),
  }
}

function strokeOf({ stroke }: Editor): Gesture | undefined {
  const now = stroke.get()
  if (!now) return undefined
  const { tool, color, width, points } = now
  const line = points.map(({ point }) => point)
  return { kind: 'draw', tool, color, width: inkSize(tool, width), points: told(line, MOST_LIVE_POINTS) }
}

function laserOf({ laser }: Editor, now: number): Gesture | undefined {
  const { points, held } = laser.get()
  if (!held) return undefined
  const begun = points.findLastIndex(({ first }) => first)
  const line = points.slice(Math.max(0, begun))
  const glowing = line.filter((one, index) => index === line.length - 1 || glowOf(one, now) > 0)
  return {
    kind: 'draw',
    tool: 'laser',
    color: '',
    width: 0,
    points: told(
      glowing.map(({ point }) => point),
      LASER_POINTS,
    ),
  }
}

function typingOf({ editing }: Editor): Gesture | undefined {
  const id = editing.get()
  return id === null ? undefined : { kind: 'type', id }
}

/** As many points as fit: large coordinates take more room. */
function told(line: readonly Vec[], most: number): [number, number][] {
  const points = livePoints(line, most).map(rounded)
  const length = JSON.stringify(points).length
  if (length <= MOST_TEXT) return points
  return livePoints(points, Math.max(2, Math.floor((most * MOST_TEXT) / length) - 1)).map(rounded)
}

function fitting(ids: readonly ShapeId[], most: number): ShapeId[] {
  let room = MOST_TEXT
  return ids.slice(0, most).filter((id) => (room -= id.length + 3) >= 0)
}

const tenths = (value: number): number => Math.round(value * 10) / 10
export const rounded = ([x, y]: Vec): [number, number] => [tenths(x), tenths(y)]
