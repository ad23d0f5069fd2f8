import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { directionOf } from '../../../../shared/i18n/languages.ts'
import { PANEL_WIDTHS } from '../../../editor/viewOptions.ts'
import { useLanguage } from '../../../i18n/useLanguage.ts'
import { useT } from '../../../i18n/useT.ts'
import styles from './SidePanel.module.css'

/** How far an arrow key moves the edge, CSS pixels. */
const STEP = 20

interface PanelHandleProps {
  /** CSS pixels. */
  readonly width: number
  readonly onDrag: (width: number) => void
  readonly onChange: (width: number) => void
}

/** The inner edge of the panel, by which it is made wider and narrower. */
export function PanelHandle({ width, onDrag, onChange }: PanelHandleProps) {
  const { t } = useT()
  /** 1 where the panel grows to the left. */
  const sign = directionOf(useLanguage()) === 'rtl' ? -1 : 1
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)

  function widthAt(event: PointerEvent): number {
    const start = from.current
    return start ? within(start.width + (start.x - event.clientX) * sign) : width
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
  }
  function letGo(event: PointerEvent): void {
    if (!from.current) return
    onChange(widthAt(event))
    from.current = null
  }
  function onKeyDown(event: KeyboardEvent): void {
    const wider = sign > 0 ? 'ArrowLeft' : 'ArrowRight'
    const narrower = sign > 0 ? 'ArrowRight' : 'ArrowLeft'
    const next: Partial<Record<string, number>> = {
      [wider]: width + STEP,
      [narrower]: width - STEP,
      Home: PANEL_WIDTHS.most,
      End: PANEL_WIDTHS.least,
    }
    const wanted = next[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    onChange(within(wanted))
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('sidePanel.width')}
      aria-valuenow={Math.round(width)}
      aria-valuemin={PANEL_WIDTHS.least}
      aria-valuemax={PANEL_WIDTHS.most}
      tabIndex={0}
      className={styles['handle']}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => from.current && onDrag(widthAt(event))}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    />
  )
}

const within = (width: number): number =>
  Math.min(PANEL_WIDTHS.most, Math.max(PANEL_WIDTHS.least, Math.round(width)))
