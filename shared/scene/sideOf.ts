import { directionOfText } from './direction.ts'
import type { Label } from './drawLabel.ts'

/** On the left, or on the right, whatever letters a text is written in. */
export const sideOf = (text: string, right: boolean): Pick<Required<Label>, 'align'> => ({
  align: right === (directionOfText(text) === 'rtl') ? 'start' : 'end',
})
