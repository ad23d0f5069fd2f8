/** One result, as every benchmark prints it: a JSON object a line. `size` is the number of notes, `floor` the floor's value. */
export function report(name: string, size: number, value: number, unit: string, floor?: number): void {
  const round = (number: number) => Math.round(number * 100) / 100
  console.log(
    JSON.stringify({
      name,
      size,
      value: round(value),
      unit,
      ...(floor !== undefined && { floor: round(floor) }),
    }),
  )
}

/** The value below which a share (0 to 1) of the values lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
