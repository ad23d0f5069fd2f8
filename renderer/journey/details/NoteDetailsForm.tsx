import { useId, useState, type ReactNode } from 'react'
import { EVIDENCE, MOST_NAME, PAIN_STATUS, type Role } from '../../../shared/journey/entities.ts'
import { channelId, stepId, touchpointId } from '../../../shared/journey/ids.ts'
import { rowsOf, statusOf } from '../../../shared/journey/register.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { channelName, touchpointName } from '../../../shared/scene/journeyNames.ts'
import { setNoteDetails, type DetailsPatch } from '../../editor/journey/setNoteDetails.ts'
import type { Editor } from '../../editor/editor.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { oneLine, SCORES, SEVERITIES } from '../register/columnKit.tsx'
import { useJourneyNotes } from '../register/useJourneyNotes.ts'
import { useRegisterContext, type RegisterContext } from '../register/useRegisterContext.ts'
import styles from './NoteDetails.module.css'

type Field =
  | 'status'
  | 'severity'
  | 'impact'
  | 'effort'
  | 'serves'
  | 'owner'
  | 'due'
  | 'touchpoint'
  | 'channel'
  | 'evidence'

/** What is asked of a note, by what it is. */
const FIELDS: Readonly<Record<Role, readonly Field[]>> = {
  action: ['touchpoint', 'channel', 'evidence'],
  touchpoint: ['touchpoint', 'channel', 'evidence'],
  thought: ['channel', 'evidence'],
  pain: ['status', 'severity', 'owner', 'due', 'touchpoint', 'channel', 'evidence'],
  opportunity: ['status', 'impact', 'effort', 'serves', 'owner', 'due', 'evidence'],
  metric: ['touchpoint', 'channel', 'evidence'],
  custom: ['owner', 'due', 'evidence'],
}

interface FormProps {
  readonly editor: Editor
  readonly note: Note
}

/** The fields that fit the note's role. Each is written as soon as it is chosen, and is one undo step. */
export function NoteDetailsForm({ editor, note }: FormProps) {
  const rows = useJourneyNotes(editor, (source) => rowsOf(source, note.cell?.role ?? 'custom'))
  const context = useRegisterContext(editor, rows)
  const set = (patch: DetailsPatch) => setNoteDetails(editor, [note.id], patch)
  return (
    <div className={styles['form']}>
      {FIELDS[note.cell?.role ?? 'custom'].map((field) => (
        <DetailField key={field} {...{ field, note, context, set }} />
      ))}
    </div>
  )
}

interface FieldProps {
  readonly field: Field
  readonly note: Note
  readonly context: RegisterContext
  readonly set: (patch: DetailsPatch) => void
}

function DetailField({ field, note, context, set }: FieldProps) {
  const { t } = context
  const label = t(`column.${field}`)
  switch (field) {
    case 'impact':
    case 'effort':
      return (
        <Line label={label}>
          <Levels
            label={label}
            value={note[field]}
            levels={SCORES}
            context={context}
            onChange={(score) => set({ [field]: score })}
          />
        </Line>
      )
    case 'owner':
      return (
        <Line label={label}>
          <Owner key={note.owner ?? ''} label={label} note={note} context={context} set={set} />
        </Line>
      )
    case 'due':
      return (
        <Line label={label}>
          <DateField
            label={label}
            hideLabel
            value={note.due ?? ''}
            onChange={(due) => set({ due: due || undefined })}
          />
        </Line>
      )
    case 'status':
    case 'severity':
    case 'serves':
    case 'evidence':
    case 'touchpoint':
    case 'channel':
      return (
        <Line label={label}>
          <Select
            label={label}
            className={styles['select']}
            value={valueOf(field, note)}
            options={optionsOf(field, context)}
            onChange={(value) => set(patchOf(field, value))}
          />
        </Line>
      )
  }
}

type ChosenField = 'status' | 'severity' | 'serves' | 'evidence' | 'touchpoint' | 'channel'

const valueOf = (field: ChosenField, note: Note): string =>
  field === 'status' ? statusOf(note) : String(note[field] ?? '')

function optionsOf(field: ChosenField, context: RegisterContext): readonly SelectOption<string>[] {
  const { t, frames, nameOf, words, editor } = context
  const { journeys } = editor.workshop
  const none = { value: '', label: t('register.notSaid') }
  switch (field) {
    case 'status':
      return PAIN_STATUS.map((value) => ({ value, label: t(`painStatus.${value}`) }))
    case 'severity':
      return [
        none,
        ...SEVERITIES.toReversed().map((level) => ({ value: String(level), label: t(`severity.${level}`) })),
      ]
    case 'evidence':
      return [none, ...EVIDENCE.map((value) => ({ value, label: t(`evidence.${value}`) }))]
    case 'serves':
      return [
        { value: '', label: t('register.servesNone') },
        ...frames.map((frame) => ({ value: frame.step.id, label: oneLine(nameOf(frame)) })),
      ]
    case 'touchpoint':
      return [
        none,
        ...journeys.all('touchpoints').map((one) => ({ value: one.id, label: touchpointName(one, words) })),
      ]
    case 'channel':
      return [
        none,
        ...journeys.all('channels').map((one) => ({ value: one.id, label: channelName(one, words) })),
      ]
  }
}

function patchOf(field: ChosenField, value: string): DetailsPatch {
  switch (field) {
    case 'status':
      return { status: PAIN_STATUS.find((one) => one === value) }
    case 'severity':
      return { severity: SEVERITIES.find((one) => String(one) === value) }
    case 'evidence':
      return { evidence: EVIDENCE.find((one) => one === value) }
    case 'serves':
      return { serves: value === '' ? undefined : stepId.parse(value) }
    case 'touchpoint':
      return { touchpoint: value === '' ? undefined : touchpointId.parse(value) }
    case 'channel':
      return { channel: value === '' ? undefined : channelId.parse(value) }
  }
}

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={styles['line']}>
    <span className={styles['label']} aria-hidden>
      {label}
    </span>
    {children}
  </div>
)

interface LevelsProps {
  readonly label: string
  readonly value: number | undefined
  readonly levels: readonly number[]
  readonly context: RegisterContext
  readonly onChange: (level: number | undefined) => void
}

/** A few levels in a row, and none. */
function Levels({ label, value, levels, context, onChange }: LevelsProps) {
  const { t, format } = context
  return (
    <SegmentedControl
      label={label}
      className={styles['levels']}
      value={String(value ?? '')}
      onChange={(next) => onChange(next === '-' ? undefined : Number(next))}
      segments={[
        ...levels.map((level) => ({ value: String(level), label: format.number(level) })),
        ...(value === undefined ? [] : [{ value: '-', label: t('details.none') }]),
      ]}
    />
  )
}

interface OwnerProps extends Omit<FieldProps, 'field'> {
  readonly label: string
}

/** Somebody's name; those who own something already are suggested. Written when it is left, or with Enter. */
function Owner({ label, note, context, set }: OwnerProps) {
  const list = useId()
  const [typed, setTyped] = useState(note.owner ?? '')
  const commit = (): void => set({ owner: typed.trim() || undefined })
  return (
    <>
      <input
        className={styles['owner']}
        aria-label={label}
        dir="auto"
        autoComplete="off"
        list={list}
        maxLength={MOST_NAME}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
        }}
      />
      <datalist id={list}>
        {context.owners.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </>
  )
}
