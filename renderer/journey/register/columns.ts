import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import type { RegisterRow, SortKey } from '../../../shared/journey/register.ts'

/** One of what a cell can be set to. */
export interface Choice {
  /** Empty for nothing. */
  readonly value: string
  readonly label: string
  readonly mark?: ReactNode
  readonly icon?: LucideIcon | undefined
}

/** How a cell is edited; hears of it once, when somebody is done. */
export type CellEdit =
  | {
      readonly kind: 'text'
      /** Delete leaves it alone. */
      readonly clears?: false
      /** UTF-16 units. */
      readonly most: number
      readonly value: (row: RegisterRow) => string
      /** What others said before, to choose from. */
      readonly suggestions?: readonly string[]
      readonly commit: (row: RegisterRow, text: string) => void
    }
  | {
      readonly kind: 'date'
      readonly value: (row: RegisterRow) => string
      readonly commit: (row: RegisterRow, day: string) => void
    }
  | {
      readonly kind: 'choice'
      readonly value: (row: RegisterRow) => string
      readonly choices: (row: RegisterRow) => readonly Choice[]
      /** Digits choose at once: 3 the choice with the value '3'. */
      readonly digits?: boolean
      readonly commit: (row: RegisterRow, value: string) => void
    }

/** A column of a register. */
export interface Column {
  readonly id: SortKey
  readonly label: string
  /** Of CSS grid: `minmax(200px, 2fr)`. */
  readonly width: string
  /** Least width, CSS pixels. */
  readonly least: number
  /** What is shown; nothing for an empty cell. */
  readonly show: (row: RegisterRow) => ReactNode
  /** What is read out instead of the column's name alone; empty for an empty cell. */
  readonly read: (row: RegisterRow) => string
  readonly edit?: CellEdit | undefined
}
