import { encodeQR } from 'qr'

/** A QR code as one drawing: a square of `size` modules, and the path of its dark ones. */
export interface QrDrawing {
  /** Modules a side, the quiet zone included. */
  readonly size: number
  /** In modules from the upper left corner. */
  readonly path: string
}

/** Light modules around the code that readers need (ISO/IEC 18004: 4). */
const QUIET = 4

/** Error correction M, so that 15 % of it may be hidden by glare. One bar for each run of dark modules in a row. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const bars = rows.flatMap((row, y) =>
    runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`),
  )
  return { size: rows.length, path: bars.join('') }
}

function runsOf(row: readonly boolean[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last?.[1] === x) last[1] = x + 1
    else runs.push([x, x + 1])
  }
  return runs
}
