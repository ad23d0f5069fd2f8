import type { Step } from '../../../shared/journey/entities.ts'
import { stepNumber } from '../../../shared/journey/structure/readers.ts'
import { stepName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'

export interface CurrentFrame {
  readonly step: Step
  readonly name: string
}

/** The step of that id with its name, if there is one. */
export function currentFrame(editor: Editor, id: string | null): CurrentFrame | undefined {
  const { journeys } = editor.workshop
  const words = editor.words.get()
  const step = id === null ? undefined : journeys.get('steps', id)
  return step && words && { step, name: stepName(step, stepNumber(journeys, step.id), words) }
}
