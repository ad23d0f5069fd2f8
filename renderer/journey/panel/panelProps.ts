import type { ActionId } from '../../../shared/actions/actionTable.ts'
import type { Assets } from '../../../shared/model/asset.ts'
import type { ImagePictures } from '../../canvas/imagePictures.ts'
import type { TextMeasure } from '../../canvas/textMeasure.ts'
import type { Editor } from '../../editor/editor.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Toasts } from '../../ui/createToasts.ts'

/** What panels may need besides the editor. */
export interface PanelSession {
  readonly text: TextMeasure
  readonly assets: Assets
  readonly images: ImagePictures
  readonly platform: Platform
  readonly toasts: Toasts
  /** Does what a menu entry or a key would do. */
  run(action: ActionId): void
}

/** What every panel at the side of the board is given. It fills the room below the panel's head, and scrolls by itself. */
export interface PanelProps {
  readonly editor: Editor
  readonly session: PanelSession
}
