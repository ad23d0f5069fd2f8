import { PERSONA_PROMPTS, type Persona } from '../../../shared/journey/entities.ts'
import type { Editor } from '../../editor/editor.ts'
import { setEntity } from '../../editor/journey/setEntity.ts'
import { useT } from '../../i18n/useT.ts'
import { ColorChoice } from '../fields/ColorChoice.tsx'
import { WordsField } from '../fields/WordsField.tsx'
import styles from './personas.module.css'

interface PersonaFormProps {
  readonly editor: Editor
  readonly persona: Persona
}

/** What there is to know of a persona besides name and role, each with a question to answer together. */
export function PersonaForm({ editor, persona }: PersonaFormProps) {
  const { t } = useT()
  const { fixed: readOnly } = editor
  const { id, color, summary } = persona
  return (
    <div className={styles['form']}>
      <ColorChoice
        label={t('persona.color')}
        value={color}
        disabled={readOnly}
        onChange={(next) => setEntity(editor, 'personas', id, { color: next })}
      />
      <WordsField
        label={t('persona.summary')}
        placeholder={t('persona.summaryHint')}
        rows={2}
        readOnly={readOnly}
        value={summary}
        onEdit={(next, step) => setEntity(editor, 'personas', id, { summary: next }, step)}
      />
      {PERSONA_PROMPTS.map((prompt) => (
        <WordsField
          key={prompt}
          label={t(`personaPrompt.${prompt}`)}
          placeholder={t(`personaQuestion.${prompt}`)}
          rows={2}
          readOnly={readOnly}
          value={persona[prompt]}
          onEdit={(next, step) => setEntity(editor, 'personas', id, { [prompt]: next }, step)}
        />
      ))}
    </div>
  )
}
