import { Plus } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import type { Role } from '../../../shared/journey/entities.ts'
import type { Frame } from '../../../shared/journey/register.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { addCellNote } from '../../editor/journey/addCellNote.ts'
import type { Editor } from '../../editor/editor.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { oneLine } from './columnKit.tsx'
import styles from './Register.module.css'
import type { RegisterContext } from './useRegisterContext.ts'

interface NewNoteButtonProps {
  readonly context: RegisterContext
  readonly of: Role
  readonly label: string
  readonly trigger: ReactElement
  /** The step at which it is most likely meant to be. */
  readonly at: Frame | undefined
  readonly onMade: (id: ShapeId, frame: Frame) => void
}

/** Asks what a new note says and at which step, and puts it there. */
export function NewNoteButton({ context, of, label, trigger, at, onMade }: NewNoteButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover title={label} showTitle trigger={trigger} align="end" open={open} onOpenChange={setOpen}>
      {open && (
        <Form
          {...{ context, of, label }}
          at={at}
          onMade={(id, frame) => {
            setOpen(false)
            onMade(id, frame)
          }}
        />
      )}
    </Popover>
  )
}

function Form({ context, of, label, at, onMade }: Omit<NewNoteButtonProps, 'trigger'>) {
  const { editor, frames, nameOf, t } = context
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string>(at?.step.id ?? frames[0]?.step.id ?? '')
  const frame = frames.find(({ step }) => step.id === chosen)

  function make(): void {
    if (!frame || text.trim() === '') return
    onMade(addNote(editor, of, frame, text.trim()), frame)
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <TextArea
        label={label}
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          make()
        }}
      />
      <Select
        label={t('column.step')}
        value={chosen}
        options={frames.map((one) => ({ value: one.step.id as string, label: oneLine(nameOf(one)) }))}
        onChange={setChosen}
      />
      <Button type="submit" variant="primary" icon={Plus} disabled={!frame || text.trim() === ''}>
        {t('register.add')}
      </Button>
    </form>
  )
}

function addNote(editor: Editor, role: Role, frame: Frame, text: string): ShapeId {
  let made = '' as ShapeId
  editor.workshop.change((change) => {
    made = addCellNote(editor, change, { journey: frame.journey.id, role, step: frame.step.id, text })
  })
  return made
}

/** The step that is chosen on the board, or the one of the current row. */
export function likelyFrame(
  { editor, frames }: Pick<RegisterContext, 'editor' | 'frames'>,
  current: string | undefined,
): Frame | undefined {
  const chosen = editor.chosen.get()
  const wanted = chosen?.kind === 'steps' ? chosen.ids[0] : current
  return frames.find(({ step }) => step.id === wanted)
}
