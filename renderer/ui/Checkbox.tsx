import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Checkbox.module.css'
import { Icon } from './Icon.tsx'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean | undefined
}

/** A choice that takes effect when a dialog is confirmed. */
export function Checkbox({ label, checked, onChange, disabled }: CheckboxProps) {
  return (
    <label className={styles['row']}>
      <Base.Root
        className={styles['box']}
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled}
      >
        <Base.Indicator className={styles['mark']}>
          <Icon icon={Check} size={14} />
        </Base.Indicator>
      </Base.Root>
      <span>{label}</span>
    </label>
  )
}
