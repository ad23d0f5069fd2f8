import {
  boardTree,
  treeRows,
  wayTo,
  type TreeNode,
  type TreeRow,
} from '../../../../shared/model/boardTree.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { ReadingDirection } from '../../../../shared/model/readingOrder.ts'
import { createStore, type Dispose, type Store } from '../../../../shared/util/store.ts'
import { toggleSection } from '../../../editor/commands/foldSections.ts'
import type { Editor } from '../../../editor/editor.ts'
import { changesTree } from './changesTree.ts'
import { isChosen, selectNode, wayToPart } from './selectNode.ts'

/** What the outline shows. A new object whenever any of it, or the text of any shape, may have changed. */
export interface OutlineView {
  readonly tree: readonly TreeNode[]
  readonly rows: readonly TreeRow[]
  /** Row that has the focus, or will have it; -1 for none. */
  readonly current: number
}

/** The board as a list that is worked with by keyboard. It follows the document for as long as it is started. */
export interface OutlineModel {
  readonly view: Pick<Store<OutlineView>, 'get' | 'subscribe'>
  /** Makes a row the current one, and selects what it stands for. */
  go(row: number): void
  /** Shows what lies in a row, or hides it. */
  setOpen(row: TreeRow, open: boolean): void
  /** Catches up with the document at once. */
  refresh(): void
  start(): Dispose
}

export interface OutlineOptions {
  readonly direction: ReadingDirection
  /** Somebody is working in it: what they do is to be seen at once, and what is current is selected. */
  readonly inUse: () => boolean
}

/** Changes closer together than this are shown at once, in ms. */
const PAUSE_MS = 200

export function createOutline(editor: Editor, { direction, inUse }: OutlineOptions): OutlineModel {
  const { workshop, selection, preview, marquee } = editor
  /** What somebody has opened or closed. */
  const opened = new Map<string, boolean>()
  const view = createStore<OutlineView>({ tree: [], rows: [], current: -1 })
  const count = () => workshop.shapes.count(editor.board.get())
  let counted = 0
  let treeIsOld = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false

  function isOpen({ key, shape: id, group, part, children }: TreeNode): boolean {
    const shape = id === undefined ? undefined : workshop.shapes.get(id)
    if (shape?.kind === 'section' && shape.collapsed && !editor.readOnly) return false
    // Stamps stay folded away: they are said with what they are on.
    const isView = shape?.kind === 'map' || shape?.kind === 'storyboard'
    const usually =
      group !== undefined ||
      isView ||
      part?.kind === 'stage' ||
      (shape?.kind === 'section' && !shape.collapsed)
    return opened.get(key) ?? (usually && children.length > 0)
  }

  function refresh(): void {
    clearTimeout(timer)
    timer = undefined
    isDue = false
    const before = view.get()
    const tree = treeIsOld
      ? boardTree(workshop.shapes.all(editor.board.get()), direction, workshop.shapes.placement)
      : before.tree
    treeIsOld = false
    counted = count()
    const key = currentKey(tree, before)
    const rows = treeRows(tree, isOpen)
    const found = key === undefined ? -1 : rows.findIndex(({ node }) => node.key === key)
    const current = found >= 0 ? found : Math.min(Math.max(0, before.current), rows.length - 1)
    view.set({ tree, rows, current })
    const row = rows[current]
    if (found < 0 && row && before.rows.length > 0 && inUse()) selectNode(editor, row.node)
  }

  /** What is selected on the board, as far as anything is; else what was current. Opens what hides it. */
  function currentKey(tree: readonly TreeNode[], before: OutlineView): string | undefined {
    const selected = selection.get()
    const now = before.rows[before.current]?.node
    const chosen = chosenKey(tree, now)
    if (chosen !== undefined) return chosen
    if (now && (selected.size === 0 || isSelected(now, selected))) return now.key
    const [first] = selected
    const way = first === undefined ? undefined : wayTo(tree, first)
    if (!way) return now?.key
    const group = way.findIndex((node) => node.group !== undefined && isSelected(node, selected))
    const whole = group < 0 ? way : way.slice(0, group + 1)
    for (const { key } of whole.slice(0, -1)) opened.set(key, true)
    return whole.at(-1)?.key
  }

  /** The row of what is chosen of a journey: the current one if it is that; else the first, in whatever view. */
  function chosenKey(tree: readonly TreeNode[], now: TreeNode | undefined): string | undefined {
    const chosen = editor.chosen.get()
    if (!chosen || chosen.kind === 'lane') return undefined
    if (now && isChosen(now, chosen)) return now.key
    const way = wayToPart(tree, (node) => isChosen(node, chosen))
    for (const { key } of way?.slice(0, -1) ?? []) opened.set(key, true)
    return way?.at(-1)?.key
  }

  /** Soon, or once whatever is being dragged is let go. */
  function schedule(): void {
    isDue = true
    if (inUse()) return queueMicrotask(() => isDue && refresh())
    if (preview.get() === null && marquee.get() === null) timer ??= setTimeout(refresh, PAUSE_MS)
  }
  const resume = (): void => {
    if (isDue) schedule()
  }

  refresh()
  return {
    view,
    refresh,
    go(index) {
      const now = view.get()
      const row = now.rows[index]
      if (!row) return
      view.set({ ...now, current: index })
      selectNode(editor, row.node)
    },
    setOpen({ node }, open) {
      opened.set(node.key, open)
      const shape = node.shape === undefined ? undefined : workshop.shapes.get(node.shape)
      if (open && shape?.kind === 'section' && shape.collapsed) toggleSection(editor, shape)
      refresh()
    },
    start() {
      const stops = [
        workshop.shapes.subscribe((changed, before) => {
          // What has come counts as well: of a new connector there is a "before", as it was until it was routed.
          treeIsOld ||= count() !== counted || changesTree(editor, changed, before)
          schedule()
        }),
        editor.board.subscribe(() => {
          treeIsOld = true
          opened.clear()
          refresh()
        }),
        selection.subscribe(schedule),
        editor.chosen.subscribe(schedule),
        preview.subscribe(resume),
        marquee.subscribe(resume),
      ]
      return () => {
        clearTimeout(timer)
        stops.forEach((stop) => stop())
      }
    },
  }
}

const isSelected = ({ members }: TreeNode, selected: ReadonlySet<ShapeId>): boolean =>
  members.length > 0 && members.every((id) => selected.has(id))
