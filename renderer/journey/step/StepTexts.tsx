import { setSteps } from '../../editor/journey/frameCommands.ts'
import { useT } from '../../i18n/useT.ts'
import { MOST_NAME, MOST_WORDS } from '../../../shared/journey/entities.ts'
import { WordsField } from '../fields/WordsField.tsx'
import { sameOf } from './sameOf.ts'
import type { StepFieldsProps } from './stepFields.ts'

/** Fields that are mostly one line. */
const LINE = { minBlockSize: 34 }

/** Title, caption, what we do today, and the place. */
export function StepTexts({ editor, steps, ids }: StepFieldsProps) {
  const { t } = useT()
  const text = (field: 'title' | 'caption' | 'today' | 'place') => {
    const { value = '', mixed } = sameOf(steps, (step) => step[field])
    return {
      value,
      placeholder: mixed ? t('stepPanel.mixed') : undefined,
      readOnly: editor.fixed,
      maxLength: field === 'place' ? MOST_NAME : MOST_WORDS,
      onEdit: (next: string, step: object) => setSteps(editor, ids, { [field]: next }, step),
    }
  }
  return (
    <>
      <WordsField label={t('frame.title')} rows={1} style={LINE} data-first-stop {...text('title')} />
      <WordsField label={t('frame.caption')} rows={3} {...text('caption')} />
      <WordsField label={t('lane.today')} rows={2} {...text('today')} />
      <WordsField label={t('frame.place')} rows={1} style={LINE} {...text('place')} />
    </>
  )
}
