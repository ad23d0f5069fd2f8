import { Plus } from 'lucide-react'
import { useState } from 'react'
import { PHASES, type Channel, type Phase } from '../../../shared/journey/entities.ts'
import type { ChannelId, JourneyId, StepId } from '../../../shared/journey/ids.ts'
import {
  touchpointMatrix,
  unusedTouchpoints,
  type TouchpointRow,
} from '../../../shared/journey/touchpointMatrix.ts'
import { channelName, stepName, touchpointName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { addCellNote } from '../../editor/journey/addCellNote.ts'
import { showNotes } from '../../editor/journey/showStep.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useStore } from '../../ui/useStore.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { JourneyFilter } from './JourneyFilter.tsx'
import styles from './Insight.module.css'

/** Which touchpoints are met on which channels, and which on none. */
export function TouchpointsPanel({ editor }: PanelProps) {
  const { t } = useT()
  const { number } = useFormat()
  useWorkshopChanges(editor.workshop)
  const chosen = useStore(editor.chosen)
  const [journey, setJourney] = useState<JourneyId | null>(null)
  const { journeys, shapes } = editor.workshop
  const words = editor.words.get()
  const shown = journeys.all('journeys').filter(({ id }) => journey === null || journey === id)
  const matrix = touchpointMatrix({
    notes: shown.flatMap(({ id }) => shapes.placement.notesOf(id)),
    touchpoints: journeys.all('touchpoints'),
    channels: journeys.all('channels'),
    step: (id) => journeys.get('steps', id),
    nameOf: (touchpoint) => touchpointName(touchpoint, words),
  })
  const [only] = chosen?.kind === 'steps' && chosen.ids.length === 1 ? chosen.ids : []
  const step = journeys.get('steps', only)
  const unused = unusedTouchpoints(matrix).length
  const columns: readonly (Channel | undefined)[] = [
    ...matrix.channels,
    ...(matrix.someWithout ? [undefined] : []),
  ]

  if (matrix.rows.length === 0)
    return (
      <div className={styles['panel']}>
        <EmptyState title={t('touchpoints.none')} text={t('touchpoints.noneText')} />
      </div>
    )
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <JourneyFilter editor={editor} value={journey} onChange={setJourney} />
        <p className={styles['hint']} role="status">
          {unused > 0 && `${t('touchpoints.unused', { count: unused })} `}
          {step
            ? t('touchpoints.addAt', {
                step: stepName(step, journeys.stepsOf(step.journey).indexOf(step) + 1, words),
              })
            : t('touchpoints.chooseStep')}
        </p>
      </div>
      <div className={styles['scroll']}>
        <table className={styles['matrix']}>
          <caption className={styles['hidden']}>{t('touchpoints.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('touchpoints.touchpoint')}</th>
              {columns.map((channel) => (
                <th key={channel?.id ?? 'none'} scope="col">
                  <bdi>{channel ? channelName(channel, words) : t('touchpoints.noChannel')}</bdi>
                </th>
              ))}
              <th scope="col">{t('touchpoints.sum')}</th>
            </tr>
          </thead>
          {groupsOf(matrix.rows).map(({ phase, rows }) => (
            <tbody key={phase ?? 'other'}>
              <tr className={styles['phase']}>
                <th scope="rowgroup" colSpan={columns.length + 2}>
                  {phase ? t(`phase.${phase}`) : t('touchpoints.other')}
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.touchpoint?.id ?? row.text} data-unused={row.count === 0 || undefined}>
                  <th scope="row">
                    <bdi>{rowName(row, editor) || t('touchpoints.noText')}</bdi>
                  </th>
                  {columns.map((channel) => (
                    <MatrixCell
                      key={channel?.id ?? 'none'}
                      editor={editor}
                      row={row}
                      channel={channel}
                      step={step?.id}
                    />
                  ))}
                  <td className={styles['sum']}>{row.count > 0 ? number(row.count) : '–'}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  )
}

const rowName = ({ touchpoint, text }: TouchpointRow, { words }: Editor): string =>
  touchpoint ? touchpointName(touchpoint, words.get()) : text

function groupsOf(
  rows: readonly TouchpointRow[],
): readonly { readonly phase: Phase | undefined; readonly rows: readonly TouchpointRow[] }[] {
  return [...PHASES, undefined].flatMap((phase) => {
    const own = rows.filter((row) => row.phase === phase)
    return own.length > 0 ? [{ phase, rows: own }] : []
  })
}

interface MatrixCellProps {
  readonly editor: Editor
  readonly row: TouchpointRow
  /** Nothing for the column of notes whose channel nobody has said. */
  readonly channel: Channel | undefined
  readonly step: StepId | undefined
}

function MatrixCell({ editor, row, channel, step }: MatrixCellProps) {
  const { t } = useT()
  const { number } = useFormat()
  const notes = row.byChannel.get(channel?.id) ?? []
  const place = {
    touchpoint: rowName(row, editor),
    channel: channel ? channelName(channel, editor.words.get()) : t('touchpoints.noChannel'),
  }
  if (notes.length > 0)
    return (
      <td>
        <button
          type="button"
          className={styles['filled']}
          aria-label={t('touchpoints.show', { ...place, count: notes.length })}
          onClick={() => showNotes(editor, notes)}
        >
          {number(notes.length)}
        </button>
      </td>
    )
  return (
    <td>
      {step !== undefined && channel && !editor.fixed && (
        <button
          type="button"
          className={styles['add']}
          aria-label={t('touchpoints.add', place)}
          onClick={() => addTouchpoint(editor, row, channel.id, step)}
        >
          <Icon icon={Plus} size={14} />
        </button>
      )}
    </td>
  )
}

function addTouchpoint(editor: Editor, row: TouchpointRow, channel: ChannelId, id: StepId): void {
  const step = editor.workshop.journeys.get('steps', id)
  if (!step) return
  editor.workshop.change((change) =>
    addCellNote(editor, change, {
      journey: step.journey,
      role: 'touchpoint',
      step: id,
      text: rowName(row, editor),
      channel,
      ...(row.touchpoint && { touchpoint: row.touchpoint.id }),
    }),
  )
}
