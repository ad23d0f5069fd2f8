import { useSyncExternalStore } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Toolbar, ToolbarButton } from '../../ui/Toolbar.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useAction } from '../actions/useAction.ts'
import styles from './WorkshopWindow.module.css'

/** How large the board is shown, and ways to change it. */
export function ZoomBar({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const format = useFormat()
  // Whole percents, so that only a change that shows makes React work.
  const percent = useSyncExternalStore(editor.camera.subscribe, () =>
    Math.round(editor.camera.get().zoom * 100),
  )
  const zoomOut = useAction('view.zoomOut')
  const zoomIn = useAction('view.zoomIn')
  const zoom100 = useAction('view.zoom100')
  const fitAll = useAction('view.fitAll')
  return (
    <Toolbar label={t('workshop.zoom')} className={styles['zoom']}>
      {zoomOut.icon && (
        <ToolbarButton
          icon={zoomOut.icon}
          label={zoomOut.label}
          shortcut={zoomOut.shortcut}
          tooltipSide="top"
          onClick={zoomOut.run}
        />
      )}
      <Tooltip label={zoom100.label} shortcut={zoom100.shortcut} side="top">
        <button type="button" className={styles['percent']} aria-label={zoom100.label} onClick={zoom100.run}>
          {format.percent(percent / 100)}
        </button>
      </Tooltip>
      {zoomIn.icon && (
        <ToolbarButton
          icon={zoomIn.icon}
          label={zoomIn.label}
          shortcut={zoomIn.shortcut}
          tooltipSide="top"
          onClick={zoomIn.run}
        />
      )}
      {fitAll.icon && (
        <ToolbarButton
          icon={fitAll.icon}
          label={fitAll.label}
          shortcut={fitAll.shortcut}
          tooltipSide="top"
          onClick={fitAll.run}
        />
      )}
    </Toolbar>
  )
}
