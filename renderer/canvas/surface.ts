import type { Vec } from '../../shared/geometry/vec.ts'
import type { Editor } from '../editor/editor.ts'
import type { PointerInput } from '../editor/tool.ts'
import { toPointerInput, within } from './toPointerInput.ts'

/** The element that pointers act on, and what their events mean to the editor. */
export interface Surface {
  readonly element: HTMLElement
  readonly editor: Editor
  /** Is the event on the board, and not on what lies over it, such as the field a note is typed in? */
  isOnBoard(event: Event): boolean
  /** Where, in screen units from the element's corner. */
  screenOf(event: MouseEvent): Vec
  inputOf(type: PointerInput['type'], event: MouseEvent): PointerInput
}

const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function createSurface(element: HTMLElement, editor: Editor): Surface {
  let known: Vec | undefined
  // Measured once a frame: in between, every drag moves something, and asking would lay out the page each time.
  const corner = (): Vec => {
    if (known) return known
    const { left, top } = element.getBoundingClientRect()
    requestAnimationFrame(() => (known = undefined))
    return (known = [left, top])
  }
  return {
    element,
    editor,
    // A captured pointer hits the element itself.
    isOnBoard: ({ target }) => target === element || target instanceof HTMLCanvasElement,
    screenOf: (event) => within(corner(), event),
    inputOf: (type, event) =>
      toPointerInput(type, event, { corner: corner(), camera: editor.camera.get(), mac: MAC }),
  }
}
