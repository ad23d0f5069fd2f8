import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import type { MenuEntry } from '../../../../shared/actions/menus.ts'
import type { Board } from '../../../../shared/model/boards.ts'
import { useT } from '../../../i18n/useT.ts'
import type { Together } from '../../../session/createTogether.ts'
import { BoardDots } from '../../../session/presence/BoardDots.tsx'
import { ContextMenu } from '../../../ui/ContextMenu.tsx'
import { ActionMenuEntries } from '../../menus/ActionMenuEntries.tsx'
import { boardName } from './boardName.ts'
import styles from './BoardTabs.module.css'

interface BoardTabProps {
  readonly board: Board
  readonly shown: boolean
  readonly together: Together
  readonly renaming: boolean
  readonly dragged: boolean
  readonly style: CSSProperties | undefined
  readonly onShow: () => void
  readonly onRename: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
}

/** One board's tab. What its menu does is about the board that is shown, so the menu shows it first. */
export function BoardTab({
  board,
  shown,
  together,
  renaming,
  dragged,
  style,
  onShow,
  onRename,
  ...events
}: BoardTabProps) {
  const { t } = useT()
  return (
    <ContextMenu
      onOpenChange={(open) => open && onShow()}
      area={
        <div
          role="presentation"
          className={styles['slot']}
          data-board={board.id}
          data-dragged={dragged || undefined}
          data-renaming={renaming || undefined}
          style={style}
          onPointerDown={events.onPointerDown}
        >
          <button
            type="button"
            role="tab"
            className={styles['tab']}
            aria-selected={shown}
            tabIndex={shown ? 0 : -1}
            title={board.lost && t('boards.recoveredHint')}
            onClick={onShow}
            onDoubleClick={onRename}
            onKeyDown={events.onKeyDown}
          >
            <bdi>{boardName(t, board)}</bdi>
            {!shown && <BoardDots together={together} board={board.id} />}
          </button>
        </div>
      }
    >
      <ActionMenuEntries entries={ENTRIES} />
    </ContextMenu>
  )
}

const ENTRIES: readonly MenuEntry[] = [
  'board.rename',
  'board.duplicate',
  'separator',
  'board.moveBack',
  'board.moveForward',
  'separator',
  'board.delete',
]
