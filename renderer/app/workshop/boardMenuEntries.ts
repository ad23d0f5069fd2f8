import { ALIGN_MENU, MENUS, ORDER_MENU, SORT_MENUS, type MenuEntry } from '../../../shared/actions/menus.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { lockedShapes } from '../../editor/commands/lockShapes.ts'
import type { Editor } from '../../editor/editor.ts'
import { MAP_ENTRIES, partMenuEntries } from './journeyParts/partMenuEntries.ts'
import type { SelectionFacts } from '../../editor/selectionFacts.ts'

type Entries = readonly MenuEntry[]

/** The lines of the board's menu for what is selected now, or for the board where nothing is. */
export function boardMenuEntries(editor: Editor): Entries {
  const chosen = editor.chosen.get()
  if (chosen && !editor.fixed) return partMenuEntries(chosen)
  const facts = editor.selected.get()
  if (facts.count === 0) return boardEntries(lockedShapes(editor).length > 0)
  return facts.locked === facts.count ? LOCKED_ENTRIES : selectionEntries(facts)
}

const boardEntries = (hasLocked: boolean): Entries =>
  inSections(
    [
      'tool.note',
      'note.bulk',
      'edit.paste',
      'edit.pasteText',
      'insert.image',
      'file.importCsv',
      'journey.new',
    ],
    ['edit.selectAll', ...(hasLocked ? (['arrange.unlockAll'] as const) : [])],
    ['view.fitAll', 'view.zoom100', 'view.grid', 'view.snapping'],
    ['file.exportPng'],
  )

const LOCKED_ENTRIES: Entries = ['arrange.unlock', 'separator', 'edit.copy', 'view.fitSelection']

function selectionEntries(facts: SelectionFacts): Entries {
  return inSections(
    aboutKinds(facts),
    ['edit.cut', 'edit.copy', 'edit.copyPng', 'edit.copySvg', 'edit.duplicate', 'edit.delete'],
    arrangeEntries(facts),
    [...(facts.units === 2 ? (['edit.connect'] as const) : []), 'section.around', 'arrange.lock'],
    ['view.fitSelection', 'file.exportPng'],
  )
}

/** What only some kinds of shapes have. */
function aboutKinds({ count, kinds }: SelectionFacts): Entries {
  const [kind] = kinds.keys()
  const hasText = count === 1 && kind !== undefined && TEXTED.has(kind)
  const hasColor = kinds.has('note') || kinds.has('section') || kinds.has('figure')
  const notes = kinds.get('note') ?? 0
  return [
    ...(hasText ? (['edit.text'] as const) : []),
    ...(count === 1 && kind === 'map' ? MAP_ENTRIES : []),
    ...(count === 1 && kind === 'image' ? (['image.describe'] as const) : []),
    ...(hasColor ? COLORS : []),
    ...(kinds.has('figure') ? (['figure.happier', 'figure.sadder', 'figure.flip'] as const) : []),
    ...(notes > 0 ? (['note.tags'] as const) : []),
    ...(notes > 1 ? SORT_MENUS : []),
    ...convertEntries(kinds),
    ...(kinds.has('section') ? (['section.collapse', 'section.fit'] as const) : []),
  ]
}

/** Notes can become text, and text notes. */
function convertEntries(kinds: SelectionFacts['kinds']): Entries {
  const notes = kinds.has('note')
  const texts = kinds.has('text')
  const forms = kinds.has('form')
  return [
    ...(texts || forms ? (['note.toNotes'] as const) : []),
    ...(notes || forms ? (['note.toTexts'] as const) : []),
  ]
}

const TEXTED: ReadonlySet<Shape['kind']> = new Set(['note', 'text', 'form', 'connector', 'section'])

const COLORS: Entries =
  MENUS.find(({ menu }) => menu === 'note')?.entries.filter(
    (entry) => typeof entry === 'object' && entry.submenu === 'color',
  ) ?? []

function arrangeEntries({ units, groups }: SelectionFacts): Entries {
  const several: Entries = [
    { submenu: 'arrange', entries: ['arrange.tidy', 'arrange.row', 'arrange.column', 'note.pile'] },
    ALIGN_MENU,
  ]
  return [
    ...(units > 1 ? (['arrange.group'] as const) : []),
    ...(groups > 0 ? (['arrange.ungroup'] as const) : []),
    ...(units > 1 ? several : []),
    ORDER_MENU,
  ]
}

/** Separators only between sections that say something. */
const inSections = (...sections: readonly Entries[]): Entries =>
  sections
    .filter(({ length }) => length > 0)
    .flatMap((section, index): Entries => (index === 0 ? section : ['separator', ...section]))
