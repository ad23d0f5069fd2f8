import { Building2, UsersRound, Wifi } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SessionSettings } from '../../../shared/ipc/sessionSettings.ts'
import { MOST_PERSON_NAME } from '../../../shared/session/certificate.ts'
import type { Door } from '../../../shared/session/invitation.ts'
import type { Role } from '../../../shared/session/role.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ServerFields } from '../setup/ServerFields.tsx'
import { readDraft, draftOf, type SettingsDraft, type SettingsProblems } from '../setup/settingsDraft.ts'
import { SHOWN_ROLES } from '../shownRoles.ts'
import styles from '../Form.module.css'
import { WHERES, type Where } from './where.ts'

/** What a session is started with. */
export interface StartChoice {
  /** Of the session. */
  readonly name: string
  /** What this person is called. */
  readonly you: string
  /** The invitation that is shown first. */
  readonly role: Role
  /** How people come in by the invitation of each role. */
  readonly doors: Readonly<Record<Role, Door>>
  readonly where: Where
  readonly settings: SessionSettings
}

interface StartSessionDialogProps {
  /** Of the workshop: what the session is called at first. */
  readonly name: string
  /** What this person is called as far as it is known. */
  readonly you: string
  readonly settings: SessionSettings
  readonly starting: boolean
  /** Why it did not start. */
  readonly error: string | undefined
  readonly onStart: (choice: StartChoice) => void
  readonly onClose: () => void
}

/** A few questions that all have good answers already; Enter starts the session. */
export function StartSessionDialog(props: StartSessionDialogProps) {
  const { starting, error, onStart, onClose } = props
  const { t } = useT()
  const [name, setName] = useState(props.name)
  const [you, setYou] = useState(props.you)
  const [role, setRole] = useState<Role>('participant')
  const [doors, setDoors] = useState<Readonly<Record<Role, Door>>>(DOORS)
  const [where, setWhere] = useState<Where>('room')
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(props.settings))
  const [problems, setProblems] = useState<SettingsProblems>({})
  const [nameless, setNameless] = useState(false)
  const youField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)

  function start(): void {
    if (starting) return
    if (you.trim() === '') {
      setNameless(true)
      youField.current?.focus()
      return
    }
    const read = readDraft(draft, where === 'room' ? [] : [where])
    setProblems(read.problems)
    if (!read.settings) return
    onStart({
      name: name.trim() || props.name,
      you: you.trim(),
      role,
      doors,
      where,
      settings: read.settings,
    })
  }

  return (
    <Dialog
      open
      title={t('sessionStart.title')}
      description={t('sessionStart.text')}
      initialFocus={props.you === '' ? youField : nameField}
      onOpenChange={(next) => !next && onClose()}
      onSubmit={start}
      footer={
        <>
          {starting && <Spinner label={t('sessionStart.starting')} />}
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary" disabled={starting}>
            {t('sessionStart.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {error !== undefined && (
          <p role="alert" className={styles['error']}>
            {error}
          </p>
        )}
        <div className={styles['pair']}>
          <TextField
            ref={nameField}
            label={t('sessionStart.name')}
            value={name}
            placeholder={props.name}
            maxLength={120}
            onChange={setName}
          />
          <TextField
            ref={youField}
            label={t('sessionStart.you')}
            value={you}
            maxLength={MOST_PERSON_NAME}
            error={nameless ? t('sessionStart.nameless') : undefined}
            onChange={(next) => {
              setYou(next)
              setNameless(false)
            }}
          />
        </div>
        <fieldset className={styles['part']}>
          <legend>{t('sessionStart.joiners')}</legend>
          <SegmentedControl
            label={t('sessionStart.joiners')}
            value={role}
            segments={SHOWN_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
            onChange={setRole}
          />
          <p className={styles['quiet']}>{t(`roleText.${role}`)}</p>
          {where !== 'engine' && (
            <SegmentedControl
              label={t('sessionStart.door')}
              value={doors[role]}
              segments={[
                { value: 'open', label: t('sessionStart.open') },
                { value: 'knock', label: t('sessionStart.knock') },
              ]}
              onChange={(door) => setDoors({ ...doors, [role]: door })}
            />
          )}
        </fieldset>
        <fieldset className={styles['part']}>
          <legend>{t('sessionStart.where')}</legend>
          <RadioCards
            label={t('sessionStart.where')}
            value={where}
            cards={WHERES.map((value) => ({
              value,
              icon: WHERE_ICONS[value],
              label: t(`sessionWhere.${value}`),
              text: t(`sessionWhereText.${value}`),
            }))}
            onChange={setWhere}
          />
          {where === 'room' ? (
            <p className={styles['quiet']}>{t('invite.plain')}</p>
          ) : (
            <InSight key={where}>
              <ServerFields part={where} draft={draft} problems={problems} onChange={setDraft} />
            </InSight>
          )}
        </fieldset>
      </div>
    </Dialog>
  )
}

/** What has just come up below the edge of the dialog is moved into sight. */
function InSight({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  return <div ref={box}>{children}</div>
}

/** Whoever leads is let in by name; for the others having the invitation is enough, until somebody says otherwise. */
const DOORS: Readonly<Record<Role, Door>> = { participant: 'open', viewer: 'open', facilitator: 'knock' }

const WHERE_ICONS = { room: Wifi, server: Building2, engine: UsersRound } as const
