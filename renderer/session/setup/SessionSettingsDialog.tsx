import { useState } from 'react'
import type { SessionSettings } from '../../../shared/ipc/sessionSettings.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from '../Form.module.css'
import { ServerFields } from './ServerFields.tsx'
import { draftOf, readDraft, type SettingsProblems } from './settingsDraft.ts'

interface SessionSettingsDialogProps {
  readonly settings: SessionSettings
  readonly onSave: (settings: SessionSettings) => void
  readonly onClose: () => void
}

/** What sessions may use besides this computer and its network: nothing, unless it is filled in here. */
export function SessionSettingsDialog({ settings, onSave, onClose }: SessionSettingsDialogProps) {
  const { t } = useT()
  const [draft, setDraft] = useState(() => draftOf(settings))
  const [problems, setProblems] = useState<SettingsProblems>({})

  function save(): void {
    const read = readDraft(draft)
    setProblems(read.problems)
    if (!read.settings) return
    onSave(read.settings)
    onClose()
  }

  return (
    <Dialog
      open
      title={t('sessionSettings.title')}
      description={t('sessionSettings.text')}
      onOpenChange={(next) => !next && onClose()}
      onSubmit={save}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('sessionSettings.save')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <fieldset className={styles['part']}>
          <legend>{t('sessionWhere.server')}</legend>
          <ServerFields part="server" draft={draft} problems={problems} onChange={setDraft} />
        </fieldset>
        <fieldset className={styles['part']}>
          <legend>{t('sessionWhere.engine')}</legend>
          <ServerFields part="engine" draft={draft} problems={problems} onChange={setDraft} />
        </fieldset>
      </div>
    </Dialog>
  )
}
