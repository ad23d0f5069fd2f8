import { useState } from 'react'
import { MOST_NAME, type Persona } from '../../../shared/journey/entities.ts'
import type { PersonaId } from '../../../shared/journey/ids.ts'
import { personaName } from '../../../shared/scene/journeyNames.ts'
import { moveEntity } from '../../editor/journey/moveEntity.ts'
import { addPersona, removePersona } from '../../editor/journey/personas.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useStore } from '../../ui/useStore.ts'
import { EntryField } from '../fields/EntryField.tsx'
import { ReorderList } from '../fields/ReorderList.tsx'
import { useWorkshopChanges } from '../useWorkshopChanges.ts'
import type { PanelProps } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import sheet from '../panel/panel.module.css'
import { PersonaCard } from './PersonaCard.tsx'
import styles from './personas.module.css'

/** Everybody whose way is drawn: reusable in all journeys of the workshop. */
export function PersonasPanel({ editor, session }: PanelProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const undoably = useUndoable(editor, session)
  const [open, setOpen] = useState<PersonaId | null>(null)
  const { journeys } = editor.workshop
  useWorkshopChanges(editor.workshop)
  const personas = journeys.all('personas')
  const countOf = (id: PersonaId) => journeys.all('journeys').filter(({ actor }) => actor === id).length

  function remove(persona: Persona): void {
    const message = t('persona.deleted', { name: personaName(persona, words) })
    undoably(message, () => removePersona(editor, persona.id))
  }
  return (
    <div className={sheet['sheet']}>
      {!editor.fixed && (
        <div className={sheet['bar']}>
          <EntryField
            label={t('persona.add')}
            placeholder={t('persona.addHint')}
            most={MOST_NAME}
            first
            onAdd={(name) => addPersona(editor, { name })}
          />
        </div>
      )}
      <div className={sheet['scroll']}>
        {personas.length === 0 && <EmptyState title={t('persona.none')} text={t('persona.noneText')} />}
        <ReorderList
          label={t('action.panel.personas')}
          className={styles['cards']}
          items={personas}
          nameOf={(persona) => personaName(persona, words)}
          onMove={editor.fixed ? undefined : (id, to) => moveEntity(editor, 'personas', personas, id, to)}
        >
          {(persona) => (
            <PersonaCard
              editor={editor}
              persona={persona}
              name={personaName(persona, words)}
              journeys={countOf(persona.id)}
              open={open === persona.id}
              onToggle={() => setOpen(open === persona.id ? null : persona.id)}
              onDelete={() => remove(persona)}
            />
          )}
        </ReorderList>
      </div>
    </div>
  )
}
