import { useEffect, useRef } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useAction } from '../actions/useAction.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { ToolButton } from './ToolButton.tsx'
import styles from './WorkshopWindow.module.css'

/** How large the board is shown, and ways to change it. */
export function ZoomBar({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const zoom100 = useAction('view.zoom100')
  return (
    <Toolbar label={t('workshop.zoom')} className={styles['zoom']}>
      <ToolButton id="view.zoomOut" />
      <Tooltip label={zoom100.label} shortcut={zoom100.shortcut} side="top">
        <button type="button" className={styles['percent']} onClick={zoom100.run}>
          {/* Its name begins with what is to be read on it, for those who say it. */}
          <Percent editor={editor} /> <VisuallyHidden>{zoom100.label}</VisuallyHidden>
        </button>
      </Tooltip>
      <ToolButton id="view.zoomIn" />
      <ToolButton id="view.fitAll" />
    </Toolbar>
  )
}

/** Whole percents. They change with every frame of a zoom, so they are written without React. */
function Percent({ editor }: { readonly editor: Editor }) {
  const format = useFormat()
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let shown: number | undefined
    const show = () => {
      const percent = Math.round(editor.camera.get().zoom * 100)
      if (text.current && percent !== shown) text.current.textContent = format.percent(percent / 100)
      shown = percent
    }
    show()
    return editor.camera.subscribe(show)
  }, [editor, format])
  return <span ref={text} />
}
