import { ArrowDown, ArrowUp } from 'lucide-react'
import {
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { directionOf } from '../../../shared/i18n/languages.ts'
import type { RegisterRow, RegisterSort, SortKey } from '../../../shared/journey/register.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useRowWindow } from '../../ui/useRowWindow.ts'
import { CellEditor } from './CellEditor.tsx'
import type { CellEdit, Column } from './columns.ts'
import { gridKeyOf } from './gridKeys.ts'
import { GridRow, ROW } from './GridRow.tsx'
import styles from './RegisterGrid.module.css'

interface RegisterGridProps {
  readonly label: string
  readonly rows: readonly RegisterRow[]
  readonly columns: readonly Column[]
  readonly sort: RegisterSort | null
  readonly onSort: (sort: RegisterSort | null) => void
  /** The notes that are selected on the board. */
  readonly selected: ReadonlySet<ShapeId>
  readonly current: ShapeId | undefined
  /** Somebody went to a row. */
  readonly onGo: (row: RegisterRow) => void
  readonly readOnly: boolean
}

/** A register as a grid that is worked by keyboard: arrows go from cell to cell, Enter edits. Only rows in sight are there. */
export function RegisterGrid(props: RegisterGridProps) {
  const { label, rows, columns, selected, current, onGo, readOnly } = props
  const rtl = directionOf(useLanguage()) === 'rtl'
  const box = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const { from, to } = useRowWindow(box, rows.length, ROW)
  const [column, setColumn] = useState(0)
  const [editing, setEditing] = useState(false)
  const found = rows.findIndex(({ id }) => id === current)
  const at = found < 0 ? Math.min(0, rows.length - 1) : found
  const row = rows[at]
  const shown = rows.slice(from, to).map((one, index) => [one, from + index] as const)
  if (row && (at < from || at >= to)) shown.push([row, at])
  const cellElement = () => grid.current?.querySelector<HTMLElement>('[data-current]') ?? null

  // The current cell is in sight; and if the focus is in the grid, it has it.
  useLayoutEffect(() => {
    const cell = cellElement()
    if (found < 0 || !cell) return
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (!editing && hasFocus(grid.current)) cell.focus({ preventScroll: true })
  }, [found, current, column, editing])

  function onClick(event: MouseEvent): void {
    const pressed = cellAt(event.target)
    const index = columns.findIndex(({ id }) => id === pressed?.column)
    const onto = rows.find(({ id }) => id === pressed?.note)
    const by = columns[index]?.edit
    if (!onto || !by) return
    // A long text is opened by the second click: the first one shows the note.
    const opens = by.kind !== 'text' || by.suggestions || (onto.id === current && index === column)
    setColumn(index)
    setEditing(Boolean(opens) && !readOnly)
    if (!opens || onto.id !== current) onGo(onto)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (editing || event.nativeEvent.isComposing || !row) return
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-cell')) return
    const key = gridKeyOf(event, { row: at, column, rows: rows.length, columns: columns.length, rtl })
    if (!key) return
    event.preventDefault()
    event.stopPropagation()
    const how = columns[column]?.edit
    if (key.kind === 'go') {
      const next = rows[key.row]
      setColumn(key.column)
      if (next && next.id !== current) onGo(next)
    } else if (!how || readOnly) return
    else if (key.kind === 'edit') setEditing(true)
    else if (key.kind === 'clear') clear(how, row)
    else if (how.kind === 'choice' && how.digits && how.choices(row).some(({ value }) => value === key.digit))
      how.commit(row, key.digit)
  }

  const template = columns.map(({ width }) => width).join(' ')
  const least = columns.reduce((sum, one) => sum + one.least, 0)
  const how = columns[column]?.edit
  return (
    <div
      ref={box}
      data-scroll=""
      className={styles['scroll']}
      style={{ '--first': `${columns[0]?.least ?? 0}px` } as CSSProperties}
    >
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-readonly={readOnly}
        className={styles['grid']}
        style={{ '--columns': template, minInlineSize: least } as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="rowgroup" className={styles['headGroup']}>
          <div role="row" aria-rowindex={1} className={styles['head']}>
            {columns.map((one) => (
              <Head key={one.id} column={one} sort={props.sort} onSort={props.onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles['body']} style={{ blockSize: rows.length * ROW }}>
          {shown.map(([one, index]) => (
            <GridRow
              key={one.id}
              row={one}
              index={index}
              columns={columns}
              column={one.id === row?.id ? column : undefined}
              isSelected={selected.has(one.id)}
            />
          ))}
        </div>
      </div>
      {editing && row && how && (
        <CellEditor
          key={`${row.id} ${column}`}
          row={row}
          edit={how}
          label={columns[column]?.label ?? ''}
          cell={cellElement}
          onDone={(next) => {
            setEditing(false)
            if (next === 'column') setColumn(Math.min(columns.length - 1, column + 1))
            const below = next === 'row' ? rows[at + 1] : undefined
            if (below) onGo(below)
            if (next !== 'left') cellElement()?.focus({ preventScroll: true })
          }}
        />
      )}
    </div>
  )
}

/** The name of a column, which sorts by it: up, down, not at all. */
function Head({
  column,
  sort,
  onSort,
}: { readonly column: Column } & Pick<RegisterGridProps, 'sort' | 'onSort'>) {
  const mine = sort?.by === column.id ? sort : null
  return (
    <div
      role="columnheader"
      aria-sort={mine ? (mine.descending ? 'descending' : 'ascending') : 'none'}
      className={styles['headCell']}
    >
      <button type="button" onClick={() => onSort(nextSort(mine, column.id))}>
        <span>{column.label}</span>
        {mine && <Icon icon={mine.descending ? ArrowDown : ArrowUp} size={12} />}
      </button>
    </div>
  )
}

function nextSort(mine: RegisterSort | null, by: SortKey): RegisterSort | null {
  // What is most comes first where that is what one looks for.
  const first = by === 'severity' || by === 'impact'
  if (!mine) return { by, descending: first }
  return mine.descending === first ? { by, descending: !first } : null
}

/** Nothing is left of it; texts that are the note itself stay. */
function clear(how: CellEdit, row: RegisterRow): void {
  if (how.kind !== 'text' || how.clears !== false) how.commit(row, '')
}

function cellAt(target: EventTarget): { readonly note: string; readonly column: string } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const note = cell?.closest<HTMLElement>('[data-note]')?.dataset['note']
  const column = cell?.dataset['cell']
  return note === undefined || column === undefined ? undefined : { note, column }
}

const hasFocus = (element: HTMLElement | null): boolean =>
  element?.contains(document.activeElement) === true &&
  document.activeElement?.hasAttribute('data-cell') === true
