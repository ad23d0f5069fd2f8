import type { ReactElement } from 'react'
import { MENUS, type MenuEntry } from '../../../shared/actions/menus.ts'
import { toPage } from '../../editor/camera.ts'
import type { Editor } from '../../editor/editor.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { ActionMenuEntries } from '../menus/ActionMenuEntries.tsx'
import { useStore } from '../useStore.ts'

interface BoardMenuProps {
  readonly editor: Editor
  /** The board. */
  readonly children: ReactElement
}

/** The menu under the right button: about the notes it was opened on, else about the board. */
export function BoardMenu({ editor, children }: BoardMenuProps) {
  const selection = useStore(editor.selection)
  return (
    <ContextMenu area={children} onOpenChange={(open) => open && selectUnderPointer(editor)}>
      <ActionMenuEntries entries={selection.size > 0 ? NOTE_ENTRIES : BOARD_ENTRIES} />
    </ContextMenu>
  )
}

const COLORS: readonly MenuEntry[] =
  MENUS.find(({ menu }) => menu === 'note')?.entries.filter((entry) => typeof entry === 'object') ?? []

const NOTE_ENTRIES: readonly MenuEntry[] = [
  'edit.text',
  ...COLORS,
  'separator',
  'edit.cut',
  'edit.copy',
  'edit.duplicate',
  'edit.delete',
  'separator',
  'view.fitSelection',
  'file.exportPng',
]

const BOARD_ENTRIES: readonly MenuEntry[] = [
  'tool.note',
  'edit.paste',
  'file.importCsv',
  'separator',
  'edit.selectAll',
  'view.fitAll',
  'view.zoom100',
  'separator',
  'file.exportPng',
]

/** What is under the pointer becomes selected, unless it already is; the empty board clears the selection. */
function selectUnderPointer(editor: Editor): void {
  const pointer = editor.pointer.get()
  if (!pointer) return
  const hit = editor.hitTest(toPage(editor.camera.get(), pointer))
  if (!hit) editor.selection.set(new Set())
  else if (!editor.selection.get().has(hit.id)) editor.selection.set(new Set([hit.id]))
}
