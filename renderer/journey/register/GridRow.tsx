import { memo } from 'react'
import type { RegisterRow } from '../../../shared/journey/register.ts'
import type { Column } from './columns.ts'
import styles from './RegisterGrid.module.css'

/** Height of a row, CSS pixels. */
export const ROW = 36

interface GridRowProps {
  readonly row: RegisterRow
  readonly index: number
  readonly columns: readonly Column[]
  /** Which of its cells is the current one of the grid. */
  readonly column: number | undefined
  readonly isSelected: boolean
}

/** Rows are made anew whenever a note changes; most of them say what they said before. */
const isSame = (a: GridRowProps, b: GridRowProps): boolean =>
  a.row.note === b.row.note &&
  a.row.step === b.row.step &&
  a.row.serves?.step === b.row.serves?.step &&
  a.row.number === b.row.number &&
  a.row.journey === b.row.journey &&
  a.index === b.index &&
  a.columns === b.columns &&
  a.column === b.column &&
  a.isSelected === b.isSelected

export const GridRow = memo(function GridRow({ row, index, columns, column, isSelected }: GridRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={styles['row']}
      style={{ insetBlockStart: index * ROW }}
      data-note={row.id}
    >
      {columns.map((one, at) => {
        const words = one.read(row)
        return (
          <div
            key={one.id}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-label={words === '' ? one.label : at === 0 ? words : `${one.label}: ${words}`}
            tabIndex={at === column ? 0 : -1}
            className={styles['cell']}
            data-cell={one.id}
            data-current={at === column ? '' : undefined}
            data-first-stop={at === column ? '' : undefined}
            data-empty={words === '' ? '' : undefined}
          >
            {one.show(row)}
          </div>
        )
      })}
    </div>
  )
}, isSame)
