import { useEffect, useRef, type ReactElement } from 'react'
import { MENUS, type MenuEntry } from '../../../shared/actions/menus.ts'
import type { Editor } from '../../editor/editor.ts'
import { ContextMenu, type ContextMenuActions } from '../../ui/ContextMenu.tsx'
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
  const menu = useRef<ContextMenuActions>(null)
  // A finger that was held until the menu opened, and then moves, wanted a rubber band after all.
  useEffect(() => editor.marquee.subscribe(() => editor.marquee.get() && menu.current?.close()), [editor])
  return (
    <ContextMenu area={children} actions={menu}>
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
