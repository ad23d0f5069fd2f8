import { useRef, useState } from 'react'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useApp } from '../AppContext.ts'
import { errorSentence } from '../showFailure.ts'

interface RenameDialogProps {
  readonly open: boolean
  readonly name: string
  readonly onClose: () => void
}

/** Gives the workshop, that is its file, another name. */
export function RenameDialog({ open, onClose, name }: RenameDialogProps) {
  return open ? <OpenDialog key={name} name={name} onClose={onClose} /> : null
}

function OpenDialog({ name, onClose }: Omit<RenameDialogProps, 'open'>) {
  const { platform, toasts } = useApp()
  const { t } = useT()
  const [text, setText] = useState(name)
  const [error, setError] = useState<string>()
  const field = useRef<HTMLInputElement>(null)

  async function rename(): Promise<void> {
    const next = text.trim()
    if (next === '') return setError(t('rename.empty'))
    if (next === name) return onClose()
    const outcome = await platform.desktop.renameWorkshop({ name: next })
    if (outcome.result === 'failed') return setError(errorSentence(t, outcome.code, outcome.name))
    if (outcome.result === 'done') toasts.show({ message: t('save.renamed', { name: outcome.name }) })
    onClose()
  }

  return (
    <Dialog
      open
      size="small"
      title={t('rename.title')}
      initialFocus={field}
      onOpenChange={(next) => !next && onClose()}
      onSubmit={() => void rename()}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('rename.confirm')}
          </Button>
        </>
      }
    >
      <TextField
        ref={field}
        label={t('rename.name')}
        value={text}
        maxLength={120}
        error={error}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(next) => {
          setText(next)
          setError(undefined)
        }}
      />
    </Dialog>
  )
}
