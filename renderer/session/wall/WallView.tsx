import { Frame, Maximize, QrCode as QrIcon, UserRound, X } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { may } from '../../../shared/session/role.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { SegmentedControl, type Segment } from '../../ui/SegmentedControl.tsx'
import { useStore } from '../../ui/useStore.ts'
import type { Together } from '../createTogether.ts'
import { useMembers } from '../people/useMembers.ts'
import { useLive } from '../useLive.ts'
import { useWallCamera, type WallMode } from './useWallCamera.ts'
import { useWallScreen } from './useWallScreen.ts'
import { WallInvitation } from './WallInvitation.tsx'
import styles from './WallView.module.css'

interface WallViewProps {
  readonly editor: Editor
  readonly together: Together
  /** What the workshop is called. */
  readonly name: string
}

/** How long the controls stay after the pointer has moved, ms. */
const LINGER_MS = 3000

/** The board alone on a projector. What can be set shows while the pointer moves, or has the focus. */
export function WallView({ editor, together, name }: WallViewProps) {
  const { t } = useT()
  const { live, wall } = together
  const session = useStore(live)
  const members = useMembers(live)
  const role = useLive(live, (each) => each.role, 'viewer')
  const focus = useLive(live, (each) => each.focus, null)
  const leader = members.find((member) => member.role === 'facilitator' && isElsewhere(member.reach))
  const [mode, setMode] = useState<WallMode>(leader ? 'follow' : 'all')
  const [invites, setInvites] = useState(false)
  const awake = useMoving()
  useWallScreen(useCallback(() => wall.set(false), [wall]))
  useWallCamera({
    editor,
    together,
    mode,
    leader: leader?.person,
    onTakenOver: useCallback(() => setMode('free'), [setMode]),
  })

  const segments: readonly Segment<WallMode>[] = [
    ...(leader
      ? [{ value: 'follow', label: t('wall.follow', { name: leader.name }), icon: UserRound } as const]
      : []),
    { value: 'all', label: t('wall.all'), icon: Maximize },
    ...(focus !== null ? [{ value: 'frame', label: t('wall.frame'), icon: Frame } as const] : []),
  ]
  return (
    <section aria-label={t('action.view.wall')} data-idle={!awake || undefined} className={styles['wall']}>
      <div className={styles['corner']}>
        {invites && session && may(role, 'lead') ? (
          <WallInvitation session={session} />
        ) : (
          <bdi className={styles['name']}>{session?.name || name}</bdi>
        )}
      </div>
      <div className={styles['controls']}>
        <SegmentedControl
          label={t('wall.shows')}
          value={mode === 'free' ? null : mode}
          segments={segments}
          onChange={setMode}
        />
        {session && may(role, 'lead') && (
          <IconButton
            icon={QrIcon}
            size="large"
            label={t('wall.invite')}
            pressed={invites}
            onClick={() => setInvites(!invites)}
            tooltipSide="top"
          />
        )}
        <IconButton
          icon={X}
          size="large"
          label={t('wall.leave')}
          onClick={() => wall.set(false)}
          tooltipSide="top"
        />
      </div>
    </section>
  )
}

const isElsewhere = (reach: string): boolean => reach !== 'me' && reach !== 'gone'

/** Has the pointer moved just now? */
function useMoving(): boolean {
  const [moving, setMoving] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setMoving(false), LINGER_MS)
    const onMove = () => {
      setMoving(true)
      clearTimeout(timer)
      timer = setTimeout(() => setMoving(false), LINGER_MS)
    }
    window.addEventListener('pointermove', onMove)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', onMove)
    }
  }, [])
  return moving
}
