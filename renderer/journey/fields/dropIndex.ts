interface Row {
  readonly top: number
  readonly bottom: number
}

/**
 * Where in a list the row that was at `from` belongs when it is let go at height `y` (CSS pixels): counted without it.
 * It passes another once it is past its middle.
 */
export function dropIndex(rows: readonly Row[], from: number, y: number): number {
  const others = rows.filter((_, index) => index !== from)
  const below = others.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  return below < 0 ? others.length : below
}
