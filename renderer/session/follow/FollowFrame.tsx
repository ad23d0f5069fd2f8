import { X } from 'lucide-react'
import { useEffect, type CSSProperties } from 'react'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import type { Together } from '../createTogether.ts'
import { useMember } from '../people/useMembers.ts'
import styles from './FollowFrame.module.css'

/** Around the board, in the colour of whom one follows; Escape stops it. */
export function FollowFrame({ together: { live, following } }: { readonly together: Together }) {
  const { t } = useT()
  const member = useMember(live, useStore(following.person))
  const isFollowing = member !== undefined

  useEffect(() => {
    if (!isFollowing) return undefined
    const stop = new AbortController()
    // Before the board, which would give up something else.
    window.addEventListener('keydown', (event) => stopOnEscape(event, () => following.follow(null)), {
      signal: stop.signal,
      capture: true,
    })
    return () => stop.abort()
  }, [isFollowing, following])

  return (
    <>
      <span role="status" className={styles['hidden']}>
        {member && t('follow.following', { name: member.name })}
      </span>
      {member && (
        <div
          className={styles['frame']}
          style={{ '--person': `var(--person-${member.color})` } as CSSProperties}
        >
          <div className={styles['pill']}>
            <span>{t('follow.hint', { name: member.name })}</span>
            <IconButton
              icon={X}
              size="small"
              label={t('follow.stop')}
              className={styles['stop']}
              onClick={() => following.follow(null)}
            />
          </div>
        </div>
      )}
    </>
  )
}

/** Where something is open, or text is being typed, Escape is for that. */
function stopOnEscape(event: KeyboardEvent, stop: () => void): void {
  const inUse = document.activeElement?.closest(
    'input, textarea, [contenteditable=true], [role=menu], [role=dialog], [role=listbox]',
  )
  if (event.key !== 'Escape' || event.isComposing || inUse) return
  event.preventDefault()
  event.stopPropagation()
  stop()
}
