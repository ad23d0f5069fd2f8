import { SlidersHorizontal } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import type { Note } from '../../../shared/model/shape.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useStore } from '../../ui/useStore.ts'
import { NoteDetailsForm } from './NoteDetailsForm.tsx'

/** What else is known of the selected note of a journey; nothing unless exactly one is selected. */
export function NoteDetailsButton({ editor }: { readonly editor: Editor }) {
  const [id, ...more] = useStore(editor.selection)
  const { shapes } = editor.workshop
  const shape = useSyncExternalStore(shapes.subscribe, () => (id ? shapes.get(id) : undefined))
  if (shape?.kind !== 'note' || !shape.cell || more.length > 0 || editor.readOnly) return null
  return <Details key={shape.id} editor={editor} note={shape} />
}

function Details({ editor, note }: { readonly editor: Editor; readonly note: Note }) {
  const { t } = useT()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      title={t('details.title')}
      side="top"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={SlidersHorizontal} label={t('details.title')} tooltipSide="top" />}
    >
      {/* Where the bar keeps the focus on the board, this is to have it. */}
      <div role="presentation" onMouseDown={(event) => event.stopPropagation()}>
        {open && <NoteDetailsForm editor={editor} note={note} />}
      </div>
    </Popover>
  )
}
