import { ChevronDown, Route, Trash2 } from 'lucide-react'
import { useId } from 'react'
import type { Journey } from '../../../shared/journey/entities.ts'
import { trackName } from '../../../shared/journey/trackName.ts'
import { journeyName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { showMapOf } from '../../editor/journey/showViews.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { LineField } from '../fields/LineField.tsx'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import { Avatar } from '../personas/Avatar.tsx'
import { JourneyForm } from './JourneyForm.tsx'
import styles from './journeys.module.css'

interface JourneyCardProps {
  readonly editor: Editor
  readonly journey: Journey
  readonly open: boolean
  readonly onToggle: () => void
  readonly onDelete: () => void
}

/** A journey: whose and what it is called, the way to its map, and all the rest once it is opened. */
export function JourneyCard({ editor, journey, open, onToggle, onDelete }: JourneyCardProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const form = useId()
  const { fixed: readOnly } = editor
  const { journeys, shapes } = editor.workshop
  const actor = journeys.get('personas', journey.actor)
  const hasMap = shapes.placement.mapOf(journey.id) !== undefined
  const name = journey.name || trackName(journey, actor, words)
  const steps = journeys.stepsOf(journey.id).length
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <Avatar persona={actor} />
        <div className={styles['what']}>
          <LineField
            className={styles['name']}
            label={t('journeys.name')}
            named
            placeholder={trackName(journey, actor, words)}
            readOnly={readOnly}
            value={journey.name}
            onEdit={(next, step) => setEntity(editor, 'journeys', journey.id, { name: next }, step)}
          />
          <span className={styles['facts']}>
            {journeyName({ ...journey, name: '' }, words)} · {t('journeys.steps', { count: steps })}
          </span>
        </div>
        {(hasMap || !readOnly) && (
          <IconButton
            icon={Route}
            size="small"
            className={hasMap ? undefined : styles['absent']}
            label={hasMap ? t('journeys.showMap', { name }) : t('journeys.placeMap', { name })}
            onClick={() => showMapOf(editor, journey.id, coveredByPanel())}
          />
        )}
        {!readOnly && (
          <IconButton icon={Trash2} size="small" label={t('journeys.delete', { name })} onClick={onDelete} />
        )}
        <IconButton
          icon={ChevronDown}
          size="small"
          className={styles['more']}
          label={t('journeys.more', { name })}
          aria-expanded={open}
          aria-controls={form}
          onClick={onToggle}
        />
      </div>
      <div id={form}>{open && <JourneyForm editor={editor} journey={journey} />}</div>
    </div>
  )
}
