import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { FeedbackId } from '../../../shared/journey/ids.ts'
import { findDuplicates, type DuplicateGroup } from '../../../shared/journey/triage/findDuplicates.ts'
import type { Quote } from '../../../shared/journey/triage/triage.ts'
import type { Editor } from '../../editor/editor.ts'
import { mergeAllFeedback } from '../../editor/journey/feedbackCommands.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { PanelSession } from '../panel/panelProps.ts'
import { useUndoable } from '../panel/useUndoable.ts'
import styles from './Triage.module.css'

interface DuplicatesProps {
  readonly editor: Editor
  readonly session: PanelSession
  readonly quotes: readonly Quote[]
  readonly onClose: () => void
}

/** Groups shown at once: more are there when these are dealt with. */
const SHOWN = 50

/** Quotes that say the same, or nearly: merged ones count with the one that is kept. */
export function Duplicates({ editor, session, quotes, onClose }: DuplicatesProps) {
  const { t } = useT()
  const undoable = useUndoable(editor, session)
  const [apart, setApart] = useState<ReadonlySet<FeedbackId>>(new Set())
  const found = useMemo(() => {
    const texts = quotes.flatMap(({ feedback, status }) => (status === 'dismissed' ? [] : [feedback]))
    return findDuplicates(texts)
  }, [quotes])
  const groups = found.filter(({ keep }) => !apart.has(keep))

  function merge(these: readonly DuplicateGroup<FeedbackId>[]): void {
    const count = these.reduce((sum, { others }) => sum + others.length, 0)
    const mergers = these.map(({ keep, others }) => ({ keep, others: others.map(({ id }) => id) }))
    undoable(t('feedback.mergedDone', { count }), () => mergeAllFeedback(editor, mergers))
  }
  return (
    <div className={styles['panel']}>
      <div className={styles['formHead']}>
        <Button
          variant="ghost"
          icon={ArrowLeft}
          className={styles['back']}
          data-first-stop=""
          onClick={onClose}
        >
          {t('feedback.back')}
        </Button>
        {groups.length > 0 && <Button onClick={() => merge(groups)}>{t('feedback.mergeAll')}</Button>}
      </div>
      {groups.length === 0 ? (
        <EmptyState title={t('feedback.noDuplicates')} />
      ) : (
        <ul className={styles['groups']} aria-label={t('feedback.duplicateList')}>
          {groups.slice(0, SHOWN).map((group) => (
            <Group
              key={group.keep}
              group={group}
              textOf={(id) => editor.workshop.journeys.get('feedback', id)?.text ?? ''}
              onMerge={() => merge([group])}
              onApart={() => setApart(new Set([...apart, group.keep]))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

interface GroupProps {
  readonly group: DuplicateGroup<FeedbackId>
  readonly textOf: (id: FeedbackId) => string
  readonly onMerge: () => void
  readonly onApart: () => void
}

function Group({ group: { keep, others }, textOf, onMerge, onApart }: GroupProps) {
  const { t } = useT()
  const { percent } = useFormat()
  return (
    <li className={styles['group']}>
      <div className={styles['same']}>
        <small>{t('feedback.kept')}</small>
        <p dir="auto">{textOf(keep)}</p>
      </div>
      {others.map(({ id, likeness }) => (
        <div key={id} className={styles['same']}>
          <small>
            {likeness === 1 ? t('feedback.same') : t('feedback.alike', { share: percent(likeness) })}
          </small>
          <p dir="auto">{textOf(id)}</p>
        </div>
      ))}
      <div className={styles['deeds']}>
        <Button onClick={onMerge}>{t('feedback.merge')}</Button>
        <Button variant="ghost" onClick={onApart}>
          {t('feedback.apart')}
        </Button>
      </div>
    </li>
  )
}
