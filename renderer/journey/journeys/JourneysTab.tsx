import { Clapperboard, Plus } from 'lucide-react'
import { useState } from 'react'
import { directionOf } from '../../../shared/i18n/languages.ts'
import type { Journey } from '../../../shared/journey/entities.ts'
import { storiesOf } from '../../../shared/journey/flow/flowStory.ts'
import type { JourneyId, StoryId } from '../../../shared/journey/ids.ts'
import { journeyName } from '../../../shared/scene/journeyNames.ts'
import { createJourney, deleteJourney } from '../../editor/journey/journeyCommands.ts'
import { moveEntity } from '../../editor/journey/moveEntity.ts'
import { showStoryboardOf } from '../../editor/journey/showViews.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useStore } from '../../ui/useStore.ts'
import { ReorderList } from '../fields/ReorderList.tsx'
import { coveredByPanel } from '../panel/coveredByPanel.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import { JourneyCard } from './JourneyCard.tsx'
import styles from './journeys.module.css'
import { useStoryName } from './useStoryName.ts'

/** Story by story, with its tracks. */
export function JourneysTab({ editor, session }: PanelProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const undoably = useUndoable(editor, session)
  const direction = directionOf(useLanguage())
  const storyName = useStoryName(editor)
  const [open, setOpen] = useState<JourneyId | null>(null)
  const { journeys, shapes } = editor.workshop
  const stories = storiesOf(journeys)

  function add(story?: StoryId): void {
    const added = createJourney(editor, { name: '', ...(story ? { story } : { direction }) })
    if (added) setOpen(added.journey)
  }
  function remove(journey: Journey): void {
    const name = journeyName(journey, words)
    undoably(t('journeys.deleted', { name }), () => deleteJourney(editor, journey.id))
  }
  return (
    <>
      {stories.length === 0 && <EmptyState title={t('journeys.none')} text={t('journeys.noneText')} />}
      {stories.map((story) => {
        const tracks = journeys.journeysOf(story)
        const isThere = shapes.placement.storyboardOf(story) !== undefined
        return (
          <section key={story} className={styles['story']} aria-label={storyName(story)}>
            <header className={styles['storyHead']}>
              <h3 className={styles['storyName']} dir="auto">
                {storyName(story)}
              </h3>
              <Button
                variant="ghost"
                icon={Clapperboard}
                disabled={editor.fixed && !isThere}
                onClick={() => showStoryboardOf(editor, story, coveredByPanel())}
              >
                {isThere ? t('journeys.showStoryboard') : t('journeys.placeStoryboard')}
              </Button>
            </header>
            <ReorderList
              label={t('journeys.tracks')}
              className={styles['tracks']}
              items={tracks}
              nameOf={(journey) => journeyName(journey, words)}
              onMove={editor.fixed ? undefined : (id, to) => moveEntity(editor, 'journeys', tracks, id, to)}
            >
              {(journey) => (
                <JourneyCard
                  editor={editor}
                  journey={journey}
                  open={open === journey.id}
                  onToggle={() => setOpen(open === journey.id ? null : journey.id)}
                  onDelete={() => remove(journey)}
                />
              )}
            </ReorderList>
            {!editor.fixed && (
              <Button variant="ghost" icon={Plus} className={styles['add']} onClick={() => add(story)}>
                {t('journeys.addTrack')}
              </Button>
            )}
          </section>
        )
      })}
      {!editor.fixed && (
        <div className={styles['foot']}>
          <Button icon={Plus} data-first-stop="" onClick={() => add()}>
            {t('journeys.add')}
          </Button>
          <Button variant="ghost" onClick={() => session.run('panel.flow')}>
            {t('action.panel.flow')}
          </Button>
        </div>
      )}
    </>
  )
}
