import { FileQuestionMark, X } from 'lucide-react'
import { useId, type KeyboardEvent } from 'react'
import type { RecentWorkshop } from '../../../shared/ipc/libraryContract.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { joinClasses } from '../../ui/joinClasses.ts'
import { CardPicture } from './CardPicture.tsx'
import styles from './RecentCard.module.css'
import { GRID_STOP } from './useGridKeys.ts'

export interface RecentCardProps {
  readonly workshop: RecentWorkshop
  /** Tab stops here. */
  readonly tabbable: boolean
  /** What "3 minutes ago" counts from, in ms since 1970. */
  readonly now: number
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onOpen: () => void
  readonly onForget: () => void
}

/** One recent workshop. A missing one can still be tried: the drive may be back. */
export function RecentCard(props: RecentCardProps) {
  const { workshop, tabbable, now, onFocus, onOpen, onForget } = props
  const { t } = useT()
  const details = useId()
  const { name, present } = workshop
  const tabIndex = tabbable ? 0 : -1

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return props.onKeyDown(event)
    event.preventDefault()
    onForget()
  }

  return (
    <li className={joinClasses(styles['card'], !present && styles['missing'])}>
      <button
        type="button"
        className={styles['open']}
        tabIndex={tabIndex}
        aria-label={name}
        aria-describedby={details}
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={onKeyDown}
        {...{ [GRID_STOP]: '' }}
      >
        <CardPicture id={workshop.id} thumbnail={workshop.thumbnail} />
        <span className={styles['text']}>
          <span className={styles['name']} dir="auto" title={name}>
            {name}
          </span>
          <CardDetails id={details} workshop={workshop} now={now} />
        </span>
      </button>
      <IconButton
        icon={X}
        size="small"
        label={t('start.removeNamed', { name })}
        className={styles['remove']}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onClick={onForget}
      />
    </li>
  )
}

interface CardDetailsProps extends Pick<RecentCardProps, 'workshop' | 'now'> {
  readonly id: string
}

function CardDetails({ id, workshop, now }: CardDetailsProps) {
  const { t } = useT()
  const format = useFormat()
  const { folder, openedAt, present } = workshop
  return (
    <span id={id} className={styles['details']}>
      <span className={styles['folder']} dir="ltr" title={folder}>
        {shortFolder(folder)}
      </span>
      {present ? (
        <time dateTime={new Date(openedAt).toISOString()} title={format.dateTime(openedAt)}>
          {format.relative(openedAt, now)}
        </time>
      ) : (
        <span className={styles['badge']} title={t('start.notFoundHint')}>
          <Icon icon={FileQuestionMark} size={14} />
          {t('start.notFound')}
        </span>
      )}
    </span>
  )
}

/** The two innermost folders, which tell workshops apart. */
function shortFolder(folder: string): string {
  const separator = folder.includes('\\') ? '\\' : '/'
  const parts = folder.split(separator).filter((part) => part !== '')
  return parts.slice(-2).join(separator)
}
