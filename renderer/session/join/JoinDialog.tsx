import { FilePlus2, FileText } from 'lucide-react'
import { useRef, useState } from 'react'
import { MOST_PERSON_NAME } from '../../../shared/session/certificate.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from '../Form.module.css'
import { addressOf } from '../originOf.ts'
import type { JoinStep } from './joinStep.ts'
import { readInvitation, type GivenInvitation, type TypedInvitation } from './readInvitation.ts'

interface JoinDialogProps {
  readonly step: JoinStep
  /** What this person is called as far as it is known. */
  readonly you: string
  readonly onJoin: (given: GivenInvitation, you: string) => void
  /** With which copy of the workshop: one by its id, or `new`. */
  readonly onChoose: (copy: string) => void
  /** Stops whatever is going on, and closes. */
  readonly onCancel: () => void
}

/** From an invitation to the board: paste, Enter. */
export function JoinDialog(props: JoinDialogProps) {
  const { step, onCancel } = props
  // What was typed outlives a refusal.
  const [typed, setTyped] = useState('')
  const [you, setYou] = useState(props.you)
  if (step.kind === 'asking')
    return (
      <Asking
        typed={typed}
        you={you}
        error={step.error}
        onTyped={setTyped}
        onYou={setYou}
        onJoin={props.onJoin}
        onCancel={onCancel}
      />
    )
  if (step.kind === 'choosing') return <Choosing step={step} onChoose={props.onChoose} onCancel={onCancel} />
  return <Waiting step={step} onCancel={onCancel} />
}

interface AskingProps {
  readonly typed: string
  readonly you: string
  readonly error: string | undefined
  readonly onTyped: (typed: string) => void
  readonly onYou: (you: string) => void
  readonly onJoin: JoinDialogProps['onJoin']
  readonly onCancel: () => void
}

function Asking({ typed, you, error, onTyped, onYou, onJoin, onCancel }: AskingProps) {
  const { t } = useT()
  const [tried, setTried] = useState(false)
  const link = useRef<HTMLInputElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const given = readInvitation(typed)
  const problem =
    tried && given.kind === 'none' ? t(`joinProblem.${given.why}`, { word: wordOf(given) }) : undefined

  function join(): void {
    setTried(true)
    if (given.kind === 'none') return link.current?.focus()
    if (you.trim() === '') return name.current?.focus()
    onJoin(given, you.trim())
  }

  return (
    <Dialog
      open
      title={t('join.title')}
      description={t('join.text')}
      initialFocus={link}
      onOpenChange={(next) => !next && onCancel()}
      onSubmit={join}
      footer={
        <>
          <Button onClick={onCancel}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('join.confirm')}
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
        <TextField
          ref={link}
          label={t('join.invitation')}
          value={typed}
          dir="ltr"
          maxLength={4000}
          description={given.kind === 'none' ? t('join.hint') : t('join.found', { address: serverOf(given) })}
          error={problem}
          onChange={onTyped}
        />
        <TextField
          ref={name}
          label={t('sessionStart.you')}
          value={you}
          maxLength={MOST_PERSON_NAME}
          error={tried && you.trim() === '' ? t('sessionStart.nameless') : undefined}
          onChange={onYou}
        />
      </div>
    </Dialog>
  )
}

const wordOf = (given: TypedInvitation): string =>
  given.kind === 'none' && given.why === 'word' ? given.word : ''

const serverOf = (given: GivenInvitation): string =>
  addressOf(given.kind === 'words' ? given.server : (given.invitation.servers[0] ?? ''))

function Waiting({
  step,
  onCancel,
}: {
  readonly step: Extract<JoinStep, { kind: 'reaching' | 'waiting' }>
  readonly onCancel: () => void
}) {
  const { t } = useT()
  const label = t(step.kind === 'waiting' ? 'join.waiting' : 'join.reaching')
  return (
    <Dialog
      open
      size="small"
      title={t('join.title')}
      onOpenChange={(next) => !next && onCancel()}
      footer={<Button onClick={onCancel}>{t('dialog.cancel')}</Button>}
    >
      <div className={styles['middle']} aria-live="polite">
        <Spinner label={label} size={28} />
        <p>{label}</p>
        {step.kind === 'waiting' && <p className={styles['quiet']}>{t('join.waitingText')}</p>}
      </div>
    </Dialog>
  )
}

function Choosing({
  step,
  onChoose,
  onCancel,
}: {
  readonly step: Extract<JoinStep, { kind: 'choosing' }>
  readonly onChoose: JoinDialogProps['onChoose']
  readonly onCancel: () => void
}) {
  const { t } = useT()
  const [copy, setCopy] = useState(step.copies[0]?.id ?? 'new')
  const cards = [
    ...step.copies.map(({ id, name, folder }) => ({ value: id, icon: FileText, label: name, text: folder })),
    { value: 'new', icon: FilePlus2, label: t('join.newCopy'), text: t('join.newCopyText') },
  ]
  return (
    <Dialog
      open
      title={t('join.chooseTitle', { name: step.name })}
      description={step.otherHere ? t('join.otherHere') : t('join.chooseText')}
      onOpenChange={(next) => !next && onCancel()}
      onSubmit={() => onChoose(copy)}
      footer={
        <>
          <Button onClick={onCancel}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t(copy === 'new' ? 'join.keepHere' : 'join.useCopy')}
          </Button>
        </>
      }
    >
      <RadioCards label={t('join.copy')} value={copy} cards={cards} onChange={setCopy} />
    </Dialog>
  )
}
