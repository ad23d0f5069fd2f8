import type { TFunction } from 'i18next'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import type { TreeNode, TreeRow } from '../../../../shared/model/boardTree.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { ReadingDirection } from '../../../../shared/model/readingOrder.ts'
import { hasText, MOST_ALT, MOST_TEXT, textOf } from '../../../../shared/model/shape.ts'
import { createStore, type Store } from '../../../../shared/util/store.ts'
import { isConnectable } from '../../../editor/attaching.ts'
import { connect } from '../../../editor/commands/connectByKeys.ts'
import { createNoteBeside, createNoteHere } from '../../../editor/commands/createNote.ts'
import { describeImage } from '../../../editor/commands/describeImage.ts'
import { reveal, type Covered } from '../../../editor/commands/lookAt.ts'
import { moveInOrder } from '../../../editor/commands/moveInOrder.ts'
import { moveIntoSection, moveOutOfSection } from '../../../editor/commands/moveToSection.ts'
import { setText } from '../../../editor/commands/setText.ts'
import type { Editor } from '../../../editor/editor.ts'
import { showStep } from '../../../editor/journey/showStep.ts'
import { isLocked } from '../../../editor/locks.ts'
import { createNudge } from '../../../editor/nudge.ts'
import { editableMap, editablePart, movePart, renameMap, renamePart } from './partWork.ts'
import type { OutlineModel } from './createOutline.ts'
import type { FieldEnd } from './OutlineField.tsx'

/** A text that can be typed in its row. */
export interface Editable {
  readonly text: string
  /** UTF-16 units. */
  readonly most: number
}

/** All that can be done with the current row. Each is one undo step. */
export interface OutlineWork {
  /** Key of the row whose text is being typed. */
  readonly editing: Store<string | null>
  /** What somebody is choosing a shape to connect to. */
  readonly connecting: Store<ShapeId | null>
  go(row: number): void
  /** Its text, if there is one that may be changed. */
  editable(node: TreeNode): Editable | undefined
  edit(): void
  finishEdit(node: TreeNode, text: string | undefined, end: FieldEnd): void
  newNote(): void
  moveInOrder(step: 1 | -1): void
  /** Page units. */
  nudge(by: Vec): void
  moveInto(section: ShapeId): void
  moveOut(): void
  beginConnecting(): void
  /** Connects what was chosen; nothing happens where nobody is choosing. Returns whether somebody was. */
  confirmConnecting(): boolean
}

export interface OutlineWorkOptions {
  readonly direction: ReadingDirection
  readonly t: TFunction
  /** Room that the panel takes of the board, screen units. */
  readonly covered: Covered
  /** For those who listen. */
  readonly say: (words: string) => void
  readonly nameOf: (id: ShapeId) => string
}

export function createOutlineWork(
  editor: Editor,
  outline: OutlineModel,
  { direction, t, covered, say, nameOf }: OutlineWorkOptions,
): OutlineWork {
  const editing = createStore<string | null>(null)
  const connecting = createStore<ShapeId | null>(null)
  const nudge = createNudge(editor)
  const current = (): TreeRow | undefined => outline.view.get().rows[outline.view.get().current]
  const show = (id: ShapeId | undefined): void => {
    if (id !== undefined) reveal(editor, id, covered)
  }

  function editable({ shape: id, part }: TreeNode): Editable | undefined {
    if (part) return editor.fixed ? undefined : editablePart(editor, part)
    const shape = id === undefined ? undefined : editor.workshop.shapes.get(id)
    if (!shape || editor.readOnly || isLocked(editor, shape)) return undefined
    if (shape.kind === 'image') return { text: shape.alt, most: MOST_ALT }
    if (shape.kind === 'map') return editableMap(editor, shape)
    return hasText(shape) ? { text: textOf(shape), most: MOST_TEXT } : undefined
  }

  /** What a note is put beside: in a group the last of it. */
  function newNote(): void {
    const beside = current()?.node.members.at(-1)
    const id = beside === undefined ? createNoteHere(editor) : createNoteBeside(editor, beside, direction)
    if (id === undefined) return
    // It is typed here, and not on the board.
    editor.editing.set(null)
    outline.refresh()
    show(id)
    editing.set(id)
  }

  const work: OutlineWork = {
    editing,
    connecting,
    editable,
    go(row) {
      outline.go(row)
      const node = current()?.node
      if (node?.part?.kind === 'step') showStep(editor, node.part.id, covered)
      else show(node?.members[0])
    },
    edit() {
      const row = current()
      if (row && editable(row.node)) editing.set(row.node.key)
    },
    finishEdit(node, text, end) {
      editing.set(null)
      const shape = node.shape === undefined ? undefined : editor.workshop.shapes.get(node.shape)
      if (node.part && text !== undefined) renamePart(editor, node.part, text)
      if (shape && text !== undefined) {
        if (shape.kind === 'map') renameMap(editor, shape, text)
        else if (shape.kind === 'image') describeImage(editor, shape.id, text)
        else setText(editor, shape.id, text)
      }
      if (end === 'next') newNote()
    },
    newNote,
    moveInOrder(step) {
      const row = current()
      if (!row) return
      const { tree, rows } = outline.view.get()
      const siblings = rows[row.parent]?.node.children ?? tree
      if (row.node.part) return say(t(PART_OUTCOMES[movePart(editor, siblings, row.node.part, step)]))
      const outcome = moveInOrder(editor, siblings, row.node.key, step, direction)
      if (outcome !== 'moved') return say(t(OUTCOMES[outcome]))
      outline.refresh()
      const now = current()
      show(now?.node.members[0])
      if (now) say(t('outline.moved', { place: now.place, total: now.total }))
    },
    nudge(by) {
      if (editor.readOnly) return say(t('outline.cannotMove'))
      nudge(by)
      say(t('outline.nudged'))
    },
    moveInto(section) {
      const row = current()
      const done = row && moveIntoSection(editor, new Set(row.node.members), section)
      say(done ? t('outline.movedInto', { what: nameOf(section) }) : t('outline.cannotMove'))
    },
    moveOut() {
      const row = current()
      const done = row && moveOutOfSection(editor, new Set(row.node.members))
      say(done ? t('outline.movedOut') : t('outline.cannotMove'))
      show(row?.node.members[0])
    },
    beginConnecting() {
      const id = current()?.node.shape
      const shape = id === undefined ? undefined : editor.workshop.shapes.get(id)
      if (shape && isConnectable(shape) && !editor.readOnly) connecting.set(shape.id)
      else say(t('outline.notConnectable'))
    },
    confirmConnecting() {
      const from = connecting.get()
      if (from === null) return false
      const to = current()?.node.shape
      const shape = to === undefined ? undefined : editor.workshop.shapes.get(to)
      if (!shape || shape.id === from || !isConnectable(shape)) say(t('outline.notConnectable'))
      else {
        connecting.set(null)
        connect(editor, { from, to: shape.id, tool: 'arrow' })
        outline.refresh()
        say(t('outline.connected'))
      }
      return true
    },
  }
  return work
}

const PART_OUTCOMES = {
  moved: 'outline.movedPart',
  isFirst: 'outline.isFirst',
  isLast: 'outline.isLast',
  cannotMove: 'outline.cannotMove',
} as const

const OUTCOMES = {
  isFirst: 'outline.isFirst',
  isLast: 'outline.isLast',
  cannotMove: 'outline.cannotMove',
} as const
