import { canvasKeyOf, type CanvasKey } from '../../../shared/actions/canvasKeys.ts'
import type { Platform } from '../../../shared/actions/shortcut.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { ReadingDirection } from '../../../shared/model/readingOrder.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { pan } from '../../editor/camera.ts'
import { goBeside, goToNext } from '../../editor/commands/goToShape.ts'
import { placeByKey } from '../../editor/commands/placeByKey.ts'
import type { Editor } from '../../editor/editor.ts'
import { isComposing } from '../actions/isComposing.ts'
import { chooseBeside, moveChosen } from '../../editor/journey/chosenCommands.ts'
import { createNudge, createStretch } from '../../editor/nudge.ts'

/** How far the arrow keys move the view when nothing is selected, in screen units. */
const PAN_STEP = 80
/** With Shift, a key press counts ten. */
const FAR = 10

export interface CanvasKeyOptions {
  readonly platform: Platform
  /** How the language of the interface is read: Tab goes the same way. */
  readonly direction: ReadingDirection
}

/**
 * Keys that have no name in the action table, while the board has the focus: see CANVAS_KEYS. Tab goes from shape to
 * shape; so that it also leads out again, it leaves the board once Escape has cleared the selection.
 */
export function listenToCanvasKeys(
  area: HTMLElement,
  editor: Editor,
  { platform, direction }: CanvasKeyOptions,
): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const nudge = createNudge(editor)
  const stretch = createStretch(editor)
  let leaves = false

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event)) return
    // What lies over the board, such as a field, has keys of its own.
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-canvas')) return
    const press = canvasKeyOf(event, platform)
    if (!press) return
    if (press.key === 'leave') return giveUp()
    // Holding it down puts down one thing.
    if (press.key === 'place' && event.repeat) return
    if (perform(press.key, press.arrow, press.shift)) event.preventDefault()
  }
  function perform(key: Exclude<CanvasKey, 'leave'>, arrow: Vec, shift: boolean): boolean {
    const by: Vec = shift ? [arrow[0] * FAR, arrow[1] * FAR] : arrow
    switch (key) {
      case 'next':
        return !leaves && goToNext(editor, 1, direction)
      case 'previous':
        return !leaves && goToNext(editor, -1, direction)
      case 'beside':
        goBeside(editor, arrow)
        return true
      case 'move':
        if (chooseBeside(editor, arrow, shift)) return true
        if (editor.selection.get().size === 0)
          editor.camera.set(pan(editor.camera.get(), [arrow[0] * PAN_STEP, arrow[1] * PAN_STEP]))
        else if (!editor.readOnly) nudge(by)
        return true
      case 'place':
        return placeByKey(editor)
      case 'stretch':
        if (!editor.fixed && moveChosen(editor, arrow)) return true
        stretch(by)
        return true
    }
  }
  function giveUp(): void {
    if (editor.path().endsWith('.idle') && editor.tool.get() !== 'select') editor.setTool('select')
    else editor.dispatch({ type: 'cancel' })
    leaves = editor.selection.get().size === 0 && editor.chosen.get() === null
  }
  const stay = (): void => void (leaves = false)
  area.addEventListener('keydown', onKeyDown, options)
  area.addEventListener('focusout', stay, options)
  area.addEventListener('pointerdown', stay, options)
  const stopSelection = editor.selection.subscribe(stay)
  return () => {
    stop.abort()
    stopSelection()
  }
}
