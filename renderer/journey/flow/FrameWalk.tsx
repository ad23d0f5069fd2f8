import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { FlowFrame, FlowTrack } from '../../../shared/journey/flow/flowStory.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import { stageName, stepName } from '../../../shared/scene/journeyNames.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { Avatar } from '../personas/Avatar.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'

interface FrameWalkProps extends Pick<FlowStepProps, 'editor' | 'flow' | 'onFrame'> {
  readonly frame: FlowFrame
  /** Is there something to say of it in this step, or is it a hole? */
  readonly isDone: (frame: FlowFrame) => boolean
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined
  readonly children: ReactNode
}

/** One frame after the other, the one that is worked on in sight; Page Up and Page Down go to the next and back. */
export function FrameWalk(props: FrameWalkProps) {
  const { editor, flow, frame, onFrame, isDone, onKeyDown, children } = props
  const { t } = useT()
  const { number } = useFormat()
  const words = useStore(editor.words)
  const track = flow.tracks.find(({ journey }) => journey.id === frame.journey.id)
  const next = frameBeside(flow.frames, frame, 1)
  const previous = frameBeside(flow.frames, frame, -1)
  const stage = flow.stages.find(({ id }) => id === frame.step.stage)

  return (
    <div
      className={styles['stack']}
      onKeyDown={(event) => {
        // Popups are elsewhere in the document, though not for React.
        if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
        const beside = event.key === 'PageDown' ? next : event.key === 'PageUp' ? previous : undefined
        if (!beside) return onKeyDown?.(event)
        event.preventDefault()
        onFrame(beside.step.id)
      }}
    >
      <div className={styles['strips']}>
        {flow.tracks.map((one) => (
          <Strip key={one.journey.id} track={one} {...{ editor, frame, isDone, onFrame }} />
        ))}
      </div>
      <div className={styles['frame']}>
        <Avatar persona={track?.actor} />
        <div className={styles['grow']}>
          <span className={styles['quietText']}>
            {t('flow.frame', {
              track: track ? trackName(track.journey, track.actor, words) : '',
              number: number(frame.number),
              total: number(track?.frames.length ?? 0),
              stage: stageName(stage, words),
            })}
          </span>
          <strong className={styles['frameName']} dir="auto" role="status">
            {stepName(frame.step, frame.number, words)}
          </strong>
          {frame.step.title !== '' && frame.step.caption !== '' && (
            <span className={styles['quietText']} dir="auto">
              {frame.step.caption}
            </span>
          )}
        </div>
        <IconButton
          icon={ChevronLeft}
          directional
          size="small"
          label={t('flow.previousFrame')}
          shortcut="PageUp"
          disabled={!previous}
          onClick={() => previous && onFrame(previous.step.id)}
        />
        <IconButton
          icon={ChevronRight}
          directional
          size="small"
          label={t('flow.nextFrame')}
          shortcut="PageDown"
          disabled={!next}
          onClick={() => next && onFrame(next.step.id)}
        />
      </div>
      {children}
    </div>
  )
}

/** The next frame (1) or the one before (-1), across tracks. */
export const frameBeside = (frames: readonly FlowFrame[], of: FlowFrame, by: 1 | -1): FlowFrame | undefined =>
  frames[frames.findIndex(({ step }) => step.id === of.step.id) + by]

interface StripProps extends Pick<FrameWalkProps, 'editor' | 'frame' | 'isDone' | 'onFrame'> {
  readonly track: FlowTrack
}

/** All frames of a track in small: which are done, and which is worked on. */
function Strip({ editor, track, frame, isDone, onFrame }: StripProps) {
  const words = useStore(editor.words)
  return (
    <div className={styles['strip']} role="group" aria-label={trackName(track.journey, track.actor, words)}>
      {track.frames.map((one) => (
        <button
          key={one.step.id}
          type="button"
          tabIndex={-1}
          className={styles['cell']}
          title={stepName(one.step, one.number, words)}
          aria-label={stepName(one.step, one.number, words)}
          aria-current={one.step.id === frame.step.id ? 'step' : undefined}
          data-done={isDone(one) ? '' : undefined}
          onClick={() => onFrame(one.step.id)}
        />
      ))}
    </div>
  )
}
