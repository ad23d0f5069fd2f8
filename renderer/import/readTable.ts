import Papa from 'papaparse'

/** Rows of cells. Rows may differ in length. */
export type Table = readonly (readonly string[])[]

export interface ReadTable {
  readonly rows: Table
  /** Rows (from 0) that are broken, as by a quote that is never closed; what could be read of them is in `rows`. */
  readonly broken: readonly number[]
}

/** Reads comma-, semicolon- or tab-separated text (RFC 4180 and its relatives), line breaks within quotes included. */
export function readTable(text: string, delimiter?: string): ReadTable {
  const { data, errors } = Papa.parse(text, {
    skipEmptyLines: 'greedy',
    ...(delimiter === undefined ? {} : { delimiter }),
  })
  return {
    rows: data,
    // Not being able to guess a delimiter (one column) is no fault of the file's.
    broken: errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0),
  }
}
