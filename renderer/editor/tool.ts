import type { Vec } from '../../shared/geometry/vec.ts'
import type { Editor } from './editor.ts'

export type ToolId = 'select' | 'hand' | 'note'

export interface PointerInput {
  readonly type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'doubleClick'
  /** Where, in page units. */
  readonly point: Vec
  /** Where, in screen units from the viewport's corner. */
  readonly screen: Vec
  readonly shift: boolean
}

/** Escape, a lost pointer, or another tool: whatever was under way did not happen. */
export interface CancelInput {
  readonly type: 'cancel'
}

export type Input = PointerInput | CancelInput

/** Handlers return the next state, or nothing to stay. */
export interface ToolState {
  readonly name: string
  pointerDown?(input: PointerInput, editor: Editor): ToolState | void
  pointerMove?(input: PointerInput, editor: Editor): ToolState | void
  pointerUp?(input: PointerInput, editor: Editor): ToolState | void
  doubleClick?(input: PointerInput, editor: Editor): ToolState | void
  cancel?(input: CancelInput, editor: Editor): ToolState | void
}

export interface Tool {
  readonly id: ToolId
  start(): ToolState
}
