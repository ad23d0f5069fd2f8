import type { Note } from '../../../shared/model/shape.ts'
import { laneName } from '../../../shared/scene/journeyNames.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { showNotes } from '../../editor/journey/showStep.ts'
import { useT } from '../../i18n/useT.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import styles from './step.module.css'
import type { StepFieldsProps } from './stepFields.ts'

/** The notes in the cells of the chosen step, lane by lane: one click away on the map. */
export function StepNotes({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const { journeys, shapes } = editor.workshop
  const [step] = steps
  if (!step || ids.length > 1) return null
  const notes = shapes.placement.notesOf(step.journey).filter(({ cell }) => cell?.step === step.id)
  const lanes = journeys.lanesOf(step.journey)
  const words = editor.words.get()
  return (
    <section className={styles['notes']} aria-label={t('stepPanel.notes')}>
      {notes.length === 0 && <p className={styles['quiet']}>{t('stepPanel.noNotes')}</p>}
      {lanes.map((lane) => {
        const own = notes.filter(({ cell }) => cell?.lane === lane.id)
        if (own.length === 0) return null
        return (
          <div key={lane.id}>
            <h4>{laneName(lane, words)}</h4>
            <ul>
              {own.map((note) => (
                <li key={note.id}>
                  <NoteRow
                    note={note}
                    empty={t('stepPanel.emptyNote')}
                    onShow={() => showNotes(editor, [note], coveredByPanel())}
                  />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

interface NoteRowProps {
  readonly note: Note
  readonly empty: string
  readonly onShow: () => void
}

function NoteRow({ note, empty, onShow }: NoteRowProps) {
  return (
    <button type="button" className={styles['note']} onClick={onShow}>
      <i style={{ background: PAPER[note.style.color] }} aria-hidden />
      <span dir="auto">{note.text.trim() || empty}</span>
    </button>
  )
}
