import { useSyncExternalStore } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useStore } from '../useStore.ts'
import styles from './WorkshopWindow.module.css'

/** What stands on an empty board; and above a board that cannot be changed. */
export function BoardHint({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const board = useStore(editor.board)
  const { shapes } = editor.workshop
  const empty = useSyncExternalStore(shapes.subscribe, () => shapes.count(board) === 0)
  const ghost = useStore(editor.ghost)
  if (editor.readOnly)
    return (
      <p className={styles['notice']} role="note">
        <strong>{t('workshop.readOnlyTitle')}</strong> {t('workshop.readOnlyText')}
      </p>
    )
  if (!empty || ghost) return null
  return (
    <div className={styles['hint']}>
      <EmptyState title={t('workshop.emptyTitle')} text={t('workshop.emptyText')} />
    </div>
  )
}
