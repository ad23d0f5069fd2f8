import { Ellipsis } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ActionId } from '../../../shared/actions/actionTable.ts'
import { ALIGN_MENU, type MenuEntry } from '../../../shared/actions/menus.ts'
import { recolorNotes } from '../../editor/commands/recolorNotes.ts'
import type { Editor } from '../../editor/editor.ts'
import type { SelectionFacts } from '../../editor/selectionFacts.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useT } from '../../i18n/useT.ts'
import { NoteDetailsButton } from '../../journey/details/NoteDetailsButton.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MENU_ICONS } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { ActionMenuEntries } from '../menus/ActionMenuEntries.tsx'
import { useStore } from '../useStore.ts'
import { ActionButton } from './ActionButton.tsx'
import { boardMenuEntries } from './boardMenuEntries.ts'
import { countWords } from './countWords.ts'
import { AltTextButton } from './images/AltTextButton.tsx'
import { keepFocus } from './keepFocus.ts'
import { placeSelectionBar } from './placeSelectionBar.ts'
import styles from './SelectionBar.module.css'
import { theCanvas } from './theCanvas.ts'
import { useIsBusy } from './useIsBusy.ts'
import { FormatButtons } from './text/FormatButtons.tsx'
import { Swatches } from './Swatches.tsx'
import { VoteTally } from './stamps/VoteTally.tsx'

/** What can be done with what is selected, right above it. */
export function SelectionBar({ editor }: { readonly editor: Editor }) {
  const hasSelection = useSyncExternalStore(editor.selection.subscribe, () => editor.selection.get().size > 0)
  const busy = useIsBusy(editor)
  const editing = useStore(editor.editing) !== null
  if (!hasSelection || editor.readOnly || busy) return null
  return <Bar editor={editor} editing={editing} />
}

const NOTE_COLORED = ['note', 'section', 'figure'] as const

function useFacts(editor: Editor): SelectionFacts {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { workshop, selection, inside } = editor
      const stops = [workshop.shapes, selection, inside].map((source) => source.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, editor.selected.get)
}

function Bar({ editor, editing }: { readonly editor: Editor; readonly editing: boolean }) {
  const { t } = useT()
  const facts = useFacts(editor)
  const words = countWords(facts, t, useLanguage())
  const bar = useRef<HTMLDivElement>(null)
  const hasColor = NOTE_COLORED.some((kind) => facts.kinds.has(kind))

  useEffect(() => {
    const element = bar.current
    if (!element) return
    const place = () => placeSelectionBar(element, editor)
    place()
    const stops = [editor.camera, editor.viewport].map((store) => store.subscribe(place))
    return () => stops.forEach((stop) => stop())
  }, [editor, facts, words])

  return (
    <div
      ref={bar}
      onMouseDown={keepFocus}
      className={styles['bar']}
      role="toolbar"
      aria-label={t('workshop.selected', { what: words })}
    >
      <VoteTally editor={editor} />
      {facts.count > 1 && <span className={styles['count']}>{words}</span>}
      {hasColor && facts.free.length > 0 && (
        <Swatches value={facts.noteColor} onChange={(color) => recolorNotes(editor, color)} />
      )}
      <FormatButtons editor={editor} ruled={hasColor && facts.free.length > 0} />
      <AltTextButton editor={editor} />
      {!editing && <NoteDetailsButton editor={editor} />}
      {facts.kinds.has('figure') && facts.free.length > 0 && <ActionButtons ids={FIGURE_EDITS} />}
      {!editing && <ArrangeButtons facts={facts} />}
      <span className={styles['rule']} />
      <ActionButtons ids={facts.free.length > 0 ? EDITS : ['arrange.unlock']} />
      <MoreButton editor={editor} />
    </div>
  )
}

const FIGURE_EDITS: readonly ActionId[] = ['figure.flip']
const EDITS: readonly ActionId[] = ['arrange.lock', 'edit.duplicate', 'edit.delete']

/** What makes sense for several things only, or for a group. */
function ArrangeButtons({ facts: { units, groups } }: { readonly facts: SelectionFacts }) {
  const { t } = useT()
  if (units < 2 && groups === 0) return null
  return (
    <>
      <span className={styles['rule']} />
      {units > 1 && (
        <Menu
          trigger={<IconButton icon={MENU_ICONS.align} label={t('menu.align')} tooltipSide="top" />}
          focusAfter={theCanvas}
        >
          <ActionMenuEntries entries={ALIGN_ENTRIES} />
        </Menu>
      )}
      <ActionButtons ids={units > 1 ? ['arrange.tidy', 'arrange.group'] : ['arrange.ungroup']} />
    </>
  )
}

const ALIGN_ENTRIES: readonly MenuEntry[] = [
  ...(typeof ALIGN_MENU === 'object' ? ALIGN_MENU.entries : []),
  'separator',
  'arrange.row',
  'arrange.column',
]

function ActionButtons({ ids }: { readonly ids: readonly ActionId[] }) {
  return ids.map((id) => <ActionButton key={id} id={id} tooltipSide="top" />)
}

/**
 * All the rest: the same lines as under the right button. Who has chosen goes on with the board: the bar may be somewhere
 * else by then, or gone.
 */
function MoreButton({ editor }: { readonly editor: Editor }) {
  const { t } = useT()
  const [entries, setEntries] = useState<readonly MenuEntry[]>([])
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={t('workshop.more')} tooltipSide="top" />}
      onOpenChange={(open) => open && setEntries(boardMenuEntries(editor))}
      align="end"
      focusAfter={theCanvas}
    >
      <ActionMenuEntries entries={entries} />
    </Menu>
  )
}
