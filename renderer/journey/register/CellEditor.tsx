import { useEffect, useRef, useState } from 'react'
import type { RegisterRow } from '../../../shared/journey/register.ts'
import { typedOnto } from '../../../shared/model/editText.ts'
import { Menu } from '../../ui/Menu.tsx'
import { MenuRadioGroup, MenuRadioItem } from '../../ui/MenuItem.tsx'
import { CellField, type CellEnd } from './CellField.tsx'
import type { CellEdit, Choice } from './columns.ts'
import styles from './RegisterGrid.module.css'

interface CellEditorProps {
  readonly row: RegisterRow
  readonly edit: CellEdit
  readonly label: string
  readonly cell: () => HTMLElement | null
  /** Hears how somebody was done, after what they chose was written. */
  readonly onDone: (end: CellEnd) => void
}

/** What opens over a cell to change it. */
export function CellEditor({ row, edit, label, cell, onDone }: CellEditorProps) {
  const [opened] = useState(() => edit.value(row))
  if (edit.kind === 'choice')
    return (
      <Menu open anchor={cell} focusAfter={cell} onOpenChange={(open) => !open && onDone('escape')}>
        <Choices
          choices={edit.choices(row)}
          value={edit.value(row)}
          onChoose={(value) => edit.commit(row, value)}
        />
      </Menu>
    )
  return (
    <CellField
      edit={edit}
      text={edit.value(row)}
      label={label}
      cell={cell}
      onDone={(text, end) => {
        const now = edit.value(row)
        const next = text === undefined ? undefined : left(edit, opened, text, now)
        if (next !== undefined && next !== now) edit.commit(row, next)
        onDone(end)
      }}
    />
  )
}

/** What a cell says after somebody has left it. Others may have written in it meanwhile: texts keep both. */
function left(edit: CellEdit, opened: string, typed: string, now: string): string | undefined {
  if (edit.kind === 'text' && !edit.suggestions) return typedOnto(opened, typed, now)
  return typed === opened ? undefined : typed
}

interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChoose: (value: string) => void
}

/** The rows of a menu of what something can be set to. */
export function Choices({ choices, value, onChoose }: ChoicesProps) {
  const chosen = useRef<HTMLSpanElement>(null)
  // Arrow keys begin at what is chosen, once the menu has put the focus into itself.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      chosen.current?.closest<HTMLElement>('[role=menuitemradio]')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <MenuRadioGroup value={value} onChange={onChoose}>
      {choices.map((choice) => (
        <MenuRadioItem key={choice.value} value={choice.value}>
          <span ref={choice.value === value ? chosen : undefined} className={styles['pair']}>
            {choice.mark}
            {choice.label}
          </span>
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  )
}
