import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { momentsOf } from '../../../shared/journey/flow/flowStory.ts'
import { splitMoments } from '../../../shared/journey/flow/flowMoments.ts'
import type { Emotion } from '../../../shared/journey/entities.ts'
import { moveEntity } from '../../editor/journey/moveEntity.ts'
import { addMoments, removeMoment } from '../../editor/journey/moments.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { EntryField, type EntryHandle } from '../fields/EntryField.tsx'
import { FeelingButton } from '../fields/FeelingButton.tsx'
import { LineField } from '../fields/LineField.tsx'
import { ReorderList } from '../fields/ReorderList.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'
import { TrackChoice } from './TrackChoice.tsx'

/** Most UTF-16 units of a moment as it is entered. */
const MOST = 500

/** The list of emotional moments: type, Enter, the next; or a pasted list. */
export function MomentsStep({ editor, flow, track, onTrack, onDone }: FlowStepProps) {
  const { t } = useT()
  const [said, say] = useState('')
  const entry = useRef<EntryHandle>(null)
  const outer = useRef<HTMLDivElement>(null)
  const isToShow = useRef(false)
  const { readOnly } = editor
  const { mayChange } = editor.workshop
  // What belongs to nobody, or whose track is gone, shows with the first.
  const strays = momentsOf(flow, undefined)
  const isFirst = track === flow.tracks[0]?.journey.id
  const own = track === undefined ? [] : momentsOf(flow, track)
  const listed = isFirst || track === undefined ? [...own, ...strays] : own

  // What was just entered is seen, however long the list has got.
  useEffect(() => {
    if (!isToShow.current) return
    isToShow.current = false
    outer.current?.querySelectorAll('li')[own.length - 1]?.scrollIntoView({ block: 'nearest' })
  }, [own.length])

  function add(texts: readonly string[]): void {
    isToShow.current = texts.length > 0
    addMoments(editor, { story: flow.story, journey: track }, texts)
    say(t('flow.moments.added', { count: texts.length }))
  }
  return (
    <div ref={outer} className={styles['stack']}>
      <TrackChoice
        {...{ editor, flow }}
        value={track}
        onChange={onTrack}
        onClick={() => entry.current?.focus()}
        countOf={(id) => momentsOf(flow, id).length}
      />
      {!readOnly && (
        <div className={styles['stuckEntry']}>
          <EntryField
            ref={entry}
            label={t('flow.moments.entry')}
            placeholder={t('flow.moments.entryHint')}
            most={MOST}
            first
            onAdd={(text) => add([text])}
            onAddMany={(text) => add(splitMoments(text))}
            onEmpty={onDone}
          />
        </div>
      )}
      <ReorderList
        label={t('flowTitle.moments')}
        items={listed}
        nameOf={({ text }) => text}
        onMove={editor.fixed ? undefined : (id, to) => moveEntity(editor, 'moments', listed, id, to)}
      >
        {(moment) => (
          <>
            <LineField
              label={t('flow.moments.one')}
              maxLength={MOST}
              readOnly={!mayChange(moment)}
              value={moment.text}
              onEdit={(text, step) => setEntity(editor, 'moments', moment.id, { text }, step)}
            />
            <FeelingButton
              of={moment.text}
              value={moment.feeling as Emotion | undefined}
              disabled={!mayChange(moment)}
              onChange={(feeling) => setEntity(editor, 'moments', moment.id, { feeling })}
            />
            {!readOnly && mayChange(moment) && (
              <IconButton
                icon={X}
                size="small"
                className={styles['faint']}
                label={t('list.remove', { what: moment.text })}
                onClick={() => removeMoment(editor, moment.id)}
              />
            )}
          </>
        )}
      </ReorderList>
      <VisuallyHidden live="polite">{said}</VisuallyHidden>
    </div>
  )
}
