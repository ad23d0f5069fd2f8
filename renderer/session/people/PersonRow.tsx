import { Eye, HardDrive, RadioTower } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { Avatar } from './Avatar.tsx'
import { KIND_ICONS } from './kindIcons.ts'
import styles from './PeoplePanel.module.css'
import { PersonMenu, type PersonMenuProps } from './PersonMenu.tsx'
import { reachWords } from './reachWords.ts'

/** Height of a row, CSS pixels: only those in view are drawn. */
export const PERSON_ROW = 56

interface PersonRowProps extends PersonMenuProps {
  readonly index: number
  readonly count: number
  /** The one that Tab comes to. */
  readonly isStop: boolean
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: () => void
}

/** One person: who, as what, and how they are reached. What can be done with them is in the menu. */
export function PersonRow({ index, count, isStop, onKeyDown, onFocus, ...menu }: PersonRowProps) {
  const { t } = useT()
  const { member, followed, leaving } = menu
  const { name, color, role, kind, reach } = member
  const isMe = reach === 'me'
  return (
    <li
      className={styles['person']}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-gone={reach === 'gone' || undefined}
      style={{ insetBlockStart: index * PERSON_ROW, blockSize: PERSON_ROW }}
      // Before the button, which would open its menu for an arrow.
      onKeyDownCapture={onKeyDown}
      onFocus={onFocus}
    >
      <Avatar name={name} color={color} faint={reach === 'gone'} />
      <div className={styles['who']}>
        <span className={styles['nameLine']}>
          <bdi className={styles['name']}>{name}</bdi>
          {isMe && <span className={styles['faint']}>{t('people.you')}</span>}
          <Marks member={member} followed={followed} />
        </span>
        <span className={styles['facts']}>
          <Icon icon={KIND_ICONS[kind]} size={13} />
          <span className={styles['fact']}>
            {leaving ? t('people.leaving') : `${t(`roleName.${role}`)} · ${reachWords(t, member)}`}
          </span>
        </span>
      </div>
      {!isMe && <PersonMenu {...menu} tabIndex={isStop ? 0 : -1} />}
    </li>
  )
}

function Marks({
  member: { hosting, disk, upToDate },
  followed,
}: Pick<PersonMenuProps, 'member' | 'followed'>) {
  const { t } = useT()
  const marks = [
    ...(followed ? [{ icon: Eye, label: t('people.followed') }] : []),
    ...(hosting ? [{ icon: RadioTower, label: t('people.hosting') }] : []),
    ...(disk ? [{ icon: HardDrive, label: upToDate ? t('people.fullCopy') : t('people.copying') }] : []),
  ]
  return marks.map(({ icon, label }) => (
    <Tooltip key={label} label={label}>
      <span
        role="img"
        aria-label={label}
        className={styles['mark']}
        data-behind={(disk && !upToDate) || undefined}
      >
        <Icon icon={icon} size={13} />
      </span>
    </Tooltip>
  ))
}
