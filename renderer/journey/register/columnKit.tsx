import { EVIDENCE, MOST_NAME, MOST_WORDS, PAIN_STATUS } from '../../../shared/journey/entities.ts'
import { stepId } from '../../../shared/journey/ids.ts'
import { MOST_SCORE } from '../../../shared/journey/priorityMatrix.ts'
import { isAssumption, statusOf, type RegisterRow } from '../../../shared/journey/register.ts'
import { MOST_TEXT } from '../../../shared/model/shape.ts'
import { journeyName, stepName } from '../../../shared/scene/journeyNames.ts'
import { setText } from '../../editor/commands/setText.ts'
import { setNoteDetails, type DetailsPatch } from '../../editor/journey/setNoteDetails.ts'
import { setNoteStep } from '../../editor/journey/setNoteStep.ts'
import type { Choice, Column } from './columns.ts'
import { LevelMark, OwnerMark, StatusMark } from './marks.tsx'
import styles from './RegisterGrid.module.css'
import { today } from './today.ts'
import type { RegisterContext } from './useRegisterContext.ts'

/** Levels of severity, the least first. */
export const SEVERITIES = [1, 2, 3, 4] as const
export const SCORES = Array.from({ length: MOST_SCORE }, (_, index) => index + 1)

const Words = ({ children, muted }: { readonly children: string; readonly muted?: boolean }) => (
  <span dir="auto" className={styles['text']} data-muted={muted ? '' : undefined}>
    {children}
  </span>
)

const set = ({ editor }: RegisterContext, { id }: RegisterRow, patch: DetailsPatch): void =>
  setNoteDetails(editor, [id], patch)

/** What the note itself says. */
export function textColumn(context: RegisterContext, label: string): Column {
  const { editor, t } = context
  return {
    id: 'text',
    label,
    width: 'minmax(190px, 2.2fr)',
    least: 190,
    show: ({ note }) =>
      note.text ? <Words>{oneLine(note.text)}</Words> : <Words muted>{t('register.empty')}</Words>,
    read: ({ note }) => oneLine(note.text) || t('register.empty'),
    edit: {
      kind: 'text',
      most: MOST_TEXT,
      clears: false,
      value: ({ note }) => note.text,
      commit: ({ id }, text) => setText(editor, id, text),
    },
  }
}

export function statusColumn(context: RegisterContext): Column {
  const { t } = context
  return {
    id: 'status',
    label: t('column.status'),
    width: '116px',
    least: 116,
    show: ({ note }) => (
      <span className={styles['pair']}>
        <StatusMark status={statusOf(note)} />
        <Words>{t(`painStatus.${statusOf(note)}`)}</Words>
      </span>
    ),
    read: ({ note }) => t(`painStatus.${statusOf(note)}`),
    edit: {
      kind: 'choice',
      choices: () => statusChoices(context),
      value: ({ note }) => statusOf(note),
      commit: (row, value) => set(context, row, { status: PAIN_STATUS.find((one) => one === value) }),
    },
  }
}

export const statusChoices = ({ t }: Pick<RegisterContext, 't'>): readonly Choice[] =>
  PAIN_STATUS.map((status) => ({
    value: status,
    label: t(`painStatus.${status}`),
    mark: <StatusMark status={status} />,
  }))

export function severityColumn(context: RegisterContext): Column {
  const { t } = context
  const nameOf = (level: number | undefined): string => {
    const known = SEVERITIES.find((one) => one === level)
    return known ? t(`severity.${known}`) : ''
  }
  return {
    id: 'severity',
    label: t('column.severity'),
    width: '104px',
    least: 104,
    show: ({ note }) => (
      <span className={styles['pair']}>
        <LevelMark level={note.severity} of={4} tone="severity" />
        <Words muted>{nameOf(note.severity)}</Words>
      </span>
    ),
    read: ({ note }) => nameOf(note.severity),
    edit: {
      kind: 'choice',
      digits: true,
      choices: () => severityChoices(context),
      value: ({ note }) => String(note.severity ?? ''),
      commit: (row, value) => set(context, row, { severity: value === '' ? undefined : Number(value) }),
    },
  }
}

export const severityChoices = ({ t }: Pick<RegisterContext, 't'>): readonly Choice[] => [
  ...SEVERITIES.toReversed().map((level) => ({
    value: String(level),
    label: t(`severity.${level}`),
    mark: <LevelMark level={level} of={4} tone="severity" />,
  })),
  { value: '', label: t('register.notSaid'), mark: <LevelMark level={undefined} of={4} /> },
]

export function ownerColumn(context: RegisterContext): Column {
  const { t, owners } = context
  return {
    id: 'owner',
    label: t('column.owner'),
    width: '124px',
    least: 124,
    show: ({ note }) => (
      <span className={styles['pair']}>
        <OwnerMark name={note.owner} />
        <Words>{note.owner ?? ''}</Words>
      </span>
    ),
    read: ({ note }) => note.owner ?? '',
    edit: {
      kind: 'text',
      most: MOST_NAME,
      suggestions: owners,
      value: ({ note }) => note.owner ?? '',
      commit: (row, text) => set(context, row, { owner: text.trim() || undefined }),
    },
  }
}

export function dueColumn(context: RegisterContext): Column {
  const { t, format } = context
  return {
    id: 'due',
    label: t('column.due'),
    width: '112px',
    least: 112,
    show: ({ note }) =>
      note.due && (
        <span className={styles['due']} data-late={isLate(note) ? '' : undefined}>
          {format.day(note.due)}
        </span>
      ),
    read: ({ note }) => {
      if (!note.due) return ''
      return isLate(note) ? t('register.late', { day: format.day(note.due) }) : format.day(note.due)
    },
    edit: {
      kind: 'date',
      value: ({ note }) => note.due ?? '',
      commit: (row, day) => set(context, row, { due: day || undefined }),
    },
  }
}

const isLate = ({ due, status }: RegisterRow['note']): boolean =>
  due !== undefined && due < today() && status !== 'solved' && status !== 'dismissed'

export function stepColumn(context: RegisterContext): Column {
  const { t, words, format, frames, editor } = context
  const nameOf = ({ step, number }: Pick<RegisterRow, 'step' | 'number'>): string =>
    step
      ? t('register.frame', { number: format.number(number), title: oneLine(stepName(step, number, words)) })
      : ''
  return {
    id: 'step',
    label: t('column.step'),
    width: 'minmax(132px, 1fr)',
    least: 132,
    show: (row) => <Words muted={!row.step}>{nameOf(row) || t('register.tray')}</Words>,
    read: (row) => nameOf(row) || t('register.tray'),
    edit: {
      kind: 'choice',
      choices: (row) => [
        ...frames
          .filter(({ journey }) => journey.id === row.journey.id)
          .map((frame) => ({ value: frame.step.id as string, label: nameOf(frame) })),
        { value: '', label: t('register.tray') },
      ],
      value: ({ step }) => step?.id ?? '',
      commit: ({ id }, value) => setNoteStep(editor, id, value === '' ? undefined : stepId.parse(value)),
    },
  }
}

/** The journey of a row: a column only where there are several. */
export const journeyColumns = ({ t, words, editor }: RegisterContext): readonly Column[] => {
  if (editor.workshop.journeys.all('journeys').length < 2) return []
  const nameOf = ({ journey }: RegisterRow) => journeyName(journey, words)
  return [
    {
      id: 'journey',
      label: t('column.journey'),
      width: 'minmax(110px, 1fr)',
      least: 110,
      show: (row) => <Words muted>{nameOf(row)}</Words>,
      read: nameOf,
    },
  ]
}

export function longColumn(context: RegisterContext, id: 'description' | 'solution'): Column {
  const { t } = context
  return {
    id,
    label: t(`column.${id}`),
    width: 'minmax(170px, 2fr)',
    least: 170,
    show: ({ note }) => <Words>{oneLine(note[id] ?? '')}</Words>,
    read: ({ note }) => oneLine(note[id] ?? ''),
    edit: {
      kind: 'text',
      most: MOST_WORDS,
      value: ({ note }) => note[id] ?? '',
      commit: (row, text) => set(context, row, { [id]: text.trim() || undefined }),
    },
  }
}

export function evidenceColumn(context: RegisterContext): Column {
  const { t } = context
  return {
    id: 'evidence',
    label: t('column.evidence'),
    width: '112px',
    least: 112,
    show: ({ note }) => (
      <Words muted={isAssumption(note)}>{note.evidence ? t(`evidence.${note.evidence}`) : ''}</Words>
    ),
    read: ({ note }) => (note.evidence ? t(`evidence.${note.evidence}`) : ''),
    edit: {
      kind: 'choice',
      choices: () => evidenceChoices(context),
      value: ({ note }) => note.evidence ?? '',
      commit: (row, value) => set(context, row, { evidence: EVIDENCE.find((one) => one === value) }),
    },
  }
}

export const evidenceChoices = ({ t }: Pick<RegisterContext, 't'>): readonly Choice[] => [
  ...EVIDENCE.map((one) => ({ value: one as string, label: t(`evidence.${one}`) })),
  { value: '', label: t('register.notSaid') },
]

export function scoreColumn(context: RegisterContext, id: 'impact' | 'effort'): Column {
  const { t, format } = context
  return {
    id,
    label: t(`column.${id}`),
    width: '84px',
    least: 84,
    show: ({ note }) => (
      <span className={styles['pair']}>
        <LevelMark level={note[id]} of={MOST_SCORE} />
        <Words muted>{note[id] === undefined ? '' : format.number(note[id])}</Words>
      </span>
    ),
    read: ({ note }) => (note[id] === undefined ? '' : format.number(note[id])),
    edit: {
      kind: 'choice',
      digits: true,
      choices: () => scoreChoices(context),
      value: ({ note }) => String(note[id] ?? ''),
      commit: (row, value) => set(context, row, { [id]: value === '' ? undefined : Number(value) }),
    },
  }
}

export const scoreChoices = ({ t, format }: Pick<RegisterContext, 't' | 'format'>): readonly Choice[] => [
  ...SCORES.toReversed().map((score) => ({
    value: String(score),
    label: format.number(score),
    mark: <LevelMark level={score} of={MOST_SCORE} />,
  })),
  { value: '', label: t('register.notSaid'), mark: <LevelMark level={undefined} of={MOST_SCORE} /> },
]

/** Which frame it serves. */
export function servesColumn(context: RegisterContext): Column {
  const { t, nameOf } = context
  return {
    id: 'serves',
    label: t('column.serves'),
    width: 'minmax(150px, 1.2fr)',
    least: 150,
    show: ({ serves }) => <Words>{serves ? oneLine(nameOf(serves)) : ''}</Words>,
    read: ({ serves }) => (serves ? nameOf(serves) : ''),
    edit: {
      kind: 'choice',
      choices: () => servesChoices(context),
      value: ({ serves }) => serves?.step.id ?? '',
      commit: (row, value) => set(context, row, { serves: value === '' ? undefined : stepId.parse(value) }),
    },
  }
}

export const servesChoices = ({ frames, nameOf, t }: RegisterContext): readonly Choice[] => [
  ...frames.map((frame) => ({ value: frame.step.id as string, label: oneLine(nameOf(frame)) })),
  { value: '', label: t('register.servesNone') },
]

/** Rows are one line tall. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
