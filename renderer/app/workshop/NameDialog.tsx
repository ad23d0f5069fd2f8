import { useRef, useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApp } from '../AppContext.ts'

interface NameDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What this user calls themselves: kept on this computer, and said on the notes they write from now on. */
export function NameDialog({ open, onClose }: NameDialogProps) {
  return open ? <OpenDialog onClose={onClose} /> : null
}

function OpenDialog({ onClose }: Omit<NameDialogProps, 'open'>) {
  const { settings } = useApp()
  const { t } = useT()
  const [name, setName] = useState(settings.get().name ?? '')
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open
      size="small"
      title={t('name.title')}
      description={t('name.text')}
      initialFocus={field}
      onOpenChange={(next) => !next && onClose()}
      onSubmit={() => {
        settings.set({ ...settings.get(), name: name.trim() })
        onClose()
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('name.confirm')}
          </Button>
        </>
      }
    >
      <TextField ref={field} label={t('name.label')} value={name} maxLength={100} onChange={setName} />
    </Dialog>
  )
}
