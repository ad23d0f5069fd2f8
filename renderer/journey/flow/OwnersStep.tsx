import { Frown, Lightbulb } from 'lucide-react'
import { memo, useId, useState, type KeyboardEvent } from 'react'
import { day } from '../../../shared/journey/entities.ts'
import { isOwned } from '../../../shared/journey/flow/flowProgress.ts'
import { teamName } from '../../../shared/scene/journeyNames.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { showNotes } from '../../editor/journey/showStep.ts'
import { setNoteDetails } from '../../editor/journey/setNoteDetails.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useStore } from '../../ui/useStore.ts'
import { isComposing } from '../fields/isComposing.ts'
import { LineField } from '../fields/LineField.tsx'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'

/** Who has each pain point and idea, and by when. */
export function OwnersStep({ editor, flow, onDone }: FlowStepProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const names = useId()
  const [all, setAll] = useState(false)
  const [dayForAll, setDayForAll] = useState('')
  const notes = [...flow.pains, ...flow.ideas]
  // What has got its owner stays where it is until one comes back: nothing goes away under the cursor.
  const [missing] = useState(() => new Set(notes.filter((note) => !isOwned(note)).map(({ id }) => id)))
  const listed = all ? notes : notes.filter((note) => missing.has(note.id) || !isOwned(note))
  const undated = notes.filter(({ due, status }) => due === undefined && status !== 'dismissed')
  const teams = editor.workshop.journeys.all('teams').map((team) => teamName(team, words))
  const known = [...new Set([...notes.flatMap(({ owner }) => owner?.trim() || []), ...teams])].sort()

  if (notes.length === 0) return <p className={styles['nothing']}>{t('flow.owners.nothing')}</p>
  return (
    <div className={styles['stack']} onKeyDown={(event) => toNextField(event, onDone)}>
      <Switch label={t('flow.owners.all')} checked={all} onChange={setAll} />
      {undated.length > 1 && !editor.readOnly && (
        <div className={styles['dayLine']}>
          <DateField hideLabel label={t('flow.owners.dayForAll')} value={dayForAll} onChange={setDayForAll} />
          <Button
            disabled={!isDay(dayForAll)}
            onClick={() =>
              setNoteDetails(
                editor,
                undated.map(({ id }) => id),
                { due: dayForAll },
              )
            }
          >
            {t('flow.owners.setDay', { count: undated.length })}
          </Button>
        </div>
      )}
      {listed.length === 0 && <p className={styles['nothing']}>{t('flow.owners.complete')}</p>}
      <ul className={styles['plain']} aria-label={t('flowTitle.owners')}>
        {listed.map((note, index) => (
          <OwnerRow key={note.id} {...{ editor, note, names }} first={index === 0} />
        ))}
      </ul>
      <datalist id={names}>
        {known.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </div>
  )
}

interface OwnerRowProps {
  readonly editor: FlowStepProps['editor']
  readonly note: Note
  /** Id of the list of names there are. */
  readonly names: string
  readonly first: boolean
}

/** Drawn again only when its note has changed: while one types in a row, all others stay. */
const OwnerRow = memo(function OwnerRow({ editor, note, names, first }: OwnerRowProps) {
  const { t } = useT()
  const { id, text, owner = '', due, cell } = note
  return (
    <li className={styles['card']} data-missing={isOwned(note) ? undefined : ''}>
      <button
        type="button"
        className={styles['cardText']}
        onClick={() => showNotes(editor, [note], coveredByPanel())}
      >
        <Icon icon={cell?.role === 'pain' ? Frown : Lightbulb} />
        <span dir="auto">{text}</span>
      </button>
      <div className={styles['line']}>
        <LineField
          className={styles['owner']}
          label={t('flow.owners.ownerOf', { text })}
          placeholder={t('flow.owners.owner')}
          list={names}
          readOnly={editor.readOnly}
          data-first-stop={first ? '' : undefined}
          value={owner}
          onEdit={(next, step) =>
            setNoteDetails(editor, [id], { owner: next === '' ? undefined : next }, step)
          }
        />
        <DateField
          hideLabel
          label={t('flow.owners.dayOf', { text })}
          value={due ?? ''}
          onChange={(next) => {
            if (next === '' || isDay(next)) setNoteDetails(editor, [id], { due: next || undefined })
          }}
        />
      </div>
    </li>
  )
})

const isDay = (text: string): boolean => day.safeParse(text).success

/** Enter goes from field to field, and after the last one on. */
function toNextField(event: KeyboardEvent<HTMLElement>, onDone: () => void): void {
  const from = event.target
  if (event.key !== 'Enter' || isComposing(event) || !(from instanceof HTMLInputElement)) return
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('li input')]
  const next = fields[fields.indexOf(from) + 1]
  event.preventDefault()
  if (next) next.focus()
  else onDone()
}
