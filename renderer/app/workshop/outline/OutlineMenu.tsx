import { ArrowDown, ArrowUp, Frame, PenLine, Spline, SquareArrowOutUpRight, StickyNote } from 'lucide-react'
import { MENUS, type MenuEntry } from '../../../../shared/actions/menus.ts'
import type { TreeNode } from '../../../../shared/model/boardTree.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import { canLeaveSection, sectionsFor } from '../../../editor/commands/moveToSection.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { MenuItem, MenuSeparator, Submenu } from '../../../ui/MenuItem.tsx'
import { ActionMenuEntries } from '../../menus/ActionMenuEntries.tsx'
import type { OutlineWork } from './outlineWork.ts'

/** More sections are not offered: the menu would be longer than anybody reads. */
const MOST_SECTIONS = 60

interface OutlineMenuProps {
  readonly editor: Editor
  readonly work: OutlineWork
  /** What it is about; nothing while it is closed. */
  readonly node: TreeNode | undefined
  readonly nameOf: (id: ShapeId) => string
  readonly anchor: () => Element | null
  readonly focusAfter: () => HTMLElement | null
  readonly onClose: () => void
}

/** All that can be done with a row: the work of the outline, then what can be done with a selection anywhere. */
export function OutlineMenu(props: OutlineMenuProps) {
  const { editor, node, anchor, focusAfter, onClose } = props
  return (
    <Menu
      open={node !== undefined}
      onOpenChange={(open) => !open && onClose()}
      anchor={anchor}
      align="end"
      focusAfter={focusAfter}
    >
      {node && <Work {...props} node={node} />}
      {node && !node.part && <MenuSeparator />}
      {node && !node.part && <ActionMenuEntries entries={entriesFor(editor, node)} />}
    </Menu>
  )
}

function Work({ editor, work, node, nameOf }: OutlineMenuProps & { readonly node: TreeNode }) {
  const { t } = useT()
  const ids = new Set(node.members)
  const sections = sectionsFor(editor, ids).slice(0, MOST_SECTIONS)
  const { readOnly } = editor
  return (
    <>
      <MenuItem icon={PenLine} shortcut="Enter" disabled={!work.editable(node)} onSelect={work.edit}>
        {t('action.edit.text')}
      </MenuItem>
      <MenuItem icon={StickyNote} disabled={readOnly} onSelect={work.newNote}>
        {t('outline.newNote')}
      </MenuItem>
      <MenuItem icon={Spline} shortcut="C" disabled={readOnly} onSelect={work.beginConnecting}>
        {t('outline.connectTo')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={ArrowUp} disabled={readOnly} onSelect={() => work.moveInOrder(-1)}>
        {t('outline.earlier')}
      </MenuItem>
      <MenuItem icon={ArrowDown} disabled={readOnly} onSelect={() => work.moveInOrder(1)}>
        {t('outline.later')}
      </MenuItem>
      <Submenu icon={Frame} label={t('outline.into')} disabled={readOnly || sections.length === 0}>
        {sections.map(({ id }) => (
          <MenuItem key={id} onSelect={() => work.moveInto(id)}>
            <bdi>{nameOf(id)}</bdi>
          </MenuItem>
        ))}
      </Submenu>
      <MenuItem
        icon={SquareArrowOutUpRight}
        directional
        disabled={!canLeaveSection(editor, ids)}
        onSelect={work.moveOut}
      >
        {t('outline.out')}
      </MenuItem>
    </>
  )
}

function entriesFor({ workshop }: Editor, { members }: TreeNode): readonly MenuEntry[] {
  const shapes = members.flatMap((id) => workshop.shapes.get(id) ?? [])
  if (shapes.every(({ locked }) => locked)) return ['arrange.unlock', 'edit.copy']
  const has = (kind: string) => shapes.some((shape) => shape.kind === kind)
  return [
    ...(has('note') || has('section') ? COLORS : []),
    ...(has('note') ? (['note.tags'] as const) : []),
    ...(has('section') ? (['section.collapse', 'section.fit'] as const) : []),
    ...(shapes.length > 1 ? (['arrange.ungroup'] as const) : []),
    'arrange.lock',
    'separator',
    'edit.cut',
    'edit.copy',
    'edit.duplicate',
    'edit.delete',
  ]
}

const COLORS: readonly MenuEntry[] =
  MENUS.find(({ menu }) => menu === 'note')?.entries.filter(
    (entry) => typeof entry === 'object' && entry.submenu === 'color',
  ) ?? []
