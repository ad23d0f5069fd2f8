import { ChevronDown, Plus } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { type BoardId } from '../../../../shared/model/ids.ts'
import { placeBoard, renameBoard } from '../../../editor/commands/boards.ts'
import type { Editor } from '../../../editor/editor.ts'
import type { Together } from '../../../session/createTogether.ts'
import { useT } from '../../../i18n/useT.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { MenuRadioGroup, MenuRadioItem } from '../../../ui/MenuItem.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useAction } from '../../actions/useAction.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import { keepFocus } from '../keepFocus.ts'
import { boardActions } from './boardActions.ts'
import { boardName } from './boardName.ts'
import { BoardNameField } from './BoardNameField.tsx'
import { BoardTab } from './BoardTab.tsx'
import styles from './BoardTabs.module.css'
import { tabKeys } from './tabKeys.ts'
import { useOverflow } from './useOverflow.ts'
import { useTabDrag } from './useTabDrag.ts'

/** The boards of the workshop, in a row that scrolls; whatever can be done with them is done here. */
export function BoardTabs({ editor, together }: { readonly editor: Editor; readonly together: Together }) {
  const { actions } = useApp()
  const { t } = useT()
  const { boards } = editor.workshop
  const all = useSyncExternalStore(boards.subscribe, boards.all)
  const shown = useStore(editor.board)
  const [renaming, setRenaming] = useState<BoardId | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const drag = useTabDrag(row, (id, index) => placeBoard(editor, id, index))
  const add = useAction('board.add')
  useBoardActions(editor, setRenaming)
  useOverflow(row)
  useFocusFollows(row, shown)

  const renamed = all.find(({ id }) => id === renaming)
  const onKeyDown = tabKeys(editor, actions)
  return (
    <nav className={styles['boards']} aria-label={t('boards.label')} onMouseDown={keepFocus}>
      <div ref={row} className={styles['row']}>
        <div role="tablist" aria-label={t('boards.label')} className={styles['tabs']}>
          {all.map((board, index) => (
            <BoardTab
              key={board.id}
              board={board}
              shown={board.id === shown}
              renaming={board === renamed}
              together={together}
              dragged={board.id === drag.dragged}
              style={drag.styleOf(index)}
              onShow={() => editor.showBoard(board.id)}
              onRename={() => actions.run('board.rename')}
              onKeyDown={onKeyDown}
              onPointerDown={(event) => {
                if (!editor.fixed) drag.start(event, board.id)
              }}
            />
          ))}
        </div>
        {renamed && (
          <BoardNameField
            key={renamed.id}
            board={renamed}
            row={row}
            onDone={(name) => {
              setRenaming(null)
              if (name !== undefined) renameBoard(editor, renamed.id, name)
            }}
          />
        )}
      </div>
      <BoardList editor={editor} />
      {add.enabled && <IconButton icon={Plus} size="small" label={add.label} onClick={add.run} />}
      <Announcement editor={editor} />
    </nav>
  )
}

/** Makes the actions possible, and keeps their states in step with the boards. */
function useBoardActions(editor: Editor, rename: (board: BoardId) => void): void {
  const { actions, toasts, translator } = useApp()
  useLayoutEffect(() => {
    const changed = () => actions.changed()
    const stops = [
      actions.register(boardActions(editor, { toasts, t: translator.t, rename })),
      editor.workshop.boards.subscribe(changed),
      editor.board.subscribe(changed),
    ]
    return () => stops.forEach((stop) => stop())
  }, [actions, toasts, translator, editor, rename])
}

/** The tab of the board that is shown can be seen, and has the focus if another tab had it. */
function useFocusFollows(row: RefObject<HTMLElement | null>, shown: BoardId): void {
  const focused = useRef(false)
  useEffect(() => {
    const element = row.current
    if (!element) return
    const isTab = ({ target }: FocusEvent) => target instanceof HTMLElement && target.role === 'tab'
    const onFocusIn = (event: FocusEvent) => (focused.current = isTab(event))
    // A tab that is removed loses the focus as well: that goes to the tab that takes its place.
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target instanceof Node && target.isConnected)
          focused.current = element.contains(document.activeElement)
      })
    element.addEventListener('focusin', onFocusIn)
    element.addEventListener('focusout', onFocusOut)
    return () => {
      element.removeEventListener('focusin', onFocusIn)
      element.removeEventListener('focusout', onFocusOut)
    }
  }, [row])
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (focused.current) tab?.focus()
  }, [row, shown])
}

/** All boards in a menu, for when they do not fit into the row. */
function BoardList({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const { boards } = editor.workshop
  const all = useSyncExternalStore(boards.subscribe, boards.all)
  const shown = useStore(editor.board)
  return (
    <span className={styles['list']}>
      <Menu trigger={<IconButton icon={ChevronDown} size="small" label={t('boards.all')} />}>
        <MenuRadioGroup value={shown} onChange={(id) => editor.showBoard(id as BoardId)}>
          {all.map((board) => (
            <MenuRadioItem key={board.id} value={board.id}>
              {boardName(t, board)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </Menu>
    </span>
  )
}

/** Says which board is shown now, to those who cannot see it. */
function Announcement({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const shown = useStore(editor.board)
  const [first] = useState(shown)
  const [moved, setMoved] = useState(false)
  if (shown !== first && !moved) setMoved(true)
  const board = editor.workshop.boards.get(shown)
  return (
    <VisuallyHidden>
      <span role="status">{moved && board && t('boards.shown', { name: boardName(t, board) })}</span>
    </VisuallyHidden>
  )
}
