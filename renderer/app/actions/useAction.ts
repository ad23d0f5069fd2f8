import type { LucideIcon } from 'lucide-react'
import { useCallback, useSyncExternalStore } from 'react'
import { actionOf, type ActionId } from '../../../shared/actions/actionTable.ts'
import { formatShortcut } from '../../../shared/actions/shortcut.ts'
import { useT } from '../../i18n/useT.ts'
import { ACTION_ICONS, DIRECTIONAL } from '../../ui/icons.ts'
import { useApp } from '../AppContext.ts'
import { actionLabel } from './actionLabel.ts'

/** Everything a menu row, a button or a palette line shows of an action. */
export interface ShownAction {
  readonly id: ActionId
  readonly label: string
  /** As read by a person, such as `Ctrl+Z`. */
  readonly shortcut: string | undefined
  readonly icon: LucideIcon | undefined
  /** The icon mirrors in right-to-left languages. */
  readonly directional: boolean
  readonly enabled: boolean
  readonly checked: boolean
  readonly run: () => void
}

/** One action as it is right now, in the interface's language. */
export function useAction(id: ActionId): ShownAction {
  const { actions, context } = useApp()
  const { t } = useT()
  const state = useSyncExternalStore(actions.subscribe, () => actions.state(id))
  const run = useCallback(() => void actions.run(id), [actions, id])
  const [shortcut] = actionOf(id).shortcuts
  return {
    id,
    label: actionLabel(t, id),
    shortcut: shortcut === undefined ? undefined : formatShortcut(shortcut, context.platform),
    icon: ACTION_ICONS[id],
    directional: DIRECTIONAL.has(id),
    enabled: state.enabled,
    checked: state.checked,
    run,
  }
}
