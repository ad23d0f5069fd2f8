/** Where a key goes in a grid, or what it does to its cell. */
export type GridKey =
  | { readonly kind: 'go'; readonly row: number; readonly column: number }
  | { readonly kind: 'edit' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'digit'; readonly digit: string }

export interface GridPlace {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly rtl: boolean
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** How many rows the page keys go. */
const PAGE = 10

/** What a key press means in a cell; nothing for all others. */
export function gridKeyOf(press: Press, place: GridPlace): GridKey | undefined {
  const { key, altKey, shiftKey } = press
  const mod = press.ctrlKey || press.metaKey
  if (altKey || shiftKey) return undefined
  if (mod) return key === 'Home' || key === 'End' ? to(place, ends(place, key), ends(place, key)) : undefined
  if (key === 'Enter' || key === 'F2' || key === ' ') return { kind: 'edit' }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
  if (/^\p{Nd}$/u.test(key)) return { kind: 'digit', digit: latin(key) }
  const by = STEPS[key]
  if (by) return to(place, [place.row + by[0], 0], [0, place.column + (place.rtl ? -by[1] : by[1])])
  if (key === 'Home' || key === 'End') return to(place, [place.row, 0], ends(place, key))
  return undefined
}

const STEPS: Readonly<Partial<Record<string, readonly [rows: number, columns: number]>>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [PAGE, 0],
  PageUp: [-PAGE, 0],
}

const ends = ({ rows, columns }: GridPlace, key: string): readonly [number, number] =>
  key === 'Home' ? [0, 0] : [rows - 1, columns - 1]

const to = (
  { rows, columns }: GridPlace,
  [row]: readonly [number, number],
  [, column]: readonly [number, number],
): GridKey => ({
  kind: 'go',
  row: Math.min(rows - 1, Math.max(0, row)),
  column: Math.min(columns - 1, Math.max(0, column)),
})

/** Persian and Arabic keyboards have digits of their own. */
function latin(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = [0x30, 0x660, 0x6f0].find((from) => code >= from && code < from + 10)
  return zero === undefined ? digit : String(code - zero)
}
