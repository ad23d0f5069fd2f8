import type { StepId } from '../../shared/journey/ids.ts'
import type { Editor } from '../editor/editor.ts'

export interface ChoiceProps {
  readonly editor: Editor
  /** What is chosen, is chosen for all of them. */
  readonly ids: readonly StepId[]
  /** What it stands beside. */
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

export const theBoard = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-canvas]')
