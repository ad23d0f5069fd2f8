import { KeyRound, Projector } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Role } from '../../../shared/session/role.ts'
import { useT } from '../../i18n/useT.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useStore } from '../../ui/useStore.ts'
import { useToasts } from '../../ui/Toast.tsx'
import type { Together } from '../createTogether.ts'
import { addressOf } from '../originOf.ts'
import { SHOWN_ROLES } from '../shownRoles.ts'
import { InvitationPoster } from './InvitationPoster.tsx'
import styles from './InviteDialog.module.css'
import { Knocking } from './Knocking.tsx'
import { isAlone, isPlain, linkBy, reachable } from './servers.ts'
import { SpokenInvitation } from './SpokenInvitation.tsx'
import { CopyButton } from './CopyButton.tsx'
import { QrCode } from './QrCode.tsx'
import { useWays, type Way } from './useWays.ts'

interface InviteDialogProps {
  readonly live: LiveSession
  /** The same, wherever it changes. */
  readonly current: Together['live']
  /** The team's server, which knows no words, and is the way for people elsewhere. */
  readonly standAlone?: string | undefined
  /** Which invitation is shown first. */
  readonly role?: Role | undefined
  readonly onClose: () => void
}

/** How to come into this session: a code to scan, a link to send, words to say. */
export function InviteDialog(props: InviteDialogProps) {
  const { live, current, standAlone, role: first = 'participant', onClose } = props
  const { t } = useT()
  const toasts = useToasts()
  const { ways, setDoor, rotate } = useWays(live)
  const [role, setRole] = useState(first)
  const [large, setLarge] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const locked = useStore(live.locked)
  const copy = useRef<HTMLButtonElement>(null)
  const way = ways.find(({ invitation }) => invitation.role === role) ?? ways[0]
  if (!way) return null
  const servers = reachable(way.invitation.servers)
  const server = servers.find((each) => each === chosen) ?? servers[0] ?? ''
  const link = linkBy(way.invitation, server)
  const words = isSpoken(way, server, standAlone) ? way.words : undefined

  if (large)
    return (
      <InvitationPoster
        name={live.name}
        link={link}
        server={server}
        words={words}
        current={current}
        onClose={() => setLarge(false)}
      />
    )
  return (
    <Dialog
      open
      size="large"
      title={t('invite.title')}
      description={t('invite.text', { name: live.name })}
      initialFocus={copy}
      onOpenChange={(next) => !next && onClose()}
      footer={
        <>
          <Button variant="ghost" icon={Projector} className={styles['first']} onClick={() => setLarge(true)}>
            {t('invite.large')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('invite.done')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['picture']}>
          <QrCode text={link} label={t('invite.qr')} />
          <p className={styles['quiet']}>{t('invite.scan')}</p>
          <Knocking live={current} />
        </div>
        <div className={styles['ways']}>
          <SegmentedControl
            label={t('invite.role')}
            value={role}
            segments={SHOWN_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
            onChange={setRole}
          />
          <p className={styles['quiet']}>{t(`roleText.${role}`)}</p>
          <div className={styles['link']}>
            <output className={styles['address']} dir="ltr" aria-label={t('invite.link')}>
              {link}
            </output>
            <CopyButton text={link} label={t('invite.copy')} ref={copy} />
          </div>
          {servers.length > 1 && (
            <div className={styles['row']}>
              <span>{t('invite.server')}</span>
              <Select
                label={t('invite.server')}
                value={server}
                options={servers.map((value) => ({ value, label: addressOf(value), lang: 'en' }))}
                onChange={setChosen}
              />
            </div>
          )}
          {words !== undefined && <SpokenInvitation server={server} words={words} />}
          <div className={styles['doors']}>
            {live.asks && (
              <Switch
                label={t('invite.knock')}
                checked={way.door === 'knock'}
                onChange={(ask) => setDoor(role, ask ? 'knock' : 'open')}
              />
            )}
            <Switch label={t('invite.lock')} checked={locked} onChange={(next) => live.lock(next)} />
            <div className={styles['row']}>
              <span>{t('invite.rotateText')}</span>
              <Button
                icon={KeyRound}
                onClick={() =>
                  void rotate().then(() => toasts.show({ tone: 'success', message: t('invite.rotated') }))
                }
              >
                {t('invite.rotate')}
              </Button>
            </div>
          </div>
        </div>
      </div>
      <Reachable server={server} />
    </Dialog>
  )
}

/** Only the server of the host's own computer knows whose words are said at it. */
const isSpoken = ({ words }: Way, server: string, standAlone: string | undefined): boolean =>
  words !== '' && server.startsWith('http://') && server !== standAlone

/** What may keep others from getting here, and what this kind of line cannot keep out. */
function Reachable({ server }: { readonly server: string }) {
  const { t } = useT()
  if (isAlone(server))
    return (
      <p className={styles['warning']} role="alert">
        {t('invite.noNetwork')}
      </p>
    )
  if (!isPlain(server)) return null
  return (
    <>
      <p className={styles['note']}>{t('invite.plain')}</p>
      <details className={styles['help']}>
        <summary>{t('invite.unreached')}</summary>
        <p>{t('invite.firewall', { address: addressOf(server) })}</p>
      </details>
    </>
  )
}
