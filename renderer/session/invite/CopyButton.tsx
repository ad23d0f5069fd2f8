import { Check, Copy } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { useToasts } from '../../ui/Toast.tsx'

/** How long a button says that it did what it does, ms. */
const DONE_MS = 2000

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  readonly ref?: RefObject<HTMLButtonElement | null>
}

/** Puts a text on the clipboard, and says so for a moment. */
export function CopyButton({ text, label, ref }: CopyButtonProps) {
  const { t } = useT()
  const toasts = useToasts()
  const [copied, setCopied] = useState<string>()
  const done = copied === text

  useEffect(() => {
    if (copied === undefined) return undefined
    const timer = setTimeout(() => setCopied(undefined), DONE_MS)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy(): Promise<void> {
    try {
      await copyText(text)
      setCopied(text)
    } catch (error) {
      console.warn('not copied:', error)
      toasts.show({ tone: 'danger', message: t('invite.notCopied') })
    }
  }

  return (
    <Button ref={ref} icon={done ? Check : Copy} onClick={() => void copy()}>
      {done ? t('invite.copied') : label}
    </Button>
  )
}

/** Pages that came over http have no `navigator.clipboard`: there a copy event of our own takes the text along. */
async function copyText(text: string): Promise<void> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  if (clipboard) return clipboard.writeText(text)
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { capture: true, once: true })
  const possible = document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  if (!possible) throw new Error('this browser does not let pages copy')
  return undefined
}
