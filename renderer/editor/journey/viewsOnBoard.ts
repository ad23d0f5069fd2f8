import type { Vec } from '../../../shared/geometry/vec.ts'
import { storyPartAt, type StoryPart } from '../../../shared/journey/storyPartAt.ts'
import type { StoryLayout } from '../../../shared/journey/storyLayout.ts'
import type { JourneyMap, Storyboard } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

type World = Pick<Editor, 'workshop' | 'board'>

export type LaidOutStory = Storyboard & { readonly layout: StoryLayout }

/** The topmost map or storyboard at a page point. */
export const viewAt = ({ workshop, board }: World, [x, y]: Vec): JourneyMap | Storyboard | undefined =>
  workshop.shapes
    .within(board.get(), { x, y, w: 0, h: 0 })
    .findLast(
      (shape): shape is JourneyMap | Storyboard => shape.kind === 'storyboard' || shape.kind === 'map',
    )

/** The storyboard at a page point, unless a map lies over it. */
export function storyboardAt(editor: World, point: Vec): LaidOutStory | undefined {
  const view = viewAt(editor, point)
  return view?.kind === 'storyboard' && view.layout ? (view as LaidOutStory) : undefined
}

/** A page point as a storyboard's layout has it: from its top-left corner. */
export const inStory = ({ geometry: [x, y] }: Storyboard, point: Vec): Vec => [point[0] - x, point[1] - y]

export interface StorySpot {
  readonly view: LaidOutStory
  readonly part: StoryPart
}

/** The part of a storyboard at a page point. */
export function storySpotAt(editor: World, point: Vec): StorySpot | undefined {
  const view = storyboardAt(editor, point)
  const part = view && storyPartAt(view.layout, inStory(view, point))
  return view && part && { view, part }
}
