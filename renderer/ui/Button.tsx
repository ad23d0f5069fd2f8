import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import styles from './Button.module.css'
import { Icon } from './Icon.tsx'
import { joinClasses } from './joinClasses.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'medium' | 'large' | undefined
  readonly icon?: LucideIcon | undefined
}

/** A button with words on it. At most one `primary` in sight. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(styles['button'], styles[variant], styles[size], className)}
    >
      {icon && <Icon icon={icon} />}
      <span className={styles['label']}>{children}</span>
    </button>
  )
}
