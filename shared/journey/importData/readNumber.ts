/** What a number in a cell says. */
export interface ReadNumber {
  /** As written: 12.5 for "12,5 %". */
  readonly value: number
  /** It was written with a percent sign. */
  readonly percent: boolean
}

/** Which of the two separates the fraction in a column; the other one separates thousands. */
export type Decimal = '.' | ','

/** Cells that say that there is nothing: different from cells that say something that cannot be read. */
const NOTHING = /^(?:|[-–—.?]+|n\/?a|null|none|nil|nan|undefined|#n\/a)$/i

export const isNothing = (cell: string | undefined): boolean => NOTHING.test((cell ?? '').trim())

/** Persian and Arabic digits and separators as European ones; blanks and apostrophes between digits left out. */
function plain(cell: string): string {
  return cell
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/٬/g, '')
    .replace(/٫/g, '.')
    .replace(/٪/g, '%')
    .replace(/[−–]/g, '-')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim()
    .replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/g, '')
}

const CURRENCY = /^(?:\p{Sc}|zł|kn|руб\.?|тг|تومان|ریال)\s*|\s*(?:\p{Sc}|zł|kn|руб\.?|тг|تومان|ریال)$/giu

/**
 * Reads a number as spreadsheets of many countries write it: with thousands separated, a decimal comma, a percent sign,
 * a currency, in brackets if negative, in Persian digits. Nothing for what is no number.
 */
export function readNumber(cell: string, decimal: Decimal): ReadNumber | undefined {
  const text = plain(cell).replace(CURRENCY, '')
  const bracketed = /^\((.+)\)$/.exec(text)
  const percent = text.includes('%')
  const bare = (bracketed?.[1] ?? text).replace(/^%\s*|\s*%$/g, '').replace(/^([-+])\s+/, '$1')
  const digits = digitsOf(bare, decimal)
  if (digits === undefined) return undefined
  const value = Number(digits)
  return Number.isFinite(value) ? { value: bracketed ? -value : value, percent } : undefined
}

function digitsOf(text: string, decimal: Decimal): string | undefined {
  if (/^[-+]?\d*\.?\d+e[-+]?\d+$/i.test(text)) return text
  const thousands = decimal === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = text.split(decimal)
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined
  const groups = whole.split(thousands)
  const [first = '', ...rest] = groups
  if (!/^[-+]?\d*$/.test(first) || !rest.every((group) => /^\d{3}$/.test(group))) return undefined
  const digits = groups.join('') + (fraction ? `.${fraction}` : '')
  return /\d/.test(digits) ? digits : undefined
}

/**
 * What separates the fraction in a column of numbers. "1,234" alone can be read both ways; the other cells of the column
 * tell: "12,5", "1.234,5" or "0,123" mean a comma.
 */
export function decimalOf(cells: Iterable<string>): Decimal {
  let [commas, points] = [0, 0]
  for (const cell of cells) {
    const found = decimalIn(plain(cell).replace(CURRENCY, ''))
    if (found === ',') commas += 1
    if (found === '.') points += 1
  }
  return commas > points ? ',' : '.'
}

function decimalIn(text: string): Decimal | undefined {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  const mark = comma >= 0 ? ',' : point >= 0 ? '.' : undefined
  if (mark === undefined) return undefined
  const other: Decimal = mark === ',' ? '.' : ','
  if (text.split(mark).length > 2) return other
  const [whole = '', fraction = ''] = text.split(mark)
  const digits = fraction.replace(/\D/g, '').length
  return digits === 3 && /^[-+]?[1-9]\d{0,2}$/.test(whole) ? undefined : mark
}
