import type { InkPoint } from '../../shared/model/inkPoints.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Editor } from './editor.ts'

export const TOOL_IDS = [
  'select',
  'hand',
  'note',
  'text',
  'pen',
  'highlighter',
  'eraser',
  'rectangle',
  'ellipse',
  'diamond',
  'arrow',
  'line',
  'section',
  'stamp',
  'laser',
] as const
export type ToolId = (typeof TOOL_IDS)[number]

export interface PointerInput {
  readonly type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'doubleClick'
  /** Where, in page units. */
  readonly point: Vec
  /** Where, in screen units from the viewport's corner. */
  readonly screen: Vec
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, on a Mac Command. */
  readonly mod: boolean
  /** How hard a pen presses, 0 to 1. What cannot tell (a mouse, a finger) reports 0.5. */
  readonly pressure: number
  readonly pointer: PointerKind
  /**
   * Of a pointerMove with a button down: everywhere it has been since the last input, oldest first, in page units. The
   * last one is `point`. There are several where a device reports more often than the screen is drawn.
   */
  readonly points?: readonly InkPoint[]
}

/** What fingers do: use the tools, only move the view, or use the tools until a pen does that. */
export type Fingers = 'tools' | 'view' | 'untilPen'

export type PointerKind = 'mouse' | 'pen' | 'touch'

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
  /** Would pressing here take hold of something? A finger that takes hold of nothing moves the view. */
  grabs?(input: PointerInput, editor: Editor): boolean
}

export interface Tool {
  readonly id: ToolId
  start(): ToolState
}
