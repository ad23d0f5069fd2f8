import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { joinClasses } from './joinClasses.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'
import popup from './popup.module.css'

interface Row {
  readonly children: ReactNode
  readonly icon?: LucideIcon | undefined
  /** The icon mirrors in right-to-left languages. */
  readonly directional?: boolean | undefined
  /** As formatted by formatShortcut. */
  readonly shortcut?: string | undefined
  readonly disabled?: boolean | undefined
}

export interface MenuItemProps extends Row {
  readonly onSelect: () => void
  readonly danger?: boolean | undefined
}

/** One thing to do. */
export function MenuItem({ onSelect, danger, disabled, ...row }: MenuItemProps) {
  return (
    <Base.Item
      className={joinClasses(styles['item'], danger && styles['danger'])}
      disabled={disabled}
      onClick={onSelect}
    >
      <RowContent {...row} />
    </Base.Item>
  )
}

export interface MenuCheckboxItemProps extends Row {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Something that is on or off. */
export function MenuCheckboxItem({ checked, onChange, disabled, ...row }: MenuCheckboxItemProps) {
  return (
    <Base.CheckboxItem
      className={styles['item']}
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      disabled={disabled}
      closeOnClick
    >
      <RowContent {...row} mark={<CheckMark />} />
    </Base.CheckboxItem>
  )
}

export interface MenuRadioGroupProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

/** One of several; its children are MenuRadioItems. */
export function MenuRadioGroup({ value, onChange, children }: MenuRadioGroupProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)}>
      {children}
    </Base.RadioGroup>
  )
}

export interface MenuRadioItemProps extends Row {
  readonly value: string
}

export function MenuRadioItem({ value, disabled, ...row }: MenuRadioItemProps) {
  return (
    <Base.RadioItem className={styles['item']} value={value} disabled={disabled} closeOnClick>
      <RowContent {...row} mark={<RadioMark />} />
    </Base.RadioItem>
  )
}

export function MenuSeparator() {
  return <Base.Separator className={styles['separator']} />
}

export interface SubmenuProps extends Row {
  readonly label: ReactNode
}

/** A row that opens a further menu, whose rows are the children. */
export function Submenu({ label, icon, disabled, children }: SubmenuProps) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={styles['item']} disabled={disabled}>
        <RowContent icon={icon}>{label}</RowContent>
        <Icon icon={ChevronRight} size={14} directional className={styles['chevron']} />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner
          className={popup['positioner']}
          side="inline-end"
          align="start"
          sideOffset={2}
          alignOffset={-5}
        >
          <Base.Popup className={joinClasses(popup['popup'], styles['popup'])}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  )
}

function RowContent({
  icon,
  directional,
  shortcut,
  mark,
  children,
}: Omit<Row, 'disabled'> & { mark?: ReactNode }) {
  return (
    <>
      <span className={styles['mark']}>
        {mark ?? (icon && <Icon icon={icon} directional={directional} />)}
      </span>
      {mark && icon && <Icon icon={icon} directional={directional} />}
      <span className={styles['label']}>{children}</span>
      {shortcut && <Kbd tone="menu">{shortcut}</Kbd>}
    </>
  )
}

function CheckMark() {
  return (
    <Base.CheckboxItemIndicator>
      <Icon icon={Check} />
    </Base.CheckboxItemIndicator>
  )
}

function RadioMark() {
  return (
    <Base.RadioItemIndicator>
      <Icon icon={Check} />
    </Base.RadioItemIndicator>
  )
}
