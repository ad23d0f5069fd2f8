import type { Quote } from '../../../shared/journey/triage/triage.ts'
import { periodName } from '../../../shared/scene/periodName.ts'
import type { Editor } from '../../editor/editor.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { nameOfStep } from '../placeNames.ts'
import { languageName } from './languageName.ts'
import styles from './Triage.module.css'

/** What is known of a quote besides its words, in one line. */
export function QuoteFacts({ editor, quote }: { readonly editor: Editor; readonly quote: Quote }) {
  const { t } = useT()
  const { number } = useFormat()
  const reader = useLanguage()
  const { feedback, merged } = quote
  const note = feedback.note && editor.workshop.shapes.get(feedback.note)
  const step = note?.kind === 'note' ? editor.workshop.journeys.get('steps', note.cell?.step) : undefined
  const facts = [
    step && `→ ${nameOfStep(editor, step)}`,
    feedback.language && languageName(feedback.language, reader),
    feedback.rating === undefined ? '' : t('feedback.rating', { rating: number(feedback.rating) }),
    feedback.date && periodName(feedback.date, { t, number }),
    feedback.source,
    feedback.channel,
    feedback.author,
    merged.length > 0 && t('feedback.merged', { count: merged.length }),
  ].filter((fact) => typeof fact === 'string' && fact !== '')
  return (
    <p className={styles['facts']}>
      {facts.map((fact) => (
        <bdi key={String(fact)}>{fact}</bdi>
      ))}
    </p>
  )
}
