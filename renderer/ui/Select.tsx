import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown, type LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { joinClasses } from './joinClasses.ts'
import popup from './popup.module.css'
import styles from './Select.module.css'

export interface SelectOption<V extends string> {
  readonly value: V
  readonly label: string
  /** Language of the label, when it is not the interface's. */
  readonly lang?: string | undefined
}

export interface SelectProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly SelectOption<V>[]
  readonly onChange: (value: V) => void
  readonly icon?: LucideIcon | undefined
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
  /** It gets the focus first where it is shown: see `data-first-stop`. */
  readonly first?: boolean | undefined
}

/** One of several, chosen from a list. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, value, options, onChange, icon, disabled, className, first } = props
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => {
        if (next !== null) onChange(next)
      }}
      disabled={disabled}
      modal={false}
    >
      <Base.Trigger
        className={joinClasses(styles['trigger'], className)}
        aria-label={label}
        data-first-stop={first ? '' : undefined}
      >
        {icon && <Icon icon={icon} className={styles['icon']} />}
        <Base.Value className={styles['value']} />
        <Icon icon={ChevronsUpDown} size={14} className={styles['icon']} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={popup['positioner']} alignItemWithTrigger={false} sideOffset={6}>
          <Base.Popup className={joinClasses(popup['popup'], styles['popup'])}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={styles['item']}>
                <Base.ItemIndicator className={styles['mark']} keepMounted>
                  <Icon icon={Check} />
                </Base.ItemIndicator>
                <Base.ItemText className={styles['text']} lang={option.lang}>
                  {option.label}
                </Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
