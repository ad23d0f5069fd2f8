import type { PersonId } from '../../../shared/session/ids.ts'
import { useT } from '../../i18n/useT.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { useStore } from '../../ui/useStore.ts'
import type { Together } from '../createTogether.ts'
import type { Member } from '../../sync/liveSession.ts'
import { Avatar } from './Avatar.tsx'
import styles from './AvatarStack.module.css'
import { useMembers } from './useMembers.ts'

/** So many avatars; the rest is a number. */
const MOST_SHOWN = 4

interface AvatarStackProps {
  readonly together: Together
  /** Shows all of them. */
  readonly onMore: () => void
}

/** Who else is here: a click on somebody follows them; a number stands for the rest. */
export function AvatarStack({ together, onMore }: AvatarStackProps) {
  const { t } = useT()
  const { live, following } = together
  const others = useMembers(live).filter(({ reach }) => reach !== 'gone' && reach !== 'me')
  const followed = useStore(following.person)
  if (others.length === 0) return null
  const shown = shownFirst(others, followed)
  const rest = others.length - shown.length
  return (
    <div className={styles['stack']} role="group" aria-label={t('people.others')}>
      {shown.map((member) => (
        <PersonButton
          key={member.person}
          member={member}
          followed={member.person === followed}
          onClick={() => following.follow(member.person === followed ? null : member.person)}
        />
      ))}
      {rest > 0 && (
        <button
          type="button"
          className={styles['rest']}
          aria-label={t('people.more', { count: rest })}
          onClick={onMore}
        >
          <bdi dir="ltr">{t('people.plus', { number: rest })}</bdi>
        </button>
      )}
    </div>
  )
}

interface PersonButtonProps {
  readonly member: Member
  readonly followed: boolean
  readonly onClick: () => void
}

function PersonButton({ member: { person, name, color }, followed, onClick }: PersonButtonProps) {
  const { t } = useT()
  const label = followed ? t('follow.stopNamed', { name }) : t('follow.named', { name })
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={styles['person']}
        aria-label={label}
        aria-pressed={followed}
        data-person={person}
        style={{ borderColor: followed ? `var(--person-${color})` : undefined }}
        onClick={onClick}
      >
        <Avatar name={name} color={color} size="small" />
      </button>
    </Tooltip>
  )
}

/** Whoever leads comes first, and who is followed is always there. */
function shownFirst(others: readonly Member[], followed: PersonId | null): readonly Member[] {
  const rank = ({ person, role }: Member) => (person === followed ? 0 : role === 'facilitator' ? 1 : 2)
  return others.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN)
}
