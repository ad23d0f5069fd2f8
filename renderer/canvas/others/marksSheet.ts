import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import { createSheet, type Sheet } from '../createSheet.ts'
import { boardTheme } from '../themeColors.ts'
import { isCarrying, LASER_MS, type Hand } from './hands.ts'
import type { Other } from './others.ts'
import { paintLiveInk, paintLiveLaser, paintOutlines, type Marker } from './othersPicture.ts'

/** What others have selected, type into and draw, on a canvas over the board that is there only while there is something. */
export interface MarksSheet {
  paint(list: readonly Other[], hands: readonly Hand[], now: number): void
  isShown(): boolean
  /** The viewport has another size. */
  fit(): void
  remove: Dispose
}

export function createMarksSheet(
  host: HTMLElement,
  editor: Editor,
  markerOf: (other: Other | undefined) => Marker,
): MarksSheet {
  const { shapes } = editor.workshop
  let sheet: Sheet | undefined
  const seen = () => ({ camera: editor.camera.get(), viewport: editor.viewport.get() })

  function remove(): void {
    sheet?.remove()
    sheet = undefined
  }

  function paintHand(context: CanvasRenderingContext2D, hand: Hand, marker: Marker, now: number): void {
    const { gesture, ended } = hand
    const { camera } = seen()
    if (gesture.kind === 'type') {
      const shape = shapes.get(gesture.id)
      if (shape?.board === editor.board.get()) paintOutlines(context, [shape], marker, seen(), true)
    } else if (gesture.kind === 'draw' && gesture.tool === 'laser') {
      const left = ended === undefined ? 1 : 1 - (now - ended) / LASER_MS
      paintLiveLaser(context, gesture, marker, camera, Math.max(0, left))
    } else if (gesture.kind === 'draw') paintLiveInk(context, gesture, marker, boardTheme(), camera)
  }

  /** What they have in their hand is outlined there. */
  function paintSelection(context: CanvasRenderingContext2D, other: Other, hand: Hand | undefined): void {
    const busy = new Set(hand?.ids)
    const ids = (other.presence.selection ?? []).filter((id) => !busy.has(id))
    const board = editor.board.get()
    const selected = ids.flatMap((id) => shapes.get(id) ?? []).filter((shape) => shape.board === board)
    paintOutlines(context, selected, markerOf(other), seen())
  }

  return {
    paint(list, hands, now) {
      const drawing = hands.filter(({ gesture }) => !isCarrying(gesture))
      if (drawing.length === 0 && !list.some(({ presence }) => presence.selection?.length)) return remove()
      sheet ??= createSheet(host, editor.viewport.get())
      if (!sheet) return
      sheet.clear()
      const people = new Map(list.map((other) => [other.person, other]))
      const busy = new Map(hands.map((hand) => [hand.person, hand]))
      for (const hand of drawing) paintHand(sheet.context, hand, markerOf(people.get(hand.person)), now)
      for (const other of list) paintSelection(sheet.context, other, busy.get(other.person))
    },
    isShown: () => sheet !== undefined,
    fit: () => sheet?.fit(editor.viewport.get()),
    remove,
  }
}
