import { useCallback, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { setLink } from '../../../editor/commands/formatText.ts'
import type { Editor } from '../../../editor/editor.ts'
import { toLink } from '../../../editor/textEdits.ts'
import { useT } from '../../../i18n/useT.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useAction } from '../../actions/useAction.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { theCanvas } from '../theCanvas.ts'
import styles from './LinkButton.module.css'

interface LinkButtonProps {
  readonly editor: Editor
  /** The address that all of the text meant links to. */
  readonly link: string | undefined
}

/** Asks for the address of a link. Ctrl+K opens it from the field. */
export function LinkButton({ editor, link }: LinkButtonProps) {
  const { actions } = useApp()
  const { icon, label } = useAction('text.link')
  const field = useStore(editor.field)
  const asked = useSyncExternalStore(
    useCallback((listener) => field?.state.subscribe(listener) ?? (() => undefined), [field]),
    () => field?.state.get().linking ?? false,
  )
  const [opened, setOpened] = useState(false)
  const open = opened || asked
  const setOpen = useCallback(
    (next: boolean) => {
      setOpened(next)
      if (!next) editor.field.get()?.setLinking(false)
    },
    [editor],
  )
  useLayoutEffect(() => actions.register([{ id: 'text.link', run: () => setOpened(true) }]), [actions])

  function apply(next: string | null): void {
    setOpen(false)
    const now = editor.field.get()
    if (now) now.setLink(next)
    else setLink(editor, editor.selection.get(), next)
  }

  if (!icon) return null
  return (
    <Popover
      title={label}
      side="top"
      open={open}
      onOpenChange={setOpen}
      returnFocus={textOrBoard}
      trigger={<IconButton icon={icon} label={label} pressed={link !== undefined} tooltipSide="top" />}
    >
      <LinkForm link={link} apply={apply} />
    </Popover>
  )
}

/** Where typing goes on. */
const textOrBoard = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-note-text]') ?? theCanvas()

interface LinkFormProps {
  readonly link: string | undefined
  readonly apply: (link: string | null) => void
}

function LinkForm({ link, apply }: LinkFormProps) {
  const { t } = useT()
  const [typed, setTyped] = useState(link ?? '')
  const [wrong, setWrong] = useState(false)

  function submit(): void {
    const next = toLink(typed)
    if (next !== undefined) apply(next)
    else if (typed.trim() === '') apply(null)
    else setWrong(true)
  }

  return (
    <form
      className={styles['panel']}
      // The text that the link is for stays open meanwhile.
      data-about-text
      onMouseDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={t('link.address')}
        description={t('link.hint')}
        value={typed}
        error={wrong ? t('link.invalid') : undefined}
        dir="ltr"
        onChange={(next) => {
          setTyped(next)
          setWrong(false)
        }}
      />
      <div className={styles['buttons']}>
        {link !== undefined && <Button onClick={() => apply(null)}>{t('link.remove')}</Button>}
        <Button type="submit" variant="primary">
          {t('link.set')}
        </Button>
      </div>
    </form>
  )
}
