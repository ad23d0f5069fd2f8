import { Field } from '@base-ui/react/field'
import { useFormat } from '../i18n/useFormat.ts'
import styles from './DateField.module.css'
import field from './TextField.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface DateFieldProps {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  /** ISO 8601, such as 2026-03-21; empty for none. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A day. The system's own calendar chooses it; below it stands what that is in the reader's calendar, if it is another. */
export function DateField({ label, hideLabel, value, onChange }: DateFieldProps) {
  const { day, isGregorian } = useFormat()
  return (
    <Field.Root className={field['field']}>
      <Field.Label className={hideLabel ? styles['hidden'] : field['label']}>
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </Field.Label>
      <Field.Control
        type="date"
        className={`${field['input']} ${styles['date']}`}
        value={value}
        onValueChange={(next) => onChange(next)}
      />
      {value !== '' && !isGregorian && (
        <Field.Description className={field['description']}>{day(value)}</Field.Description>
      )}
    </Field.Root>
  )
}
