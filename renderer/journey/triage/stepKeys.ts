import type { Step } from '../../../shared/journey/entities.ts'

/** What stands beside the steps; J, K and X mean something else. */
const KEYS = '1234567890QWERTYUIOPASDFGHLZCVBNM'

/** A step with the key that places a quote there; steps beyond the keys have none. */
export interface KeyedStep {
  readonly step: Step
  readonly key: string | undefined
}

export const withKeys = (steps: readonly Step[]): readonly KeyedStep[] =>
  steps.map((step, index) => ({ step, key: KEYS[index] }))

/** The key that is pressed, whatever the layout writes with it: one of `withKeys`, or another letter. */
export const keyOf = ({ code }: Pick<KeyboardEvent, 'code'>): string | undefined =>
  /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/
    .exec(code)
    ?.slice(1)
    .find((part) => part !== undefined)
