import type { Vec } from '../../../shared/geometry/vec.ts'
import { groupAt, sharedPath } from '../../../shared/model/groups.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import type { Chosen } from '../chosen.ts'
import { choosePart } from '../journey/choosePart.ts'
import { mapSpotAt } from '../journey/mapOnBoard.ts'
import { storySpotAt } from '../journey/viewsOnBoard.ts'
import { idsOf, unitAround } from '../units.ts'

interface SelectOptions {
  /** Adds it to the selection, or takes it out if it is all there. */
  readonly toggle?: boolean
  /** The shape itself, however many groups it is in. */
  readonly deep?: boolean
}

/** Selects a shape with the group it counts as part of. */
export function selectShape(editor: Editor, shape: Shape, { toggle, deep }: SelectOptions = {}): void {
  const { inside, selection } = editor
  inside.set(deep ? (shape.groups ?? []) : sharedPath(inside.get(), shape))
  const ids = idsOf(unitAround(editor, shape))
  const before = selection.get()
  if (!toggle) selection.set(new Set(ids))
  else if (ids.every((id) => before.has(id)))
    selection.set(new Set([...before].filter((id) => !ids.includes(id))))
  else selection.set(new Set([...before, ...ids]))
}

/** What is under a page point becomes selected, unless it already is; the empty board clears the selection. */
export function selectUnder(editor: Editor, point: Vec): void {
  const hit = editor.hitTest(point)
  if (!hit) choosePart(editor, partUnder(editor, point))
  else if (!editor.selection.get().has(hit.id)) selectShape(editor, hit)
}

/** The part of a journey under a page point; what is chosen stays chosen with all that is chosen beside it. */
function partUnder(editor: Editor, point: Vec): Chosen | null {
  const chosen = editor.chosen.get()
  const map = mapSpotAt(editor, point)?.part
  const story = map ? undefined : storySpotAt(editor, point)?.part
  const step = map?.kind === 'step' ? map.step : story?.kind === 'frame' ? story.frame.step : undefined
  if (step) {
    const isChosen = chosen?.kind === 'steps' && chosen.ids.includes(step.id)
    return isChosen ? chosen : { kind: 'steps', ids: [step.id] }
  }
  if (map?.kind === 'lane') return { kind: 'lane', id: map.lane.lane.id }
  const stage = map?.kind === 'stage' ? map.stage.stage : story?.kind === 'stage' ? story.stage : undefined
  return stage ? { kind: 'stage', id: stage.id } : null
}

/** Goes one level into the group that a shape counts as part of. Returns whether there was one. */
export function enterGroup(editor: Editor, shape: Shape): boolean {
  const { inside } = editor
  const group = groupAt(shape, inside.get())
  if (group === undefined) return false
  inside.set([...sharedPath(inside.get(), shape), group])
  editor.selection.set(new Set(idsOf(unitAround(editor, shape))))
  return true
}

/** Goes out of the innermost group that was gone into, and selects it. Returns whether there was one. */
export function leaveGroup({ workshop, board, inside, selection }: Editor): boolean {
  const group = inside.get().at(-1)
  if (group === undefined) return false
  const members = workshop.shapes.members(group).filter((shape) => shape.board === board.get())
  inside.set(inside.get().slice(0, -1))
  selection.set(new Set(idsOf(members)))
  return true
}
