import type { ComponentPropsWithRef } from 'react'
import type { Step } from '../../../shared/model/history.ts'
import { MOST_NAME } from '../../../shared/journey/entities.ts'
import { joinClasses } from '../../ui/joinClasses.ts'
import styles from './fields.module.css'
import { dirOf } from './dirOf.ts'
import { useTyping } from './useTyping.ts'

export interface LineFieldProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'onChange' | 'value' | 'defaultValue' | 'size'
> {
  /** Its name, for those who listen. */
  readonly label: string
  readonly value: string
  /** Edits of one `step` in a row are undone together. */
  readonly onEdit: (value: string, step: Step) => void
  /** The placeholder is what it is called as long as it is empty. */
  readonly named?: boolean
}

/** A line of the document that looks like plain text until it is pointed at or typed in. */
export function LineField({ label, value, onEdit, named, className, onFocus, ...rest }: LineFieldProps) {
  const typing = useTyping()
  return (
    <input
      dir={dirOf(value)}
      autoComplete="off"
      spellCheck={false}
      maxLength={MOST_NAME}
      {...rest}
      className={joinClasses(styles['line'], named && styles['named'], className)}
      aria-label={label}
      value={value}
      onFocus={(event) => {
        typing.onFocus()
        onFocus?.(event)
      }}
      onChange={(event) => onEdit(event.target.value, typing.step())}
    />
  )
}
