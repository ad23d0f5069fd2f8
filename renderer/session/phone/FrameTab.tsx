import { ChevronLeft, ChevronRight, Radio as Follow } from 'lucide-react'
import { useState } from 'react'
import type { Emotion, Step } from '../../../shared/journey/entities.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { journeyName } from '../../../shared/scene/journeyNames.ts'
import { may } from '../../../shared/session/role.ts'
import { sayFeeling } from '../../editor/journey/sayFeeling.ts'
import { useT } from '../../i18n/useT.ts'
import { FACES, FEELINGS } from '../../journey/fields/feelings.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { currentFrame, type CurrentFrame } from './currentFrame.ts'
import { FramePicture } from './FramePicture.tsx'
import styles from './phone.module.css'
import type { PhoneProps } from './PhoneView.tsx'
import { useWorkshop } from './useWorkshop.ts'

/** The frame that the facilitator is at, or another one: what is drawn, what it says, and how it feels. */
export function FrameTab({ editor, live, images }: PhoneProps) {
  const { t } = useT()
  const version = useWorkshop(editor.workshop)
  const focus = useStore(live.focus)
  const [own, setOwn] = useState<StepId | null>(null)
  const { journeys } = editor.workshop
  const steps = journeys.all('journeys').flatMap(({ id }) => journeys.stepsOf(id))
  const frame =
    currentFrame(editor, own) ?? currentFrame(editor, focus) ?? currentFrame(editor, steps[0]?.id ?? null)
  if (!frame) return <p className={styles['quiet']}>{t('phone.noFrames')}</p>
  const at = steps.findIndex(({ id }) => id === frame.step.id)
  const isElsewhere = focus !== null && frame.step.id !== focus && currentFrame(editor, focus) !== undefined
  return (
    <article className={styles['frame']} aria-label={frame.name}>
      <Walk {...{ steps, at, frame, editor }} onWalk={setOwn} />
      {isElsewhere && (
        <Button icon={Follow} onClick={() => setOwn(null)}>
          {t('phone.toFacilitator')}
        </Button>
      )}
      <FramePicture
        {...{ editor, images, version }}
        step={frame.step.id}
        label={t('phone.picture', { frame: frame.name })}
        className={styles['picture']}
      />
      <h2 dir="auto">{frame.name}</h2>
      {frame.step.caption !== '' && frame.step.caption !== frame.name && (
        <p dir="auto">{frame.step.caption}</p>
      )}
      <Feelings {...{ editor, live, frame }} />
    </article>
  )
}

interface WalkProps extends Pick<PhoneProps, 'editor'> {
  readonly steps: readonly Step[]
  readonly at: number
  readonly frame: CurrentFrame
  readonly onWalk: (to: StepId) => void
}

function Walk({ editor, steps, at, frame, onWalk }: WalkProps) {
  const { t } = useT()
  const words = editor.words.get()
  const journey = editor.workshop.journeys.get('journeys', frame.step.journey)
  const [before, after] = [steps[at - 1], steps[at + 1]]
  return (
    <div className={styles['walk']}>
      <IconButton
        icon={ChevronLeft}
        className={styles['mirrored']}
        label={t('phone.previous')}
        disabled={!before}
        onClick={() => before && onWalk(before.id)}
      />
      <span dir="auto">
        {journey && words ? journeyName(journey, words) : ''}
        <small>{t('phone.frameOf', { number: at + 1, count: steps.length })}</small>
      </span>
      <IconButton
        icon={ChevronRight}
        className={styles['mirrored']}
        label={t('phone.next')}
        disabled={!after}
        onClick={() => after && onWalk(after.id)}
      />
    </div>
  )
}

interface FeelingsProps extends Pick<PhoneProps, 'editor' | 'live'> {
  readonly frame: CurrentFrame
}

function Feelings({ editor, live, frame }: FeelingsProps) {
  const { t } = useT()
  const mayVote = may(useStore(live.role), 'add')
  const said = editor.workshop.ballots.of(live.me, frame.step.id, 'feel')
  const mine = said?.kind === 'feel' ? said.feeling : undefined
  return (
    <fieldset className={styles['feelings']} disabled={!mayVote}>
      <legend>{t('phone.feel')}</legend>
      <div role="group" aria-label={t('phone.feel')}>
        {FEELINGS.map((felt: Emotion) => (
          <button
            key={felt}
            type="button"
            aria-pressed={mine === felt}
            data-felt={felt}
            onClick={() => sayFeeling(editor, live.me, frame.step.id, mine === felt ? undefined : felt)}
          >
            <Icon icon={FACES[felt]} size={32} />
            <span>{t(`feeling.${felt}`)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
