import { useState } from 'react'
import { PAPER } from '../../../shared/scene/palette.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useStore } from '../useStore.ts'
import styles from './SelectionBar.module.css'
import { Swatches } from './Swatches.tsx'

/** Colour of the next note. */
export function ColorButton({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const [open, setOpen] = useState(false)
  const color = useStore(editor.noteColor)
  return (
    <Popover
      title={t('workshop.colors')}
      side="top"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className={styles['current']}
          aria-label={t('workshop.colors')}
          disabled={editor.readOnly}
        >
          <span style={{ background: PAPER[color] }} />
        </button>
      }
    >
      <Swatches
        value={color}
        onChange={(next) => {
          editor.noteColor.set(next)
          setOpen(false)
        }}
      />
    </Popover>
  )
}
