import { useState } from 'react'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../../editor/editor.ts'
import { chosenJourney } from '../../editor/journey/chosenJourney.ts'
import { showNotes, showStep } from '../../editor/journey/showStep.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { useStore } from '../../ui/useStore.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import panel from '../panel/panel.module.css'
import type { PanelProps } from '../panel/panelProps.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { DiffGroup } from './DiffGroup.tsx'
import styles from './diff.module.css'
import { diffRows, type DiffRow } from './diffRows.ts'
import { MakeIdeal } from './MakeIdeal.tsx'
import { useJourneyLabel } from './useJourneyLabel.ts'
import { comparable, useDiff, type Compared } from './useDiff.ts'

/** What must change between a current journey and its ideal. */
export function DiffPanel({ editor, session }: PanelProps) {
  const { t } = useT()
  const { workshop } = editor
  useWorkshopChanges(workshop)
  const labelOf = useJourneyLabel(editor)
  const all = comparable(workshop)
  // What is selected as the panel opens is what is meant.
  const [chosen, setChosen] = useState<JourneyId | undefined>(
    () =>
      chosenJourney(editor, ({ id }) =>
        all.some(({ ideal, current }) => ideal.id === id || current.id === id),
      )?.id,
  )
  const shown =
    all.find(({ ideal }) => ideal.id === chosen) ?? all.find(({ current }) => current.id === chosen) ?? all[0]
  if (!shown) return <MakeIdeal editor={editor} session={session} />
  return (
    <div className={panel['sheet']}>
      {all.length > 1 && (
        <div className={panel['bar']}>
          <Select
            label={t('diff.journey')}
            value={shown.ideal.id}
            options={all.map(({ ideal }) => ({ value: ideal.id, label: labelOf(ideal) }))}
            onChange={setChosen}
            first
          />
        </div>
      )}
      <Comparison key={shown.ideal.id} editor={editor} compared={shown} />
    </div>
  )
}

interface ComparisonProps {
  readonly editor: Editor
  readonly compared: Compared
}

function Comparison({ editor, compared }: ComparisonProps) {
  const { t } = useT()
  const { number } = useFormat()
  const words = useStore(editor.words)
  const labelOf = useJourneyLabel(editor)
  const diff = useDiff(editor, compared)
  const { journeys } = editor.workshop
  const [before, after] = [journeys.stepsOf(compared.current.id), journeys.stepsOf(compared.ideal.id)]
  const groups = diffRows(diff, { t, words, steps: [before, after] })
  return (
    <>
      <p className={styles['summary']} role="status">
        {t('diff.summary', {
          kept: number(diff.kept),
          count: before.length,
          journey: labelOf(compared.current),
        })}
      </p>
      {groups.length === 0 ? (
        <EmptyState title={t('diff.same')} text={t('diff.sameText')} />
      ) : (
        <div className={panel['scroll']}>
          {groups.map(([id, rows]) => (
            <DiffGroup key={id} id={id} rows={rows} onShow={(row) => show(editor, row)} />
          ))}
        </div>
      )}
    </>
  )
}

function show(editor: Editor, { show: target }: DiffRow): void {
  if ('step' in target) return showStep(editor, target.step, coveredByPanel())
  const note = editor.workshop.shapes.get(target.note)
  if (note) showNotes(editor, [note], coveredByPanel())
}
