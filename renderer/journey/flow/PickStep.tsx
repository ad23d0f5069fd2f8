import { Minus, Plus, Star } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import type { Moment } from '../../../shared/journey/entities.ts'
import { FRAMES_PER_TRACK } from '../../../shared/journey/flow/flowMoments.ts'
import { momentsOf } from '../../../shared/journey/flow/flowStory.ts'
import { pickMoment, pickStrongest, voteMoment } from '../../editor/journey/moments.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'
import { TrackChoice } from './TrackChoice.tsx'

/** More votes than this are told by a number. */
const MOST_DOTS = 8

/** Votes, and which moments become frames. */
export function PickStep({ editor, flow, track, onTrack }: FlowStepProps) {
  const { t } = useT()
  const list = useRef<HTMLUListElement>(null)
  const isFirst = track === undefined || track === flow.tracks[0]?.journey.id
  const own = track === undefined ? [] : momentsOf(flow, track)
  const listed = isFirst ? [...own, ...momentsOf(flow, undefined)] : own
  const picked = listed.filter((moment) => moment.picked).length

  function onKeyDown(event: KeyboardEvent, moment: Moment, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') voteMoment(editor, moment.id, 1)
    else if (event.key === '-' || event.key === '−') voteMoment(editor, moment.id, -1)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      focusRow(list.current, index + (event.key === 'ArrowDown' ? 1 : -1))
    else return
    event.preventDefault()
  }
  if (flow.moments.length === 0) return <p className={styles['nothing']}>{t('flow.pick.nothing')}</p>
  return (
    <div className={styles['stack']}>
      <TrackChoice
        {...{ editor, flow }}
        value={track}
        onChange={onTrack}
        countOf={(id) => momentsOf(flow, id).filter((moment) => moment.picked).length}
      />
      <div className={styles['row']}>
        <span className={styles['quietText']} role="status">
          {t('flow.pick.picked', { count: picked })}
        </span>
        <span className={styles['space']} />
        {!editor.fixed && (
          <Button icon={Star} onClick={() => pickStrongest(editor, flow.moments)}>
            {t('flow.pick.strongest', { count: FRAMES_PER_TRACK })}
          </Button>
        )}
      </div>
      <ul ref={list} className={styles['plain']} aria-label={t('flowTitle.pick')}>
        {listed.map((moment, index) => (
          <li key={moment.id} className={styles['moment']} data-picked={moment.picked ? '' : undefined}>
            <button
              type="button"
              role="checkbox"
              className={styles['pick']}
              aria-checked={moment.picked === true}
              aria-label={t('flow.pick.one', { text: moment.text, count: moment.votes })}
              data-first-stop={index === 0 ? '' : undefined}
              disabled={editor.fixed}
              onClick={() => pickMoment(editor, moment.id, !moment.picked)}
              onKeyDown={(event) => onKeyDown(event, moment, index)}
            >
              <Icon icon={Star} size={16} />
              <span dir="auto" className={styles['momentText']}>
                {moment.text}
              </span>
            </button>
            <Votes editor={editor} moment={moment} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Votes({ editor, moment }: { readonly editor: FlowStepProps['editor']; readonly moment: Moment }) {
  const { t } = useT()
  const { number } = useFormat()
  const { votes, text } = moment
  return (
    <span className={styles['votes']}>
      <IconButton
        icon={Minus}
        size="small"
        tabIndex={-1}
        disabled={votes === 0 || editor.fixed}
        label={t('flow.pick.less', { text })}
        onClick={() => voteMoment(editor, moment.id, -1)}
      />
      <span className={styles['dots']} aria-hidden>
        {votes > MOST_DOTS ? (
          <b>{number(votes)}</b>
        ) : (
          Array.from({ length: votes }, (_, index) => <i key={index} />)
        )}
      </span>
      <IconButton
        icon={Plus}
        size="small"
        tabIndex={-1}
        disabled={editor.fixed}
        label={t('flow.pick.more', { text })}
        onClick={() => voteMoment(editor, moment.id, 1)}
      />
    </span>
  )
}

function focusRow(list: HTMLElement | null, index: number): void {
  list?.querySelectorAll<HTMLElement>('[role=checkbox]')[index]?.focus()
}
