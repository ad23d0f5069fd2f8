import { MOST_NAME, MOST_WORDS } from '../../../../shared/journey/entities.ts'
import type { TreePart } from '../../../../shared/journey/treePart.ts'
import type { TreeNode } from '../../../../shared/model/boardTree.ts'
import type { JourneyMap } from '../../../../shared/model/shape.ts'
import type { Editor } from '../../../editor/editor.ts'
import { setEntity } from '../../../editor/journey/setEntity.ts'
import { putStage } from '../../../editor/journey/stageCommands.ts'
import { putSteps } from '../../../editor/journey/stepCommands.ts'
import type { Editable } from './outlineWork.ts'

/** The name of a stage or the title of a step, as it can be typed. */
export function editablePart({ workshop: { journeys } }: Editor, part: TreePart): Editable | undefined {
  if (part.kind === 'stage') {
    const stage = journeys.get('stages', part.id)
    return stage && { text: stage.name, most: MOST_NAME }
  }
  const step = journeys.get('steps', part.id)
  return step && { text: step.title, most: MOST_WORDS }
}

export function renamePart(editor: Editor, part: TreePart, text: string): void {
  if (part.kind === 'step') setEntity(editor, 'steps', part.id, { title: text })
  else if (part.id !== undefined) setEntity(editor, 'stages', part.id, { name: text })
}

/** The name of the journey that a map shows. */
export function editableMap({ workshop }: Editor, { journey: id }: JourneyMap): Editable | undefined {
  const journey = workshop.journeys.get('journeys', id)
  return journey && { text: journey.name, most: MOST_NAME }
}

export const renameMap = (editor: Editor, { journey }: JourneyMap, text: string): void =>
  setEntity(editor, 'journeys', journey, { name: text })

/** Puts a stage before or after the next one, or a step before or after the next one of its track and stage. */
export function movePart(
  editor: Editor,
  siblings: readonly TreeNode[],
  part: TreePart,
  by: 1 | -1,
): 'moved' | 'isFirst' | 'isLast' | 'cannotMove' {
  if (editor.fixed || part.id === undefined) return 'cannotMove'
  const alike = siblings.flatMap(({ part: other }) => (other && isAlike(other, part) ? [other] : []))
  const other = alike[alike.findIndex(({ id }) => id === part.id) + by]
  if (other?.id === undefined) return by < 0 ? 'isFirst' : 'isLast'
  if (part.kind === 'stage' && other.kind === 'stage')
    putStage(editor, part.id, by < 0 ? { before: other.id } : { after: other.id })
  if (part.kind === 'step' && other.kind === 'step') {
    const step = editor.workshop.journeys.get('steps', other.id)
    if (!step) return 'cannotMove'
    putSteps(editor, [part.id], {
      stage: step.stage,
      ...(by < 0 ? { before: other.id } : { after: other.id }),
    })
  }
  return 'moved'
}

/** Both stages, or both steps of the same track. */
const isAlike = (a: TreePart, b: TreePart): boolean =>
  a.kind === 'stage' ? b.kind === 'stage' : b.kind === 'step' && a.journey === b.journey
