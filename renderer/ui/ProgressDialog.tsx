import { Dialog as Base } from '@base-ui/react/dialog'
import { useT } from '../i18n/useT.ts'
import { Button } from './Button.tsx'
import dialog from './Dialog.module.css'
import { joinClasses } from './joinClasses.ts'
import { ProgressBar } from './ProgressBar.tsx'
import styles from './ProgressDialog.module.css'

export interface ProgressDialogProps {
  readonly open: boolean
  readonly title: string
  /** What is going on right now. */
  readonly label: string
  /** 0 to 1; null when it is not known. */
  readonly value: number | null
  readonly onCancel: () => void
}

/** Long work that holds the window. Escape and the button cancel it. */
export function ProgressDialog({ open, title, label, value, onCancel }: ProgressDialogProps) {
  const { t } = useT()
  return (
    <Base.Root
      open={open}
      disablePointerDismissal
      onOpenChange={(next) => {
        if (!next) onCancel()
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={dialog['backdrop']} />
        <Base.Viewport className={dialog['viewport']}>
          <Base.Popup className={joinClasses(dialog['popup'], dialog['small'])}>
            <div className={styles['body']}>
              <Base.Title className={dialog['title']}>{title}</Base.Title>
              <ProgressBar label={label} value={value} />
              <Button className={styles['cancel']} onClick={onCancel}>
                {t('dialog.cancel')}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
