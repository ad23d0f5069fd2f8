import { useT } from '../../../i18n/useT.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import type { ChoiceName, Choices } from './styleChoices.ts'
import type { StyleControl } from './StylePanel.tsx'
import styles from './StylePanel.module.css'

interface StyleRowProps<V extends ChoiceName> extends StyleControl {
  readonly family: 'width' | 'dash' | 'route' | 'startHead' | 'endHead' | 'align' | 'direction'
  readonly choices: Choices<V>
}

/** One property with a few values, as a row of icons; not there where the property does not apply. */
export function StyleRow<V extends ChoiceName>({ family, choices, style, set }: StyleRowProps<V>) {
  const { t } = useT()
  if (!(family in style)) return null
  const nameOf = (choice: ChoiceName) => t(`styleChoice.${choice}`)
  const label = t(`styleProperty.${family}`)
  const value = choices.find((choice) => choice.value === style[family])?.value ?? null
  return (
    <div className={styles['row']} data-family={family}>
      <span className={styles['label']} aria-hidden>
        {label}
      </span>
      <SegmentedControl
        label={label}
        value={value}
        iconsOnly
        segments={choices.map((choice) => ({ ...choice, label: nameOf(choice.value) }))}
        onChange={(next) => set({ [family]: next })}
      />
    </div>
  )
}
