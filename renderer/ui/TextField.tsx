import { Field } from '@base-ui/react/field'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { joinClasses } from './joinClasses.ts'
import styles from './TextField.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface TextFieldProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'onChange' | 'value' | 'defaultValue' | 'size'
> {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: ReactNode
  /** What is wrong and how to put it right. */
  readonly error?: string | undefined
}

/** One line of text. Its direction follows what is typed. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, value, onChange, description, error, className, ...rest } = props
  return (
    <Field.Root className={styles['field']} invalid={error !== undefined}>
      <Field.Label className={styles['label']}>
        {hideLabel ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </Field.Label>
      <Field.Control
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        className={joinClasses(styles['input'], className)}
        value={value}
        onValueChange={(next) => onChange(next)}
      />
      {description && <Field.Description className={styles['description']}>{description}</Field.Description>}
      <Field.Error match={error !== undefined} className={styles['error']}>
        {error}
      </Field.Error>
    </Field.Root>
  )
}
