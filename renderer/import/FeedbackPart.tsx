import { useMemo, useState } from 'react'
import {
  FEEDBACK_ROLES,
  guessFeedbackMapping,
  withRole,
  type FeedbackMapping,
} from '../../shared/journey/importData/feedbackMapping.ts'
import { feedbackFrom, type FeedbackDraft } from '../../shared/journey/importData/feedbackFrom.ts'
import { columnsOf, rowsBelow } from '../../shared/journey/importData/table.ts'
import { periodName } from '../../shared/scene/periodName.ts'
import { sentimentOf } from '../../shared/journey/triage/triage.ts'
import { freshFeedback } from '../editor/journey/feedbackCommands.ts'
import { useT } from '../i18n/useT.ts'
import { useFormat } from '../i18n/useFormat.ts'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import { ImportFooter } from './ImportFooter.tsx'
import { sourceName, type ImportPartProps } from './importPart.ts'
import styles from './ImportData.module.css'
import { Problems } from './Problems.tsx'
import { RoleTable } from './RoleTable.tsx'
import { withBroken } from './withBroken.ts'

interface FeedbackPartProps extends ImportPartProps {
  readonly onStart: (mapping: FeedbackMapping) => void
}

/** Quotes shown before the import. */
const SHOWN = 3

/** A quote for each row: which column is its text, and what else is known of it. */
export function FeedbackPart({ table, fileName, editor, remembered, buttons, onStart }: FeedbackPartProps) {
  const { t } = useT()
  const { rows } = table
  const [mapping, setMapping] = useState<FeedbackMapping>(
    () => fitting(remembered?.feedback, rows) ?? guessFeedbackMapping(rows),
  )
  const found = useMemo(() => feedbackFrom(rows, mapping, sourceName(fileName)), [rows, mapping, fileName])
  const fresh = freshFeedback(editor, found.feedback, !mapping.roles.includes('id'))
  const known = found.feedback.length - fresh.length
  const total = rowsBelow(rows, mapping.header).length
  const columns = columnsOf(rows, mapping.header)
  const isReady = mapping.roles.includes('text')
  return (
    <>
      <div className={styles['bar']}>
        <Switch
          label={t('import.header')}
          checked={mapping.header}
          onChange={(header) => setMapping({ ...mapping, header })}
        />
        {remembered?.feedback && (
          <Button variant="ghost" onClick={() => setMapping(guessFeedbackMapping(rows))}>
            {t('importData.startOver')}
          </Button>
        )}
      </div>
      <RoleTable
        rows={rows}
        header={mapping.header}
        roles={mapping.roles}
        all={FEEDBACK_ROLES.map((value) => ({ value, label: t(`feedbackRole.${value}`) }))}
        onRole={(column, role) => setMapping({ ...mapping, roles: withRole(mapping.roles, column, role) })}
      />
      <h3 className={styles['heading']}>{t('importData.made')}</h3>
      <ul className={styles['quotes']} aria-label={t('import.preview')}>
        {found.feedback.slice(0, SHOWN).map((draft) => (
          <QuotePreview key={draft.id} draft={draft} />
        ))}
      </ul>
      <div className={styles['summary']} role="status">
        <p>
          {!isReady
            ? t('importData.noTextColumn')
            : t('importData.rowsUsed', { used: found.feedback.length, count: total })}
          {known > 0 && ` ${t('importData.known', { count: known })}`}
        </p>
        <Problems
          problems={withBroken(found.problems, table)}
          nameOf={(column) => columns[column]?.name || t('import.column', { number: column + 1 })}
        />
      </div>
      <ImportFooter
        {...buttons}
        label={t('importData.confirmFeedback', { count: fresh.length })}
        disabled={fresh.length === 0}
        onConfirm={() => onStart(mapping)}
      />
    </>
  )
}

/** What was remembered, as far as the table still has these columns. */
const fitting = (mapping: FeedbackMapping | undefined, rows: ImportPartProps['table']['rows']) =>
  mapping && mapping.roles.length === columnsOf(rows, mapping.header).length ? mapping : undefined

function QuotePreview({ draft }: { readonly draft: FeedbackDraft }) {
  const { t } = useT()
  const { number } = useFormat()
  const sentiment = sentimentOf(draft)
  const facts = [
    draft.source,
    draft.channel,
    draft.language,
    draft.rating === undefined ? undefined : t('feedback.rating', { rating: number(draft.rating) }),
    sentiment === 'unknown' ? undefined : t(`sentiment.${sentiment}`),
    draft.date && periodName(draft.date, { t, number }),
    draft.author,
  ].filter((fact) => fact)
  return (
    <li className={styles['quote']}>
      <p dir="auto">{draft.text}</p>
      <small>
        {facts.map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
      </small>
    </li>
  )
}
