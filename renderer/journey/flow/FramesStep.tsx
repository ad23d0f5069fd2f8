import { Clapperboard } from 'lucide-react'
import { useState } from 'react'
import { FRAMES_PER_TRACK, guessStages } from '../../../shared/journey/flow/flowMoments.ts'
import { momentsOf, type FlowStory } from '../../../shared/journey/flow/flowStory.ts'
import type { Moment } from '../../../shared/journey/entities.ts'
import type { JourneyId, MomentId, StageId } from '../../../shared/journey/ids.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import { stageName } from '../../../shared/scene/journeyNames.ts'
import { makeFrames, type FramePlan } from '../../editor/journey/makeFrames.ts'
import { showStoryboardOf } from '../../editor/journey/showViews.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useStore } from '../../ui/useStore.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'
import { StagesField } from './StagesField.tsx'

/** Stages, and which moment belongs in which: from that the frames are made, and put on the board. */
export function FramesStep({ editor, session, flow, onDone }: FlowStepProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const [chosen, setChosen] = useState<ReadonlyMap<MomentId, StageId>>(new Map())
  const [views, setViews] = useState({ storyboard: true, maps: true })
  const { stages, frames } = flow
  const waiting = waitingMoments(flow)
  const guessed = new Map(waiting.flatMap(({ moments }) => [...guessStages(moments, stages)]))
  const stageOf = ({ id }: Moment) => {
    const own = chosen.get(id)
    return stages.some((stage) => stage.id === own) ? own : guessed.get(id)
  }
  const plans = waiting.flatMap(({ track, moments }) =>
    moments.flatMap((moment): FramePlan[] => {
      const stage = stageOf(moment)
      return stage === undefined ? [] : [{ journey: track, stage, moment: moment.id }]
    }),
  )

  function make(list: readonly FramePlan[]): void {
    makeFrames(editor, list, { story: flow.story, ...views })
    if (views.storyboard) showStoryboardOf(editor, flow.story, coveredByPanel())
    onDone()
  }
  const canMake = !editor.fixed && stages.length > 0 && (plans.length > 0 || frames.length === 0)
  return (
    <div className={styles['stack']}>
      <StagesField {...{ editor, session, stages }} story={flow.story} />
      {stages.length > 0 &&
        waiting.map(({ track, moments }) => {
          const of = flow.tracks.find(({ journey }) => journey.id === track)
          return moments.length === 0 ? null : (
            <section key={track} className={styles['group']}>
              <h4 className={styles['groupTitle']}>{of && trackName(of.journey, of.actor, words)}</h4>
              <ul className={styles['plain']}>
                {moments.map((moment) => (
                  <li key={moment.id} className={styles['placed']}>
                    <span dir="auto" className={styles['placedText']}>
                      {moment.text}
                    </span>
                    <Select
                      label={t('flow.frames.stageOf', { text: moment.text })}
                      className={styles['stage']}
                      value={stageOf(moment) ?? ''}
                      disabled={editor.fixed}
                      options={stages.map((stage) => ({
                        value: stage.id as string,
                        label: stageName(stage, words),
                      }))}
                      onChange={(value) => setChosen(new Map(chosen).set(moment.id, value as StageId))}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      {canMake && (
        <div className={styles['make']}>
          <Switch
            label={t('flow.frames.storyboard')}
            checked={views.storyboard}
            onChange={(storyboard) => setViews({ ...views, storyboard })}
          />
          <Switch
            label={t('flow.frames.maps')}
            checked={views.maps}
            onChange={(maps) => setViews({ ...views, maps })}
          />
        </div>
      )}
      {canMake && (
        <div className={styles['stuckButton']}>
          {plans.length > 0 ? (
            <Button variant="primary" size="large" icon={Clapperboard} onClick={() => make(plans)}>
              {t('flow.frames.make', { count: plans.length })}
            </Button>
          ) : (
            <Button size="large" icon={Clapperboard} onClick={() => make(emptyFrames(flow))}>
              {t('flow.frames.makeEmpty', { count: FRAMES_PER_TRACK })}
            </Button>
          )}
        </div>
      )}
      {frames.length > 0 && (
        <p className={styles['nothing']} role="status">
          {t('flow.frames.made', { count: frames.length })}
        </p>
      )}
    </div>
  )
}

interface Waiting {
  readonly track: JourneyId
  readonly moments: readonly Moment[]
}

/** Picked moments of which there is no frame yet, by track; those of nobody with the first. */
function waitingMoments(flow: FlowStory): readonly Waiting[] {
  const made = new Set(flow.frames.map(({ step }) => step.id))
  const isWaiting = ({ picked, step }: Moment) => picked && !(step !== undefined && made.has(step))
  return flow.tracks.map(({ journey }, index) => ({
    track: journey.id,
    moments: [...momentsOf(flow, journey.id), ...(index === 0 ? momentsOf(flow, undefined) : [])].filter(
      isWaiting,
    ),
  }))
}

/** As many frames in each track as the classic has, spread over the stages. */
function emptyFrames({ tracks, stages }: FlowStory): readonly FramePlan[] {
  const places = Array.from({ length: FRAMES_PER_TRACK }, (_, index) => ({ id: String(index) as MomentId }))
  const spread = [...guessStages(places, stages).values()]
  return tracks.flatMap(({ journey }) => spread.map((stage) => ({ journey: journey.id, stage })))
}
