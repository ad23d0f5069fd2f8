import type { Dispose } from '../../../shared/util/store.ts'
import type { Chosen } from '../chosen.ts'
import type { Editor } from '../editor.ts'
import type { OpenPart } from '../openPart.ts'

const KEPT_AS = { stage: 'stages', lane: 'lanes', journey: 'journeys' } as const

/** Either shapes are selected or parts of journeys; and what is gone is neither chosen nor open. */
export function followParts(editor: Editor): Dispose {
  const { workshop, selection, chosen, openPart } = editor
  const { journeys, shapes } = workshop

  function forgetGone(): void {
    const now = chosen.get()
    const left = now && stillThere(now)
    if (left !== now) chosen.set(left)
    const open = openPart.get()
    if (open && !isOpenable(open)) openPart.set(null)
  }
  function stillThere(now: Chosen): Chosen | null {
    if (now.kind === 'stage') return journeys.get('stages', now.id) ? now : null
    if (now.kind === 'lane') return journeys.get('lanes', now.id) ? now : null
    const ids = now.ids.filter((id) => journeys.get('steps', id))
    if (ids.length === now.ids.length) return now
    return ids.length > 0 ? { kind: 'steps', ids } : null
  }
  function isOpenable(open: OpenPart): boolean {
    if (!shapes.get(open.view)) return false
    if (open.kind === 'step') return journeys.get('steps', open.id) !== undefined
    return journeys.get(KEPT_AS[open.kind], open.id) !== undefined
  }
  const stops = [
    selection.subscribe(() => {
      if (selection.get().size > 0) chosen.set(null)
    }),
    chosen.subscribe(() => {
      if (chosen.get() !== null && selection.get().size > 0) selection.set(new Set())
    }),
    journeys.subscribe(forgetGone),
    shapes.subscribe(forgetGone),
    editor.board.subscribe(() => {
      chosen.set(null)
      openPart.set(null)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}
