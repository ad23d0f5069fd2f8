import { ChevronDown, ChevronUp, Star, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Step } from '../../../shared/journey/entities.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { rankMoments, type RankedMoment } from '../../../shared/journey/keyMoments.ts'
import { votesOn } from '../../../shared/model/votes.ts'
import { stepName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { setSteps } from '../../editor/journey/frameCommands.ts'
import { showStep } from '../../editor/journey/showStep.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { PanelProps } from '../panel/panelProps.ts'
import { useStore } from '../../ui/useStore.ts'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import { JourneyFilter } from './JourneyFilter.tsx'
import styles from './Insight.module.css'

/** The steps by how much they matter, with the formula that says so; the group may overrule it with a reason. */
export function KeyMomentsPanel({ editor }: PanelProps) {
  const { t } = useT()
  useWorkshopChanges(editor.workshop)
  const chosen = useStore(editor.chosen)
  const [journey, setJourney] = useState<JourneyId | null>(null)
  const { journeys } = editor.workshop
  const shown = journeys.all('journeys').filter(({ id }) => journey === null || journey === id)
  const ranked = rankMoments(
    shown.flatMap(({ id }) => journeys.stepsOf(id)),
    (step) => votesAt(editor, step),
  )
  const most = Math.max(1, ...ranked.map(({ score }) => score))

  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <JourneyFilter editor={editor} value={journey} onChange={setJourney} />
        <p className={styles['formula']}>{t('keyMoment.formula')}</p>
      </div>
      {ranked.length === 0 ? (
        <EmptyState title={t('keyMoment.none')} text={t('keyMoment.noneText')} />
      ) : (
        <ol className={styles['list']}>
          {ranked.map((moment) => (
            <MomentRow
              key={moment.step.id}
              editor={editor}
              moment={moment}
              share={moment.score / most}
              last={moment.rank === ranked.length}
              isChosen={chosen?.kind === 'steps' && chosen.ids.includes(moment.step.id)}
            />
          ))}
        </ol>
      )}
    </div>
  )
}

/** Stamps on the notes in a step's cells, and on the step's picture. */
function votesAt({ workshop: { shapes } }: Editor, step: Step): number {
  const notes = shapes.placement.notesOf(step.journey).filter(({ cell }) => cell?.step === step.id)
  return notes.reduce((sum, { id }) => sum + votesOn(shapes, id), 0)
}

interface MomentRowProps {
  readonly editor: Editor
  readonly moment: RankedMoment
  /** Of the highest score: 0 to 1. */
  readonly share: number
  readonly last: boolean
  readonly isChosen: boolean
}

function MomentRow({ editor, moment, share, last, isChosen }: MomentRowProps) {
  const { t } = useT()
  const { number } = useFormat()
  const { step, parts, score, rank, computed } = moment
  const { journeys } = editor.workshop
  const place = journeys.stepsOf(step.journey).findIndex(({ id }) => id === step.id) + 1
  const name = stepName(step, place, editor.words.get())
  const set = (patch: { key?: true | undefined; overruled?: Step['overruled'] | undefined }) =>
    setSteps(editor, [step.id], patch)
  const moveTo = (next: number) => set({ overruled: { rank: next, reason: step.overruled?.reason ?? '' } })

  return (
    <li className={styles['row']} data-chosen={isChosen || undefined}>
      <IconButton
        icon={Star}
        size="small"
        pressed={step.key === true}
        label={t('keyMoment.mark', { name })}
        className={styles['star']}
        onClick={() => set({ key: step.key ? undefined : true })}
      />
      <button
        type="button"
        className={styles['main']}
        aria-current={isChosen || undefined}
        onClick={() => showStep(editor, step.id)}
      >
        <span className={styles['rank']}>{number(rank)}</span>
        <span className={styles['text']}>
          <span className={styles['name']}>
            <bdi>{name}</bdi>
          </span>
          <span className={styles['parts']}>
            {t('keyMoment.parts', {
              mood: number(parts.mood),
              importance: number(parts.importance),
              // The formula says that one is added to them.
              votes: number(parts.votes - 1),
              evidence: number(parts.evidence),
              score: number(score),
            })}
          </span>
          <span className={styles['meter']} aria-hidden>
            <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
          </span>
        </span>
      </button>
      <span className={styles['actions']}>
        <IconButton
          icon={ChevronUp}
          size="small"
          label={t('keyMoment.up', { name })}
          disabled={rank === 1}
          onClick={() => moveTo(rank - 1)}
        />
        <IconButton
          icon={ChevronDown}
          size="small"
          label={t('keyMoment.down', { name })}
          disabled={last}
          onClick={() => moveTo(rank + 1)}
        />
      </span>
      {step.overruled && (
        <div className={styles['form']}>
          <TextField
            label={t('keyMoment.reason')}
            placeholder={t('keyMoment.reason')}
            hideLabel
            value={step.overruled.reason}
            maxLength={500}
            onChange={(reason) => set({ overruled: { rank: step.overruled?.rank ?? rank, reason } })}
          />
          <IconButton
            icon={Undo2}
            size="small"
            label={t('keyMoment.byFormula', { rank: number(computed) })}
            onClick={() => set({ overruled: undefined })}
          />
        </div>
      )}
    </li>
  )
}
