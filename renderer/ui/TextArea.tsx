import { Field } from '@base-ui/react/field'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './TextArea.module.css'
import field from './TextField.module.css'

export interface TextAreaProps extends Omit<
  ComponentPropsWithRef<'textarea'>,
  'onChange' | 'value' | 'defaultValue' | 'className'
> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: ReactNode
}

/** Several lines of text. Their direction follows what is typed. */
export function TextArea({ label, value, onChange, description, ...rest }: TextAreaProps) {
  return (
    <Field.Root className={field['field']}>
      <Field.Label className={field['label']}>{label}</Field.Label>
      <Field.Control
        render={<textarea dir="auto" rows={3} {...rest} />}
        className={styles['area']}
        value={value}
        onValueChange={(next) => onChange(next)}
      />
      {description && <Field.Description className={field['description']}>{description}</Field.Description>}
    </Field.Root>
  )
}
