import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  HardDriveDownload,
  Lock,
  type LucideIcon,
} from 'lucide-react'
import { useEffect } from 'react'
import { useT } from '../../i18n/useT.ts'
import type { Saver, SaveState } from '../../sync/saveWorkshop.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { errorSentence } from '../showFailure.ts'
import { useStore } from '../useStore.ts'
import styles from './TopBar.module.css'

/** Says at all times where the user's newest edit is, in the window and in its title. */
export function SaveLamp({ saver, name }: { readonly saver: Saver; readonly name: string }) {
  const { t } = useT()
  const state = useStore(saver.state)
  const label = t(LABELS[state.kind])

  useEffect(() => {
    document.title = `${name} — ${label} — Throughline`
  }, [name, label])

  const lamp = (
    <span className={styles['lamp']} data-state={state.kind} role="status" aria-label={t('save.label')}>
      <Icon icon={ICONS[state.kind]} size={14} />
      <span>{label}</span>
    </span>
  )
  if (state.kind === 'savedHere') return <Tooltip label={t('save.journalHint')}>{lamp}</Tooltip>
  if (state.kind === 'notSaved') return <Tooltip label={errorSentence(t, state.code, name)}>{lamp}</Tooltip>
  return lamp
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
