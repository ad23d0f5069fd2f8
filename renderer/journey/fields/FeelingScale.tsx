import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { Emotion } from '../../../shared/journey/entities.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { FEELINGS, FACES } from './feelings.ts'
import styles from './fields.module.css'

interface FeelingScaleProps {
  readonly label: string
  readonly value: Emotion | undefined
  readonly onChange: (value: Emotion) => void
}

/** The five feelings side by side, each with its key. */
export function FeelingScale({ label, value, onChange }: FeelingScaleProps) {
  const { t } = useT()
  const { number } = useFormat()
  return (
    <RadioGroup
      aria-label={label}
      className={styles['scale']}
      value={value ?? ''}
      onValueChange={(next) => onChange(next as Emotion)}
    >
      {FEELINGS.map((felt, index) => (
        <Radio.Root
          key={felt}
          value={felt}
          className={styles['choice']}
          data-felt={felt}
          data-first-stop={felt === (value ?? 0) ? '' : undefined}
        >
          <Icon icon={FACES[felt]} size={24} />
          <span>{t(`feeling.${felt}`)}</span>
          <Kbd>{number(index + 1)}</Kbd>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
