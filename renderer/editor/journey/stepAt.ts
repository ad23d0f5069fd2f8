import { contains, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { StageId, StepId } from '../../../shared/journey/ids.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import type { JourneyMap, Shape, Storyboard } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

/** The part of a journey at a point of the board: a step's column or frame, or the head of a stage. */
export interface StepTarget {
  readonly step?: StepId
  readonly stage?: StageId
  /** What of the board it takes, page units. */
  readonly box: Box
}

/** Nothing where there is neither a map nor a storyboard, or beside the steps of one. */
export function stepAt({ workshop, board }: Editor, [x, y]: Vec): StepTarget | undefined {
  const shapes = workshop.shapes.within(board.get(), { x, y, w: 0, h: 0 }).toReversed()
  for (const shape of shapes) {
    const found = targetIn(shape, [x, y])
    if (found) return found
  }
  return undefined
}

function targetIn(shape: Shape, point: Vec): StepTarget | undefined {
  if (shape.kind === 'map') return inMap(shape, point)
  return shape.kind === 'storyboard' ? inStoryboard(shape, point) : undefined
}

function inMap({ geometry: [x, y], layout }: JourneyMap, point: Vec): StepTarget | undefined {
  if (!layout) return undefined
  const at = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })
  for (const { stage, box, columns } of layout.stages) {
    if (stage && contains(at(box), point)) return { stage: stage.id, box: at(box) }
    for (const column of columns) {
      const top = MAP.title + MAP.stageHead
      const whole = at({ x: column.x, y: top, w: column.w, h: layout.h - top })
      if (column.step && contains(whole, point)) return { step: column.step.id, box: whole }
    }
  }
  return undefined
}

function inStoryboard({ geometry: [x, y], layout }: Storyboard, point: Vec): StepTarget | undefined {
  const at = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y })
  for (const { step, box } of layout?.rows.flatMap(({ frames }) => frames) ?? [])
    if (contains(at(box), point)) return { step: step.id, box: at(box) }
  for (const { stage, box } of layout?.stages ?? [])
    if (stage && contains(at(box), point)) return { stage: stage.id, box: at(box) }
  return undefined
}
