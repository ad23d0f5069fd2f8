import {
  ACTION_IDS,
  actionOf,
  type ActionDefinition,
  type ActionId,
} from '../../../shared/actions/actionTable.ts'
import { matches, parseShortcut, type Platform, type Shortcut } from '../../../shared/actions/shortcut.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Actions } from './createActions.ts'
import { isComposing } from './isComposing.ts'
import { focusOwner, type FocusOwner } from './focusOwner.ts'

interface Binding {
  readonly id: ActionId
  readonly definition: ActionDefinition
  readonly shortcut: Shortcut
}

const BINDINGS: readonly Binding[] = ACTION_IDS.flatMap((id) => {
  const definition = actionOf(id)
  if (definition.native) return []
  return definition.shortcuts.map((text) => ({ id, definition, shortcut: parseShortcut(text) }))
})

/** Holding the key down goes on doing these; any other action happens once. */
const REPEATS: ReadonlySet<ActionId> = new Set([
  'edit.undo',
  'edit.redo',
  'arrange.forward',
  'arrange.backward',
  'view.zoomIn',
  'view.zoomOut',
])

/** Does what the shortcuts of the action table say: the window's only listener for them. */
export function listenToKeys(actions: Actions, platform: Platform, target: Window = window): Dispose {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event)) return
    const owner = focusOwner(target.document.activeElement)
    for (const { id, definition, shortcut } of BINDINGS) {
      if (!matches(event, shortcut, platform) || !mayFire(definition, shortcut, owner)) continue
      if (!actions.state(id).enabled) continue
      event.preventDefault()
      if (!event.repeat || REPEATS.has(id)) actions.run(id)
      return
    }
  }
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

function mayFire({ scope }: ActionDefinition, shortcut: Shortcut, owner: FocusOwner): boolean {
  switch (owner) {
    case 'none':
      return true
    case 'control':
      return shortcut.key !== 'Enter'
    case 'panel':
      return !typesText(shortcut) && !LIST_KEYS.has(shortcut.key)
    case 'popup':
      return scope === 'start' && !typesText(shortcut)
    case 'text':
      return scope !== 'canvas' && !typesText(shortcut)
  }
}

/** What lists and fields in a panel answer themselves. */
const LIST_KEYS: ReadonlySet<string> = new Set(['Enter', 'Delete', 'Backspace', 'F2'])

/** It would put a character into a text field. */
const typesText = ({ mod, alt, key }: Shortcut) => !mod && !alt && key.length === 1
