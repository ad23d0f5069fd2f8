import { ChevronDown, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { directionOf } from '../../../shared/i18n/languages.ts'
import { MOST_NAME, type Persona } from '../../../shared/journey/entities.ts'
import type { PersonaId } from '../../../shared/journey/ids.ts'
import { personaName } from '../../../shared/scene/journeyNames.ts'
import { deleteJourney } from '../../editor/journey/journeyCommands.ts'
import { addTrack, addTrackFor } from '../../editor/journey/addTrack.ts'
import { removePersona } from '../../editor/journey/personas.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useStore } from '../../ui/useStore.ts'
import { EntryField } from '../fields/EntryField.tsx'
import { LineField } from '../fields/LineField.tsx'
import { useUndoable } from '../panel/useUndoable.ts'
import { Avatar } from '../personas/Avatar.tsx'
import { PersonaForm } from '../personas/PersonaForm.tsx'
import styles from './flow.module.css'
import type { FlowStepProps } from './flowStepProps.ts'

/** Whose way is drawn: everybody who is added gets a track of their own. */
export function PersonasStep({ editor, session, flow }: FlowStepProps) {
  const { t } = useT()
  const words = useStore(editor.words)
  const undoably = useUndoable(editor, session)
  const direction = directionOf(useLanguage())
  const personas = editor.workshop.journeys.all('personas')

  function remove(persona: Persona): void {
    const message = t('persona.deleted', { name: personaName(persona, words) })
    undoably(message, () => removePersona(editor, persona.id))
  }
  function setTrack(persona: Persona, on: boolean): void {
    const journey = flow.tracks.find(({ actor }) => actor?.id === persona.id)?.journey.id
    if (on) addTrackFor(editor, persona.id, { story: flow.story, direction })
    else if (journey)
      undoably(t('journeys.deleted', { name: personaName(persona, words) }), () =>
        deleteJourney(editor, journey),
      )
  }
  return (
    <div className={styles['stack']}>
      {!editor.fixed && (
        <EntryField
          label={t('persona.add')}
          placeholder={t('flow.personas.entry')}
          most={MOST_NAME}
          first
          onAdd={(name) => addTrack(editor, { name, story: flow.story, direction })}
        />
      )}
      <ul className={styles['plain']} aria-label={t('action.panel.personas')}>
        {personas.map((persona) => (
          <li key={persona.id} className={styles['card']}>
            <PersonaRow
              editor={editor}
              persona={persona}
              name={personaName(persona, words)}
              hasTrack={flow.tracks.some(({ actor }) => actor?.id === persona.id)}
              onTrack={(on) => setTrack(persona, on)}
              onDelete={() => remove(persona)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PersonaRowProps {
  readonly editor: FlowStepProps['editor']
  readonly persona: Persona
  readonly name: string
  readonly hasTrack: boolean
  readonly onTrack: (on: boolean) => void
  readonly onDelete: () => void
}

function PersonaRow({ editor, persona, name, hasTrack, onTrack, onDelete }: PersonaRowProps) {
  const { t } = useT()
  const form = useId()
  const [open, setOpen] = useState(false)
  const { fixed: readOnly } = editor
  const set = (id: PersonaId, field: 'name' | 'role') => (next: string, step: object) =>
    setEntity(editor, 'personas', id, { [field]: next }, step)
  return (
    <>
      <div className={styles['row']}>
        <Avatar persona={persona} />
        <div className={styles['grow']}>
          <LineField
            className={styles['strong']}
            label={t('persona.name')}
            placeholder={t('persona.name')}
            readOnly={readOnly}
            value={persona.name}
            onEdit={set(persona.id, 'name')}
          />
          <LineField
            className={styles['quiet']}
            label={t('persona.role')}
            placeholder={t('persona.roleHint')}
            readOnly={readOnly}
            value={persona.role}
            onEdit={set(persona.id, 'role')}
          />
        </div>
        {!readOnly && (
          <IconButton icon={Trash2} size="small" label={t('persona.delete', { name })} onClick={onDelete} />
        )}
        <IconButton
          icon={ChevronDown}
          size="small"
          className={styles['more']}
          label={t('persona.more', { name })}
          aria-expanded={open}
          aria-controls={form}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div id={form}>{open && <PersonaForm editor={editor} persona={persona} />}</div>
      <Switch label={t('flow.personas.track')} checked={hasTrack} onChange={onTrack} disabled={readOnly} />
    </>
  )
}
