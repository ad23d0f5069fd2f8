import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { ContextMenu, type ContextMenuActions } from '../../ui/ContextMenu.tsx'
import { ActionMenuEntries } from '../menus/ActionMenuEntries.tsx'
import { CurveMenu } from './journeyParts/CurveMenu.tsx'
import { boardMenuEntries } from './boardMenuEntries.ts'

interface BoardMenuProps {
  readonly editor: Editor
  /** The board. */
  readonly children: ReactElement
}

/** The menu under the right button: about what it was opened on, else about the board. */
export function BoardMenu({ editor, children }: BoardMenuProps) {
  const menu = useRef<ContextMenuActions>(null)
  // What is selected changes a lot more often than a menu opens.
  const [entries, setEntries] = useState(() => boardMenuEntries(editor))
  // A finger that was held until the menu opened, and then moves, wanted a rubber band after all.
  useEffect(() => editor.marquee.subscribe(() => editor.marquee.get() && menu.current?.close()), [editor])
  return (
    <ContextMenu
      area={children}
      actions={menu}
      onOpenChange={(open) => open && setEntries(boardMenuEntries(editor))}
    >
      <ActionMenuEntries entries={entries} />
      {!editor.fixed && <CurveMenu editor={editor} />}
    </ContextMenu>
  )
}
