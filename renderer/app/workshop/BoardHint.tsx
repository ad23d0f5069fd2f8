import { useSyncExternalStore } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { useT } from '../../i18n/useT.ts'
import { openPanel } from '../../journey/panel/openPanel.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ACTION_ICONS } from '../../ui/icons.ts'
import { useStore } from '../useStore.ts'
import styles from './WorkshopWindow.module.css'

/** What stands on an empty board; and above a board that cannot be changed. */
export function BoardHint({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const board = useStore(editor.board)
  const { shapes } = editor.workshop
  const empty = useSyncExternalStore(shapes.subscribe, () => shapes.count(board) === 0)
  const ghost = useStore(editor.ghost)
  const { panel } = useStore(editor.view)
  const tool = useStore(editor.tool)
  const looksOn = useStore(editor.role) === 'viewer'
  if (editor.readOnly)
    return (
      <p className={styles['notice']} role="note">
        <strong>{t(looksOn ? 'workshop.viewerTitle' : 'workshop.readOnlyTitle')}</strong>{' '}
        {t(looksOn ? 'workshop.viewerText' : 'workshop.readOnlyText')}
      </p>
    )
  if (!empty || ghost || panel === 'flow') return null
  return (
    <div className={styles['hint']}>
      <EmptyState title={t('workshop.emptyTitle')} text={t('workshop.emptyText')}>
        {tool === 'select' && (
          <Button
            className={styles['offer']}
            icon={ACTION_ICONS['panel.flow']}
            onClick={() => openPanel(editor, 'flow')}
          >
            {t('action.panel.flow')}
          </Button>
        )}
      </EmptyState>
    </div>
  )
}
