import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { removeShapes } from '../../editor/commands/removeShapes.ts'
import { setText } from '../../editor/commands/setText.ts'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { showUndo } from '../../journey/panel/showUndo.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useToasts } from '../../ui/Toast.tsx'
import styles from './phone.module.css'
import { useWorkshop } from './useWorkshop.ts'

interface MyNotesProps {
  readonly editor: Editor
  readonly live: LiveSession
}

/** What this person has written, the newest first; each can be changed and taken back. */
export function MyNotes({ editor, live }: MyNotesProps) {
  const { t } = useT()
  const toasts = useToasts()
  useWorkshop(editor.workshop)
  const [open, setOpen] = useState<ShapeId | null>(null)
  const { shapes, boards, history } = editor.workshop
  const mine = boards
    .all()
    .flatMap(({ id }) => shapes.all(id))
    .filter((shape): shape is Note => shape.kind === 'note' && shape.by === live.me)
    .toReversed()
  if (mine.length === 0) return <p className={styles['quiet']}>{t('phone.noNotes')}</p>

  function remove({ id, text }: Note): void {
    removeShapes(editor, [id])
    showUndo(toasts, t, history, t('phone.removed', { text: text.slice(0, 40) }))
  }
  return (
    <section aria-label={t('phone.mine', { count: mine.length })} className={styles['mine']}>
      <h2>{t('phone.mine', { count: mine.length })}</h2>
      <ul>
        {mine.map((note) => (
          <li key={note.id} className={styles['card']} style={{ background: PAPER[note.style.color] }}>
            {open === note.id ? (
              <textarea
                dir="auto"
                rows={4}
                value={note.text}
                aria-label={t('phone.change', { text: note.text })}
                ref={(element) => element?.focus()}
                onChange={(event) => setText(editor, note.id, event.target.value)}
                onBlur={() => setOpen(null)}
              />
            ) : (
              <>
                <p dir="auto">{note.text}</p>
                <IconButton
                  icon={Pencil}
                  size="small"
                  label={t('phone.change', { text: note.text })}
                  onClick={() => setOpen(note.id)}
                />
                <IconButton
                  icon={Trash2}
                  size="small"
                  label={t('phone.remove', { text: note.text })}
                  onClick={() => remove(note)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
