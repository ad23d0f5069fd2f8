import type { ListKind } from '../../../shared/model/lists.ts'
import {
  commonLook,
  patchedLook,
  sameLook,
  type TextLook,
  type TextRange,
} from '../../../shared/model/markRuns.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { createStore } from '../../../shared/util/store.ts'
import type { TextChange } from '../../editor/commands/setText.ts'
import type { FieldState, OpenField } from '../../editor/openField.ts'
import { linkRange, listChange, listOf } from '../../editor/textEdits.ts'
import type { Content } from './openTextField.ts'
import { rangeOf, type FieldSelection } from './paragraphElements.ts'

/** Bold, italic, links and lists in an open field. */
export interface Format extends OpenField {
  /** The selection or the text has changed. */
  report(): void
  /** How the next letter looks if somebody chose that for it; asked once. */
  takeLook(): TextLook | undefined
  /** The focus is back from elsewhere: what was selected is selected again. */
  restore(): void
}

interface FormatOptions {
  readonly id: ShapeId
  content(): Content
  selection(): FieldSelection | undefined
  change(change: TextChange, after: FieldSelection): void
  focus(at: FieldSelection): void
}

export function createFormat({ id, content, selection, change, focus }: FormatOptions): Format {
  const state = createStore<FieldState>({ look: {}, list: undefined, selected: false, linking: false })
  /** Chosen for what is typed next at one place; forgotten when the caret goes elsewhere. */
  let chosen: { readonly at: number; readonly look: TextLook } | undefined
  // While the focus is in a popover, the selection is where it was.
  let last: FieldSelection = { anchor: 0, focus: 0 }

  function now(): { readonly range: TextRange; readonly selection: FieldSelection } {
    last = selection() ?? last
    const most = content().text.length
    const within = { anchor: Math.min(last.anchor, most), focus: Math.min(last.focus, most) }
    return { range: rangeOf(within), selection: within }
  }

  function lookNow(range: TextRange): TextLook {
    const { text, marks } = content()
    return chosen && range.from === range.to && chosen.at === range.from
      ? chosen.look
      : commonLook(text, marks, range)
  }

  function report(): void {
    const { range } = now()
    if (chosen && chosen.at !== range.from) chosen = undefined
    const before = state.get()
    const look = lookNow(range)
    const list = listOf(content().text, range)
    const selected = range.from < range.to
    if (!sameLook(look, before.look) || list !== before.list || selected !== before.selected)
      state.set({ ...before, look, list, selected })
  }

  return {
    id,
    state,
    report,
    takeLook() {
      const { range } = now()
      const look = chosen?.at === range.from ? chosen.look : undefined
      chosen = undefined
      return look
    },
    toggle(mark) {
      const { range, selection: at } = now()
      const on = lookNow(range)[mark] !== true
      const patch = { [mark]: on || null }
      if (range.from === range.to) chosen = { at: range.from, look: patchedLook(lookNow(range), patch) }
      else change({ edits: [], marks: [{ ...range, patch }] }, at)
      report()
    },
    toggleList(kind: ListKind) {
      const { range, selection: at } = now()
      const lists = listChange(content().text, range, kind)
      const follow = (place: number) =>
        lists.edits.reduce(
          (moved, { from, to, insert }) =>
            from <= moved ? Math.max(from, moved + insert.length - (to - from)) : moved,
          place,
        )
      if (lists.edits.length > 0) change(lists, { anchor: follow(at.anchor), focus: follow(at.focus) })
    },
    setLink(link) {
      const { text, marks } = content()
      const { range, selection: at } = now()
      const target = linkRange(text, marks, range)
      if (target.from < target.to) change({ edits: [], marks: [{ ...target, patch: { link } }] }, at)
      else if (link !== null)
        change(
          { edits: [{ ...range, insert: link, look: { link } }] },
          { anchor: range.from + link.length, focus: range.from + link.length },
        )
    },
    setLinking: (linking) => state.set({ ...state.get(), linking }),
    focus: () => focus(last),
    restore: () => focus(last),
  }
}
