import { Download, Trash2 } from 'lucide-react'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { GRID_STOP } from '../start/useGridKeys.ts'
import styles from './TemplateCard.module.css'

export interface TemplateCardProps {
  readonly name: string
  readonly text: string
  /** How much there is in it. */
  readonly size?: string | undefined
  readonly picture: ReactNode
  /** Tab stops here. */
  readonly tabbable: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onUse: () => void
  /** Of one that can be deleted. */
  readonly onDelete?: (() => void) | undefined
  readonly onExport?: (() => void) | undefined
}

/** One template to choose. */
export function TemplateCard(props: TemplateCardProps) {
  const { name, text, size, picture, tabbable, onFocus, onUse, onDelete, onExport } = props
  const { t } = useT()
  const details = useId()
  const tabIndex = tabbable ? 0 : -1

  function onKeyDown(event: KeyboardEvent): void {
    if (!onDelete || (event.key !== 'Delete' && event.key !== 'Backspace')) return props.onKeyDown(event)
    event.preventDefault()
    onDelete()
  }

  return (
    <li className={styles['card']}>
      <button
        type="button"
        className={styles['use']}
        tabIndex={tabIndex}
        aria-describedby={details}
        onFocus={onFocus}
        onClick={onUse}
        onKeyDown={onKeyDown}
        {...{ [GRID_STOP]: '' }}
      >
        {picture}
        <span className={styles['name']} dir="auto">
          {name}
        </span>
      </button>
      <div id={details} className={styles['text']}>
        <p dir="auto">{text}</p>
        {size && <p className={styles['size']}>{size}</p>}
      </div>
      {onDelete && (
        <div className={styles['tools']}>
          <IconButton
            icon={Download}
            size="small"
            label={t('template.export', { name })}
            tabIndex={tabIndex}
            onFocus={onFocus}
            onClick={onExport}
          />
          <IconButton
            icon={Trash2}
            size="small"
            label={t('template.delete', { name })}
            tabIndex={tabIndex}
            onFocus={onFocus}
            onClick={onDelete}
          />
        </div>
      )}
    </li>
  )
}
