import { useState } from 'react'
import { TextField } from './TextField.tsx'

export interface NumberFieldProps {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly placeholder?: string | undefined
  /** Nothing for an empty field. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly disabled?: boolean | undefined
  /** Said of what is no number. */
  readonly problem?: string | undefined
}

/** A number that may be left out, with a decimal point or comma, in any digits. */
export function NumberField({ value, onChange, problem, ...field }: NumberFieldProps) {
  /** What is being typed, as long as the field is in use. */
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? value : numberIn(typed)
  return (
    <TextField
      {...field}
      inputMode="decimal"
      value={typed ?? (value === undefined ? '' : String(value))}
      error={read === null ? problem : undefined}
      aria-invalid={read === null}
      onChange={(text) => {
        setTyped(text)
        const next = numberIn(text)
        if (next !== null) onChange(next)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

/** Nothing for an empty text, `null` for what is no number. */
function numberIn(text: string): number | undefined | null {
  const plain = text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٫,]/g, '.')
    .trim()
  if (plain === '') return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
