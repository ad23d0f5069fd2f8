import type { SceneWords } from './sceneWords.ts'

/** Gregorian months: figures say which. Persian ones come as text. */
export const MONTH_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** A time of a series in the language of whoever looks at it: `2021-02` → Feb 2021, `--02` → Feb. See ReadPeriod. */
export function periodName(period: string, words: SceneWords | undefined): string {
  if (!words) return period
  const [, year = '', month = '', day] = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(period) ?? []
  const number = MONTH_NUMBERS[Number(month) - 1]
  if (number === undefined) return digitsIn(period, words)
  return [
    ...(day === undefined ? [] : [words.number(Number(day))]),
    words.t(`month.${number}`),
    ...(year === '-' ? [] : [digitsIn(year, words)]),
  ].join(' ')
}

/** A text with its digits as the language writes them, and nothing else changed: years have no thousands. */
export const digitsIn = (text: string, { number }: SceneWords): string =>
  text.replace(/\d/g, (digit) => number(Number(digit)))
