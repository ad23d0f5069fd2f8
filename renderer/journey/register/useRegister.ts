import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Role } from '../../../shared/journey/entities.ts'
import {
  filterRows,
  NO_FILTER,
  rowsOf,
  sortRows,
  type RegisterFilter,
  type RegisterRow,
  type RegisterSort,
} from '../../../shared/journey/register.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../../editor/editor.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useStore } from '../../ui/useStore.ts'
import { showRow } from './showRow.ts'
import { useJourneyNotes } from './useJourneyNotes.ts'

/** An open register: what it lists, in which order, and which of its rows is the current one. */
export interface Register {
  /** All notes of the role. */
  readonly all: readonly RegisterRow[]
  /** Those that are listed. */
  readonly rows: readonly RegisterRow[]
  readonly filter: RegisterFilter
  readonly sort: RegisterSort | null
  readonly selected: ReadonlySet<ShapeId>
  readonly current: ShapeId | undefined
  setFilter(filter: RegisterFilter): void
  setSort(sort: RegisterSort | null): void
  /** Makes a row the current one, and shows its note on the board. */
  go(row: Pick<RegisterRow, 'id' | 'step'>): void
}

/** The notes of a role in all journeys, live. A note that is selected on the board becomes the current row. */
export function useRegister(editor: Editor, role: Role): Register {
  const language = useLanguage()
  const all = useJourneyNotes(editor, (source) => rowsOf(source, role))
  const [filter, setFilter] = useState(NO_FILTER)
  const [sort, setSort] = useState<RegisterSort | null>(null)
  const [current, setCurrent] = useState<ShapeId>()
  const selected = useStore(editor.selection)
  const rows = useMemo(() => sortRows(filterRows(all, filter), sort, language), [all, filter, sort, language])

  useEffect(() => {
    const [first] = selected
    const note = first === undefined ? undefined : editor.workshop.shapes.get(first)
    if (selected.size === 1 && note?.kind === 'note' && note.cell?.role === role) setCurrent(note.id)
  }, [editor, role, selected])

  const go = useCallback(
    (row: Pick<RegisterRow, 'id' | 'step'>) => {
      setCurrent(row.id)
      showRow(editor, row)
    },
    [editor],
  )
  return { all, rows, filter, sort, selected, current, setFilter, setSort, go }
}
