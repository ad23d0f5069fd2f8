import { Frown, Lightbulb } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import {
  isUnserved,
  servedFrames,
  type ServedFrame,
  type ServedTrack,
} from '../../../shared/journey/served.ts'
import type { Note } from '../../../shared/model/shape.ts'
import { journeyName, personaName, stepName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { showStep } from '../../editor/journey/showStep.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { useStore } from '../../ui/useStore.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import { oneLine } from '../register/columnKit.tsx'
import registerStyles from '../register/Register.module.css'
import { showRow } from '../register/showRow.ts'
import { useJourneyNotes } from '../register/useJourneyNotes.ts'
import styles from './FramesPanel.module.css'

type Shown = 'all' | 'unserved'

/** All frames with what serves them, track by track: those with nothing are lit. */
export function FramesPanel({ editor }: PanelProps) {
  const { t } = useT()
  const { number } = useFormat()
  const tracks = useJourneyNotes(editor, servedFrames)
  const [shown, setShown] = useState<Shown>('all')
  const frames = tracks.flatMap((track) => track.frames)
  const unserved = frames.filter(isUnserved).length
  if (frames.length === 0)
    return (
      <div className={registerStyles['empty']}>
        <EmptyState title={t('served.none')} text={t('register.noSteps')} />
      </div>
    )
  return (
    <>
      <div className={registerStyles['bar']}>
        <SegmentedControl
          label={t('register.filter')}
          className={styles['switch']}
          value={shown}
          onChange={setShown}
          segments={[
            { value: 'all', label: t('served.all', { count: frames.length }) },
            { value: 'unserved', label: t('served.unserved', { number: number(unserved) }) },
          ]}
        />
      </div>
      <div className={styles['scroll']}>
        {tracks.map((track) => (
          <Track key={track.journey.id} {...{ editor, track, shown }} />
        ))}
      </div>
    </>
  )
}

interface TrackProps {
  readonly editor: Editor
  readonly track: ServedTrack
  readonly shown: Shown
}

function Track({ editor, track: { journey, frames }, shown }: TrackProps) {
  const { t } = useT()
  const { number } = useFormat()
  const chosen = useStore(editor.chosen)
  const listed = shown === 'all' ? frames : frames.filter(isUnserved)
  if (listed.length === 0) return null
  const words = { t, number }
  const actor = editor.workshop.journeys.get('personas', journey.actor)
  const name = [personaName(actor, words), journeyName(journey, words)].filter(Boolean).join(' · ')
  return (
    <section aria-label={name}>
      <h3 className={styles['track']}>{name}</h3>
      <ul className={styles['frames']}>
        {listed.map((frame) => (
          <Frame
            key={frame.step.id}
            {...{ editor, frame }}
            isChosen={chosen?.kind === 'steps' && chosen.ids.includes(frame.step.id)}
          />
        ))}
      </ul>
    </section>
  )
}

interface FrameProps {
  readonly editor: Editor
  readonly frame: ServedFrame
  readonly isChosen: boolean
}

function Frame({ editor, frame, isChosen }: FrameProps) {
  const { t } = useT()
  const { number } = useFormat()
  const { step, opportunities, pains } = frame
  const item = useRef<HTMLLIElement>(null)
  // One that is chosen on the board is to be seen here.
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li ref={item} className={styles['frame']} data-chosen={isChosen ? '' : undefined}>
      <button
        type="button"
        className={styles['go']}
        aria-pressed={isChosen}
        onClick={() => showStep(editor, step.id, coveredByPanel())}
      >
        <span className={styles['number']} data-unserved={isUnserved(frame) ? '' : undefined}>
          {number(frame.number)}
        </span>
        <span className={styles['name']} dir="auto">
          {oneLine(stepName(step, frame.number, { t, number }))}
        </span>
        {isUnserved(frame) && <span className={styles['nothing']}>{t('served.nothing')}</span>}
      </button>
      {opportunities.length + pains.length > 0 && (
        <ul className={styles['notes']}>
          {opportunities.map((note) => (
            <Served key={note.id} {...{ editor, note, step }} />
          ))}
          {pains.map((note) => (
            <Served key={note.id} {...{ editor, note, step }} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Served({
  editor,
  note,
  step,
}: { readonly editor: Editor; readonly note: Note } & Pick<ServedFrame, 'step'>) {
  const { t } = useT()
  const isPain = note.cell?.role === 'pain'
  return (
    <li>
      <button
        type="button"
        className={styles['note']}
        data-role={note.cell?.role}
        onClick={() => showRow(editor, { id: note.id, step })}
      >
        <Icon icon={isPain ? Frown : Lightbulb} size={14} />
        <span dir="auto">{oneLine(note.text) || t('register.empty')}</span>
      </button>
    </li>
  )
}
