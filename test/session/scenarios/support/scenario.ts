/** One result: `size` is how many peers, kills, notes or attacks there were. */
export type Report = (name: string, size: number, value: number, unit: string) => void

export interface Run {
  /** As short as still shows something: for the tests of every change. */
  readonly short: boolean
  readonly report: Report
  /** What happens just now, for whoever waits. */
  readonly say: (text: string) => void
  /** What the command was given besides. */
  readonly args: readonly string[]
}

/** Measures something. Resolves to what broke that must not break whatever the machine: none, if all is well. */
export type Scenario = (run: Run) => Promise<readonly string[]>

/** Says that a figure that must be 0 is not. */
export const broken = (what: string, value: number): readonly string[] =>
  value === 0 ? [] : [`${what}: ${value}`]
