import { Frown, Lightbulb, X, type LucideIcon } from 'lucide-react'
import { useRef, type Ref } from 'react'
import { splitMoments } from '../../../shared/journey/flow/flowMoments.ts'
import { notesAt } from '../../../shared/journey/flow/flowStory.ts'
import type { Note } from '../../../shared/model/shape.ts'
import type { Editor } from '../../editor/editor.ts'
import { noteAtStep, type NotedRole } from '../../editor/journey/noteAtStep.ts'
import { removeShapes } from '../../editor/commands/removeShapes.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { EntryField, type EntryHandle } from '../fields/EntryField.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'
import { frameBeside, FrameWalk } from './FrameWalk.tsx'

/** Most UTF-16 units of a note as it is entered. */
const MOST = 1000

/** What hurts at each frame, and what could be done: Enter notes it, Enter on nothing goes on. */
export function NotesStep({ editor, flow, frame, onFrame, onDone }: FlowStepProps) {
  const { t } = useT()
  const pains = useRef<EntryHandle>(null)
  const ideas = useRef<EntryHandle>(null)
  if (!frame) return <p className={styles['nothing']}>{t('flow.noFrames')}</p>
  const { step, journey } = frame
  const noted = new Set([...flow.pains, ...flow.ideas].map(({ cell }) => cell?.step))
  const add = (role: NotedRole) => (texts: readonly string[]) =>
    noteAtStep(editor, { journey: journey.id, step: step.id, role }, texts)

  function onward(): void {
    const next = frame && frameBeside(flow.frames, frame, 1)
    if (!next) return onDone()
    onFrame(next.step.id)
    pains.current?.focus()
  }
  return (
    <FrameWalk {...{ editor, flow, frame, onFrame }} isDone={(one) => noted.has(one.step.id)}>
      <Entry
        {...{ editor }}
        icon={Frown}
        ref={pains}
        label={t('flow.notes.pain')}
        placeholder={t('flow.notes.painHint')}
        notes={notesAt(flow.pains, step.id)}
        first
        onAdd={add('pain')}
        onEmpty={() => ideas.current?.focus()}
      />
      <Entry
        {...{ editor }}
        icon={Lightbulb}
        ref={ideas}
        label={t('flow.notes.idea')}
        placeholder={t('flow.notes.ideaHint')}
        notes={notesAt(flow.ideas, step.id)}
        onAdd={add('opportunity')}
        onEmpty={onward}
      />
      <p className={styles['hint']}>{t('flow.notes.hint')}</p>
    </FrameWalk>
  )
}

interface EntryProps {
  readonly editor: Editor
  readonly icon: LucideIcon
  readonly ref: Ref<EntryHandle>
  readonly label: string
  readonly placeholder: string
  readonly notes: readonly Note[]
  readonly first?: boolean
  readonly onAdd: (texts: readonly string[]) => void
  readonly onEmpty: () => void
}

function Entry({ editor, icon, ref, label, placeholder, notes, first, onAdd, onEmpty }: EntryProps) {
  const { t } = useT()
  return (
    <section className={styles['group']}>
      <h4 className={styles['groupTitle']}>
        <Icon icon={icon} /> {label}
      </h4>
      <ul className={styles['notes']} aria-label={label}>
        {notes.map(({ id, text, style }) => (
          <li key={id} className={styles['note']} data-color={style.color}>
            <span dir="auto" className={styles['noteText']}>
              {text}
            </span>
            {!editor.readOnly && (
              <IconButton
                icon={X}
                size="small"
                label={t('list.remove', { what: text })}
                onClick={() => removeShapes(editor, new Set([id]))}
              />
            )}
          </li>
        ))}
      </ul>
      {!editor.readOnly && (
        <EntryField
          {...{ ref, label, placeholder, first, onEmpty }}
          most={MOST}
          onAdd={(text) => onAdd([text])}
          onAddMany={(text) => onAdd(splitMoments(text))}
        />
      )}
    </section>
  )
}
