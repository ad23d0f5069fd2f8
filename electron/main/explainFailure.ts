import type { Outcome } from '../../shared/ipc/desktopContract.ts'
import type { AppWindow } from './appWindow.ts'
import type { Dialogs } from './dialogs.ts'

/** For what no page asked for: tells the user in a dialog if it failed. `current` is where they work by then. */
export async function explainFailure(
  dialogs: Dialogs,
  outcome: Promise<Outcome>,
  current: () => AppWindow | undefined,
): Promise<void> {
  const settled = await outcome
  if (settled.result === 'failed') await dialogs.explain(settled.code, settled.name, current())
}
