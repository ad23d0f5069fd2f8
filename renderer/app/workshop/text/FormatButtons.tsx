import type { ActionId } from '../../../../shared/actions/actionTable.ts'
import type { Editor } from '../../../editor/editor.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useAction } from '../../actions/useAction.ts'
import styles from '../SelectionBar.module.css'
import { LinkButton } from './LinkButton.tsx'
import { OpenLinkButton } from './OpenLinkButton.tsx'
import { useTextFormat } from './useTextFormat.ts'

interface FormatButtonsProps {
  readonly editor: Editor
  /** Is there something before them to be kept apart from? */
  readonly ruled: boolean
}

/** Bold, italic, links and lists: of what is selected while typing, else of all that is selected on the board. */
export function FormatButtons({ editor, ruled }: FormatButtonsProps) {
  const format = useTextFormat(editor)
  if (!format) return null
  const { look, list } = format
  return (
    <>
      {ruled && <span className={styles['rule']} />}
      <FormatButton id="text.bold" pressed={look.bold === true} />
      <FormatButton id="text.italic" pressed={look.italic === true} />
      <LinkButton editor={editor} link={look.link} />
      <OpenLinkButton editor={editor} link={look.link} />
      <FormatButton id="text.bullets" pressed={list === 'bullets'} />
      <FormatButton id="text.numbers" pressed={list === 'numbers'} />
    </>
  )
}

function FormatButton({ id, pressed }: { readonly id: ActionId; readonly pressed: boolean }) {
  const { icon, label, shortcut, run } = useAction(id)
  return (
    icon && (
      <IconButton
        icon={icon}
        label={label}
        shortcut={shortcut}
        pressed={pressed}
        tooltipSide="top"
        onClick={run}
      />
    )
  )
}
