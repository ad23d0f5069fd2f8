import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { LucideIcon } from 'lucide-react'
import { Icon } from './Icon.tsx'
import { joinClasses } from './joinClasses.ts'
import styles from './SegmentedControl.module.css'
import { Tooltip } from './Tooltip.tsx'

export interface Segment<V extends string> {
  readonly value: V
  readonly label: string
  readonly icon?: LucideIcon | undefined
  readonly disabled?: boolean | undefined
}

export interface SegmentedControlProps<V extends string> {
  readonly label: string
  /** Nothing where none is chosen, or several are at once. */
  readonly value: V | null
  readonly segments: readonly Segment<V>[]
  readonly onChange: (value: V) => void
  /** One was clicked, not merely gone to by the arrow keys. */
  readonly onClick?: (() => void) | undefined
  /** Show icons alone; the labels become tooltips. */
  readonly iconsOnly?: boolean | undefined
  readonly className?: string | undefined
}

/** One of a few, all in sight. Arrow keys move and choose. */
export function SegmentedControl<V extends string>(props: SegmentedControlProps<V>) {
  const { label, value, segments, onChange, onClick, iconsOnly, className } = props
  return (
    <RadioGroup
      aria-label={label}
      className={joinClasses(styles['group'], className)}
      value={value ?? ''}
      onValueChange={(next) => onChange(next as V)}
      // What the arrow keys choose is clicked without a pointer.
      onClick={onClick && (({ detail }) => void (detail > 0 && onClick()))}
    >
      {segments.map((segment) => {
        const radio = (
          <Radio.Root
            value={segment.value}
            disabled={segment.disabled}
            aria-label={segment.label}
            className={styles['segment']}
          >
            {segment.icon && <Icon icon={segment.icon} />}
            {!iconsOnly && <span>{segment.label}</span>}
          </Radio.Root>
        )
        if (!iconsOnly) return <span key={segment.value}>{radio}</span>
        return (
          <Tooltip key={segment.value} label={segment.label} side="top">
            {radio}
          </Tooltip>
        )
      })}
    </RadioGroup>
  )
}
