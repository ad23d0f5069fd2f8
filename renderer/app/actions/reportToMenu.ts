import { ACTION_IDS } from '../../../shared/actions/actionTable.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Actions } from './createActions.ts'

/** Keeps the native menu bar in step: what is possible, what is switched on. Speaks up only on a change. */
export function reportToMenu(
  actions: Actions,
  platform: Platform,
  onError: (error: unknown) => void,
): Dispose {
  function report(): void {
    platform.desktop
      .reportActions({
        enabled: ACTION_IDS.filter((id) => actions.state(id).enabled),
        checked: ACTION_IDS.filter((id) => actions.state(id).checked),
      })
      .catch(onError)
  }
  report()
  return actions.subscribe(report)
}
