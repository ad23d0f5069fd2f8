import { X } from 'lucide-react'
import { MOST_NAME, type Stage } from '../../../shared/journey/entities.ts'
import { STAGE_SET_IDS, STAGE_SETS, type StageSet } from '../../../shared/journey/flow/stageSets.ts'
import type { StoryId } from '../../../shared/journey/ids.ts'
import { stageName } from '../../../shared/scene/journeyNames.ts'
import type { Editor } from '../../editor/editor.ts'
import { addStages } from '../../editor/journey/makeFrames.ts'
import { moveEntity } from '../../editor/journey/moveEntity.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { deleteStage } from '../../editor/journey/stageCommands.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { EntryField } from '../fields/EntryField.tsx'
import { LineField } from '../fields/LineField.tsx'
import { ReorderList } from '../fields/ReorderList.tsx'
import type { PanelSession } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import styles from './flow.module.css'

interface StagesFieldProps {
  readonly editor: Editor
  readonly session: PanelSession
  readonly story: StoryId
  readonly stages: readonly Stage[]
}

/** The stages that all tracks share: a set to begin with, then each by itself. */
export function StagesField({ editor, session, story, stages }: StagesFieldProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const undoably = useUndoable(editor, session)
  const { fixed: readOnly } = editor

  function remove(stage: Stage): void {
    const message = t('flow.frames.stageDeleted', { name: stageName(stage, words) })
    undoably(message, () => deleteStage(editor, stage.id))
  }
  return (
    <section className={styles['group']}>
      <h4 className={styles['groupTitle']}>{t('flow.frames.stages')}</h4>
      {stages.length === 0 && !readOnly && <Sets editor={editor} story={story} />}
      <ReorderList
        label={t('flow.frames.stages')}
        items={stages}
        nameOf={(stage) => stageName(stage, words)}
        onMove={readOnly ? undefined : (id, to) => moveEntity(editor, 'stages', stages, id, to)}
      >
        {(stage) => (
          <>
            <LineField
              label={t('flow.frames.stageName')}
              placeholder={t('journey.stage')}
              readOnly={readOnly}
              value={stage.name}
              onEdit={(name, step) => setEntity(editor, 'stages', stage.id, { name }, step)}
            />
            {!readOnly && (
              <IconButton
                icon={X}
                size="small"
                className={styles['faint']}
                label={t('list.remove', { what: stageName(stage, words) })}
                onClick={() => remove(stage)}
              />
            )}
          </>
        )}
      </ReorderList>
      {!readOnly && (
        <EntryField
          label={t('flow.frames.addStage')}
          placeholder={t('flow.frames.addStage')}
          most={MOST_NAME}
          onAdd={(name) => addStages(editor, story, [{ name }])}
        />
      )}
    </section>
  )
}

/** Names to begin with. */
function Sets({ editor, story }: { readonly editor: Editor; readonly story: StoryId }) {
  const { t } = useT()
  const language = useLanguage()
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' })
  const namesOf = (set: StageSet) => STAGE_SETS[set].map(([name]) => t(`stockStage.${name}`))
  return (
    <div className={styles['sets']} role="group" aria-label={t('flow.frames.sets')}>
      {STAGE_SET_IDS.map((set, index) => (
        <button
          key={set}
          type="button"
          className={styles['set']}
          data-first-stop={index === 0 ? '' : undefined}
          onClick={() =>
            addStages(
              editor,
              story,
              STAGE_SETS[set].map(([name, phase]) => ({ name: t(`stockStage.${name}`), phase })),
            )
          }
        >
          <strong>{t(`stageSet.${set}`)}</strong>
          <span>{list.format(namesOf(set))}</span>
        </button>
      ))}
    </div>
  )
}
