import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CloudUpload,
  HardDriveDownload,
  Lock,
  type LucideIcon,
} from 'lucide-react'
import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useT } from '../../i18n/useT.ts'
import type { Together } from '../../session/createTogether.ts'
import { SafetyPopover } from '../../session/lamp/SafetyPopover.tsx'
import { safetyFacts, type SafetyFacts } from '../../session/lamp/safetyFacts.ts'
import { useMembers } from '../../session/people/useMembers.ts'
import { useLive } from '../../session/useLive.ts'
import type { Safety } from '../../sync/liveSession.ts'
import type { Saver, SaveState } from '../../sync/saveWorkshop.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { errorSentence } from '../showFailure.ts'
import { useStore } from '../useStore.ts'
import styles from './TopBar.module.css'

interface SaveLampProps {
  readonly saver: Saver
  readonly name: string
  readonly together: Together | undefined
}

/** Says at all times where the user's newest edit is, in the window and in its title. */
export function SaveLamp({ saver, name, together }: SaveLampProps) {
  return together ? (
    <SharedLamp saver={saver} name={name} together={together} />
  ) : (
    <OwnLamp saver={saver} name={name} />
  )
}

/** While others are here, it is also on their computers, or only there. */
function SharedLamp({
  saver,
  name,
  together: { live },
}: Omit<SaveLampProps, 'together'> & { together: Together }) {
  const { t } = useT()
  const isLive = useStore(live) !== null
  const members = useMembers(live)
  const safety = useLive(live, (session) => session.safety, NOTHING_SHARED)
  const state = useStore(saver.state)
  if (!isLive) return <OwnLamp saver={saver} name={name} />
  const facts = safetyFacts(members, safety)
  const kind = facts.keepsCopy ? state.kind : facts.unsafe ? 'notShared' : 'saved'
  const label = facts.keepsCopy && state.kind !== 'saved' ? t(LABELS[state.kind]) : sharedLabel(t, facts)
  return (
    <>
      <WindowTitle name={name} label={label} />
      <SafetyPopover
        facts={facts}
        lastSaved={safety.lastSaved}
        trigger={
          <button type="button" className={styles['lamp']} data-state={kind}>
            <Icon icon={kind === 'notShared' ? CloudUpload : ICONS[kind]} size={14} />
            <span role="status">{label}</span>
          </button>
        }
      />
    </>
  )
}

const NOTHING_SHARED: Safety = { copies: [], lastSaved: undefined, safe: true }

const sharedLabel = (t: TFunction, { unsafe, complete }: SafetyFacts): string =>
  unsafe ? t('save.notShared') : t('save.copies', { count: complete })

function OwnLamp({ saver, name }: Omit<SaveLampProps, 'together'>) {
  const { t } = useT()
  const state = useStore(saver.state)
  const label = t(LABELS[state.kind])
  const lamp = (
    <span className={styles['lamp']} data-state={state.kind} role="status" aria-label={t('save.label')}>
      <WindowTitle name={name} label={label} />
      <Icon icon={ICONS[state.kind]} size={14} />
      <span>{label}</span>
    </span>
  )
  if (state.kind === 'savedHere') return <Tooltip label={t('save.journalHint')}>{lamp}</Tooltip>
  if (state.kind === 'notSaved') return <Tooltip label={errorSentence(t, state.code, name)}>{lamp}</Tooltip>
  return lamp
}

function WindowTitle({ name, label }: { readonly name: string; readonly label: string }) {
  useEffect(() => {
    document.title = `${name} — ${label} — Throughline`
  }, [name, label])
  return null
}

const LABELS = {
  saved: 'save.saved',
  saving: 'save.saving',
  savedHere: 'save.journal',
  notSaved: 'save.notSaved',
  readOnly: 'save.readOnly',
} as const satisfies Record<SaveState['kind'], string>

const ICONS: Readonly<Record<SaveState['kind'], LucideIcon>> = {
  saved: CircleCheck,
  saving: CircleDashed,
  savedHere: HardDriveDownload,
  notSaved: CircleAlert,
  readOnly: Lock,
}
