import type { Step } from '../../../shared/journey/entities.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../../editor/editor.ts'

/** The steps that fields are about: at least one. */
export interface StepFieldsProps {
  readonly editor: Editor
  readonly steps: readonly Step[]
  readonly ids: readonly StepId[]
}
