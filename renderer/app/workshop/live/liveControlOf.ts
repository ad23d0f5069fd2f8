import type { Settings } from '../../../../shared/ipc/desktopContract.ts'
import type { Assets } from '../../../../shared/model/asset.ts'
import type { Store } from '../../../../shared/util/store.ts'
import { hasContent } from '../../../../shared/model/workshop.ts'
import type { Editor } from '../../../editor/editor.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sharedWorkshop } from '../../../sync/live/sharedWorkshop.ts'
import type { Saver } from '../../../sync/saveWorkshop.ts'
import { createLiveControl, type LiveControl } from './createLiveControl.ts'
import type { KeptMembership } from './keptMembership.ts'
import { openLive } from './openLive.ts'

interface WindowWorkshop {
  readonly platform: Platform
  readonly settings: Pick<Store<Settings>, 'get'>
  readonly editor: Editor
  readonly assets: Assets
  readonly lineage: string
  readonly kept: KeptMembership
  /** What is on the disk. */
  readonly persisted: Saver['persisted']
  readonly onError: (error: unknown) => void
}

/** What begins, joins and leaves sessions with the workshop of a window. */
export function liveControlOf(window: WindowWorkshop): LiveControl {
  const { platform, settings, editor, assets, lineage, kept, persisted, onError } = window
  const { workshop } = editor
  const open = openLive({
    platform,
    settings: () => settings.get(),
    workshop: sharedWorkshop(workshop, assets),
    lineage,
    kept,
    persisted,
    hasContent: () => hasContent(workshop.doc),
    onError,
  })
  return createLiveControl({ editor, kept, open, isGuest: platform.kind === 'browser', onError })
}
