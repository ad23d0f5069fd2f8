import { SendHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { MOST_TEXT } from '../../../shared/model/shape.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { may } from '../../../shared/session/role.ts'
import { addNoteAtStep, addNoteNear, frameRoles, type FrameRole } from '../../editor/commands/addNoteNear.ts'
import { useT } from '../../i18n/useT.ts'
import { ColorChoice } from '../../journey/fields/ColorChoice.tsx'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { useStore } from '../../ui/useStore.ts'
import { currentFrame } from './currentFrame.ts'
import { MyNotes } from './MyNotes.tsx'
import styles from './phone.module.css'
import type { PhoneProps } from './PhoneView.tsx'
import { placeForNote } from './placeForNote.ts'
import { useWorkshop } from './useWorkshop.ts'

/** A note in one go: type, send. Below, what one has written so far. */
export function WriteTab({ editor, live, draft: text, onDraft: setText }: PhoneProps) {
  const { t } = useT()
  useWorkshop(editor.workshop)
  const role = useStore(live.role)
  const color = useStore(editor.noteColor)
  const focus = useStore(live.focus)
  const [kind, setKind] = useState<FrameRole | 'note'>('note')
  const field = useRef<HTMLTextAreaElement>(null)
  if (!may(role, 'add')) return <p className={styles['quiet']}>{t('phone.viewer')}</p>

  const frame = currentFrame(editor, focus)
  const roles = frame ? frameRoles(editor, frame.step.id) : []
  const wanted = kind !== 'note' && roles.includes(kind) ? kind : 'note'

  function send(): void {
    const made =
      wanted !== 'note' && frame
        ? addNoteAtStep(editor, frame.step.id, wanted, text)
        : addNoteNear(editor, { text, color, ...placeForNote(editor, live) })
    if (!made) return
    setText('')
    field.current?.focus()
  }
  return (
    <>
      <form
        className={styles['compose']}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {frame && roles.length > 0 && (
          <SegmentedControl
            label={t('phone.kind')}
            value={wanted}
            onChange={(next) => setKind(next)}
            segments={[
              { value: 'note', label: t('phoneNote.note') },
              ...roles.map((each) => ({ value: each, label: t(`phoneNote.${each}`) })),
            ]}
          />
        )}
        <textarea
          ref={field}
          className={styles['paper']}
          style={{ background: PAPER[color] }}
          // An empty field would point its hint to the left.
          dir={text === '' ? undefined : 'auto'}
          rows={4}
          value={text}
          maxLength={MOST_TEXT}
          aria-label={t('phone.write')}
          placeholder={
            wanted !== 'note' && frame ? t('phone.writeAt', { frame: frame.name }) : t('phone.writeHint')
          }
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            send()
          }}
        />
        <div className={styles['composeFoot']}>
          {wanted === 'note' ? (
            <ColorChoice
              label={t('phone.color')}
              value={color}
              onChange={(next) => editor.noteColor.set(next)}
            />
          ) : null}
          <Button
            variant="primary"
            size="large"
            icon={SendHorizontal}
            type="submit"
            className={styles['send']}
            disabled={text.trim() === ''}
          >
            {t('phone.send')}
          </Button>
        </div>
      </form>
      <MyNotes editor={editor} live={live} />
    </>
  )
}
