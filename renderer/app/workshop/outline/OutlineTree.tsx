import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { TreeRow } from '../../../../shared/model/boardTree.ts'
import type { ReadingDirection } from '../../../../shared/model/readingOrder.ts'
import { connectSelection } from '../../../editor/commands/connectByKeys.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { useRowWindow } from '../../../ui/useRowWindow.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'
import type { OutlineModel } from './createOutline.ts'
import { describeNode, shortName, type Describing } from './describeNode.ts'
import { leaveOutline } from './outlineActions.ts'
import styles from './Outline.module.css'
import { OutlineField } from './OutlineField.tsx'
import { outlineKeyOf, WAYS, type OutlineKey } from './outlineKeys.ts'
import { OutlineMenu } from './OutlineMenu.tsx'
import { OutlineRow, ROW } from './OutlineRow.tsx'
import type { OutlineWork } from './outlineWork.ts'
import { isChosen, toggleNode } from './selectNode.ts'
import { useRowFocus } from './useRowFocus.ts'

/** How many rows the page keys go. */
const PAGE = 10

interface OutlineTreeProps {
  readonly editor: Editor
  readonly outline: OutlineModel
  readonly work: OutlineWork
  readonly direction: ReadingDirection
  readonly describing: Describing
  /** Id of the sentence that says which keys work. */
  readonly hint: string
}

/** The rows, of which only those in sight are there, and the one with the focus. */
export function OutlineTree({ editor, outline, work, direction, describing, hint }: OutlineTreeProps) {
  const { context } = useApp()
  const { t } = useT()
  const view = useStore(outline.view)
  const editing = useStore(work.editing)
  const selected = editor.selection.get()
  const chosen = editor.chosen.get()
  const box = useRef<HTMLDivElement>(null)
  const { from, to } = useRowWindow(box, view.rows.length, ROW)
  const focus = useRowFocus(box, view, editing !== null)
  const [menu, setMenu] = useState<TreeRow | null>(null)
  const anchor = useCallback(
    () => box.current?.querySelector('[data-current] [data-actions], [data-current]') ?? null,
    [],
  )
  const { rows, current } = view
  const shown = rows.slice(from, to).map((row, index) => [row, from + index] as const)
  const currentRow = rows[current]
  if (currentRow && (current < from || current >= to)) shown.push([currentRow, current])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    if (event.target.role !== 'treeitem') return
    const key = outlineKeyOf(event.nativeEvent, context.platform, direction)
    if (!key) return
    if (key === 'actions') setMenu(currentRow ?? null)
    else if (!followKey(key, { editor, outline, work })) return
    event.preventDefault()
  }
  function onClick(event: MouseEvent): void {
    const index = rowAt(event.target)
    const row = index === undefined ? undefined : rows[index]
    if (index === undefined || !row) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) toggleNode(editor, row.node)
    else work.go(index)
  }
  return (
    <div ref={box} className={styles['scroll']}>
      <div
        role="tree"
        className={styles['tree']}
        style={{ blockSize: rows.length * ROW }}
        aria-label={t('outline.title')}
        aria-describedby={hint}
        aria-multiselectable
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={work.edit}
        onContextMenu={(event) => {
          event.preventDefault()
          const index = rowAt(event.target)
          if (index !== undefined && index !== current) work.go(index)
          setMenu(rows[index ?? current] ?? null)
        }}
        {...focus.props}
      >
        {shown.map(([row, index]) => {
          const { node } = row
          const words = describeNode(node, describing)
          if (!words) return null
          const text = editing === node.key ? work.editable(node) : undefined
          return (
            <OutlineRow
              key={node.key}
              {...{ index, row, words }}
              shape={node.shape === undefined ? undefined : editor.workshop.shapes.get(node.shape)}
              isCurrent={index === current}
              isSelected={
                isChosen(node, chosen) ||
                (node.members.length > 0 && node.members.every((id) => selected.has(id)))
              }
              actionsLabel={t('outline.actions', { what: words.text })}
              field={
                text && (
                  <OutlineField
                    {...text}
                    name={words.text}
                    onDone={(typed, end) => {
                      if (end !== 'left') focus.keep()
                      work.finishEdit(node, typed, end)
                    }}
                  />
                )
              }
              onToggle={() => outline.setOpen(row, !row.open)}
              onActions={() => {
                work.go(index)
                setMenu(row)
              }}
            />
          )
        })}
      </div>
      <OutlineMenu
        editor={editor}
        work={work}
        node={menu?.node}
        nameOf={(id) => shortName(id, describing)}
        anchor={anchor}
        focusAfter={focus.element}
        onClose={() => setMenu(null)}
      />
    </div>
  )
}

function rowAt(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return row ? Number(row.dataset['row']) : undefined
}

interface Worked {
  readonly editor: Editor
  readonly outline: OutlineModel
  readonly work: OutlineWork
}

/** Does what a key means on the current row. Returns whether it meant anything. */
function followKey(key: OutlineKey, { editor, outline, work }: Worked): boolean {
  const { rows, current } = outline.view.get()
  const row = rows[current]
  const target = rowFor(key, outline)
  if (target !== undefined) {
    if (rows[target]) work.go(target)
    return true
  }
  const by = WAYS[key]
  if (by) work.nudge(by)
  else if (!row) return false
  else if (key === 'inwards') stepIn(row, { editor, outline, work })
  else if (key === 'outwards') {
    if (row.open) outline.setOpen(row, false)
    else if (row.parent >= 0) work.go(row.parent)
  } else if (key === 'extendNext' || key === 'extendPrevious') extend(key, { editor, outline, work })
  else if (key === 'select') toggleNode(editor, row.node)
  else if (key === 'edit') {
    if (work.confirmConnecting()) return true
    if (work.editable(row.node)) work.edit()
    else if (row.open !== undefined) outline.setOpen(row, !row.open)
  } else if (key === 'newNote') work.newNote()
  else if (key === 'earlier') work.moveInOrder(-1)
  else if (key === 'later') work.moveInOrder(1)
  else if (key === 'connect') {
    if (editor.selection.get().size === 2) connectSelection(editor)
    else work.beginConnecting()
  } else if (key === 'leave') {
    if (work.connecting.get() === null) leaveOutline()
    else work.connecting.set(null)
  }
  return true
}

/** Which row a key goes to; nothing for keys that go nowhere. */
function rowFor(key: OutlineKey, { view }: OutlineModel): number | undefined {
  const { rows, current } = view.get()
  const last = rows.length - 1
  const ways: Partial<Record<OutlineKey, number>> = {
    next: current + 1,
    previous: current - 1,
    first: 0,
    last,
    pageDown: Math.min(last, current + PAGE),
    pageUp: Math.max(0, current - PAGE),
  }
  return ways[key]
}

function stepIn(row: TreeRow, { outline, work }: Worked): void {
  if (row.open === false) outline.setOpen(row, true)
  else if (row.open) work.go(outline.view.get().current + 1)
}

/** The next row joins the selection, and what was selected stays. */
function extend(key: 'extendNext' | 'extendPrevious', { editor, outline, work }: Worked): void {
  const before = editor.selection.get()
  work.go(outline.view.get().current + (key === 'extendNext' ? 1 : -1))
  editor.selection.set(new Set([...before, ...editor.selection.get()]))
}
