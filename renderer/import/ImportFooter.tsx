import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useT } from '../i18n/useT.ts'
import { Button } from '../ui/Button.tsx'

export interface ImportFooterProps {
  /** Where the buttons go: the dialog's footer. */
  readonly footer: HTMLElement | null
  readonly confirm: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

interface Confirming extends ImportFooterProps {
  readonly label: string
  readonly disabled: boolean
  readonly onConfirm: () => void
}

/** The buttons of the import dialog, as what is being imported has them. */
export function ImportFooter({ footer, confirm, label, disabled, onConfirm, onClose }: Confirming) {
  const { t } = useT()
  if (!footer) return null
  return createPortal(
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button ref={confirm} variant="primary" disabled={disabled} onClick={onConfirm}>
        {label}
      </Button>
    </>,
    footer,
  )
}
