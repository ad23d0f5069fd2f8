import type { Editor } from '../../../editor/editor.ts'
import { ActionButton } from '../ActionButton.tsx'
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
      <ActionButton id="text.bold" pressed={look.bold === true} tooltipSide="top" />
      <ActionButton id="text.italic" pressed={look.italic === true} tooltipSide="top" />
      <LinkButton editor={editor} link={look.link} />
      <OpenLinkButton editor={editor} link={look.link} />
      <ActionButton id="text.bullets" pressed={list === 'bullets'} tooltipSide="top" />
      <ActionButton id="text.numbers" pressed={list === 'numbers'} tooltipSide="top" />
    </>
  )
}
