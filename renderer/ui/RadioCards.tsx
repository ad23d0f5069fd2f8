import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import styles from './RadioCards.module.css'

export interface RadioCard<V extends string> {
  readonly value: V
  readonly label: string
  /** What it means to choose it. */
  readonly text: string
  readonly icon: LucideIcon
}

export interface RadioCardsProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly cards: readonly RadioCard<V>[]
  readonly onChange: (value: V) => void
}

/** One of a few that each need a sentence. Arrow keys move and choose. */
export function RadioCards<V extends string>({ label, value, cards, onChange }: RadioCardsProps<V>) {
  return (
    <RadioGroup
      aria-label={label}
      className={styles['cards']}
      value={value}
      onValueChange={(next) => onChange(next)}
    >
      {cards.map((card) => (
        <Radio.Root key={card.value} value={card.value} aria-label={card.label} className={styles['card']}>
          <Icon icon={card.icon} size={18} className={styles['icon']} />
          <span className={styles['words']}>
            <span className={styles['name']}>{card.label}</span>
            <span className={styles['text']}>{card.text}</span>
          </span>
          <span className={styles['dot']}>
            <Radio.Indicator className={styles['mark']} />
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
