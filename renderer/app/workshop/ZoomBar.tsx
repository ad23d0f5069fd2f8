import { useSyncExternalStore } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useAction } from '../actions/useAction.ts'
import { ToolButton } from './ToolButton.tsx'
import styles from './WorkshopWindow.module.css'

/** How large the board is shown, and ways to change it. */
export function ZoomBar({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const format = useFormat()
  // Whole percents, so that only a change that shows makes React work.
  const percent = useSyncExternalStore(editor.camera.subscribe, () =>
    Math.round(editor.camera.get().zoom * 100),
  )
  const zoom100 = useAction('view.zoom100')
  return (
    <Toolbar label={t('workshop.zoom')} className={styles['zoom']}>
      <ToolButton id="view.zoomOut" />
      <Tooltip label={zoom100.label} shortcut={zoom100.shortcut} side="top">
        <button type="button" className={styles['percent']} aria-label={zoom100.label} onClick={zoom100.run}>
          {format.percent(percent / 100)}
        </button>
      </Tooltip>
      <ToolButton id="view.zoomIn" />
      <ToolButton id="view.fitAll" />
    </Toolbar>
  )
}
