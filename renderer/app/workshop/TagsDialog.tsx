import { Check, Minus } from 'lucide-react'
import { useRef, useState, useSyncExternalStore } from 'react'
import { MOST_TAG } from '../../../shared/model/shape.ts'
import { cleanTag, selectedNotes, setTag, tagsInUse } from '../../editor/commands/tagNotes.ts'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './TagsDialog.module.css'

interface TagsDialogProps {
  readonly open: boolean
  readonly editor: Editor
  readonly onClose: () => void
}

/** Gives the selected notes tags, and takes them away: the board's tags as switches, and a field for new ones. */
export function TagsDialog({ open, ...rest }: TagsDialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ editor, onClose }: Omit<TagsDialogProps, 'open'>) {
  const { t } = useT()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const tags = useTags(editor)
  const count = selectedNotes(editor).length

  function add(): void {
    const tag = cleanTag(text)
    if (tag === undefined) return onClose()
    setTag(editor, tag, true)
    setText('')
  }

  return (
    <Dialog
      open
      size="small"
      title={t('tags.title', { count })}
      initialFocus={field}
      onOpenChange={(next) => !next && onClose()}
      onSubmit={add}
      footer={<Button type="submit">{t(text.trim() === '' ? 'tags.done' : 'tags.add')}</Button>}
    >
      <div className={styles['body']}>
        {tags.length > 0 && (
          <div role="group" aria-label={t('tags.onBoard')} className={styles['tags']}>
            {tags.map((tag) => (
              <TagSwitch
                key={tag.tag}
                tag={tag}
                total={count}
                onChange={(on) => setTag(editor, tag.tag, on)}
              />
            ))}
          </div>
        )}
        <TextField ref={field} label={t('tags.new')} value={text} maxLength={MOST_TAG} onChange={setText} />
      </div>
    </Dialog>
  )
}

interface ShownTag {
  readonly tag: string
  /** Notes of the board that have it. */
  readonly count: number
  /** Selected notes that have it. */
  readonly selected: number
}

interface TagSwitchProps {
  readonly tag: ShownTag
  /** How many notes are selected. */
  readonly total: number
  readonly onChange: (on: boolean) => void
}

function TagSwitch({ tag: { tag, count, selected }, total, onChange }: TagSwitchProps) {
  const format = useFormat()
  const pressed = selected === total ? true : selected > 0 ? 'mixed' : false
  return (
    <button
      type="button"
      className={styles['tag']}
      aria-pressed={pressed}
      onClick={() => onChange(pressed !== true)}
    >
      {pressed !== false && <Icon icon={pressed === 'mixed' ? Minus : Check} size={12} />}
      <bdi>{tag}</bdi>
      <span className={styles['count']}>{format.number(count)}</span>
    </button>
  )
}

/** The board's tags; told only when they have changed. */
function useTags(editor: Editor): readonly ShownTag[] {
  const key = useSyncExternalStore(editor.workshop.shapes.subscribe, () => {
    const notes = selectedNotes(editor)
    const shown = tagsInUse(editor).map((tag): ShownTag => ({
      ...tag,
      selected: notes.filter(({ tags }) => tags?.includes(tag.tag)).length,
    }))
    return JSON.stringify(shown)
  })
  return JSON.parse(key) as readonly ShownTag[]
}
