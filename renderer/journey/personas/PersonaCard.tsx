import { ChevronDown, Trash2 } from 'lucide-react'
import { useId } from 'react'
import type { Persona } from '../../../shared/journey/entities.ts'
import type { Editor } from '../../editor/editor.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { LineField } from '../fields/LineField.tsx'
import { Avatar } from './Avatar.tsx'
import { PersonaForm } from './PersonaForm.tsx'
import styles from './personas.module.css'

interface PersonaCardProps {
  readonly editor: Editor
  readonly persona: Persona
  /** By its name, or what stands for one. */
  readonly name: string
  /** How many have them as their actor. */
  readonly journeys: number
  readonly open: boolean
  readonly onToggle: () => void
  readonly onDelete: () => void
}

/** A persona: who it is in two lines, and all the rest once it is opened. */
export function PersonaCard(props: PersonaCardProps) {
  const { editor, persona, name, journeys, open, onToggle, onDelete } = props
  const { t } = useT()
  const form = useId()
  const { fixed: readOnly } = editor
  return (
    <div className={styles['card']}>
      <div className={styles['head']}>
        <Avatar persona={persona} size={36} />
        <div className={styles['who']}>
          <LineField
            className={styles['name']}
            label={t('persona.name')}
            placeholder={t('persona.name')}
            readOnly={readOnly}
            value={persona.name}
            onEdit={(next, step) => setEntity(editor, 'personas', persona.id, { name: next }, step)}
          />
          <LineField
            className={styles['role']}
            label={t('persona.role')}
            placeholder={t('persona.roleHint')}
            readOnly={readOnly}
            value={persona.role}
            onEdit={(next, step) => setEntity(editor, 'personas', persona.id, { role: next }, step)}
          />
        </div>
        {journeys > 0 && (
          <span className={styles['count']}>{t('persona.journeys', { count: journeys })}</span>
        )}
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
          onClick={onToggle}
        />
      </div>
      <div id={form}>{open && <PersonaForm editor={editor} persona={persona} />}</div>
    </div>
  )
}
