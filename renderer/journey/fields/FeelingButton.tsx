import { CircleDashed } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Emotion } from '../../../shared/journey/entities.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuRadioGroup, MenuRadioItem } from '../../ui/MenuItem.tsx'
import { FEELINGS, feelingOfKey, FACES } from './feelings.ts'
import styles from './fields.module.css'

interface FeelingButtonProps {
  /** Whose, or what it is felt at. */
  readonly of: string
  readonly value: Emotion | undefined
  readonly onChange: (value: Emotion | undefined) => void
  readonly disabled?: boolean | undefined
}

/** How somebody feels, in the room of a button: opens a menu, and takes the keys 1 to 5 (0 for nothing). */
export function FeelingButton({ of, value, onChange, disabled }: FeelingButtonProps) {
  const { t } = useT()
  const said = value === undefined ? t('feelingOf.none') : t(`feeling.${value}`)

  function onKeyDown(event: KeyboardEvent): void {
    const felt = feelingOfKey(event)
    if (felt === undefined) return
    event.preventDefault()
    onChange(felt === 'none' ? undefined : felt)
  }
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={styles['face']}
          data-felt={value}
          aria-label={t('feelingOf.label', { what: of, feeling: said })}
          disabled={disabled}
          onKeyDown={onKeyDown}
        >
          <Icon icon={value === undefined ? CircleDashed : FACES[value]} size={18} />
        </button>
      }
    >
      <MenuRadioGroup
        value={String(value ?? '')}
        onChange={(next) => onChange(FEELINGS.find((felt) => String(felt) === next))}
      >
        {FEELINGS.toReversed().map((felt) => (
          <MenuRadioItem key={felt} value={String(felt)} icon={FACES[felt]}>
            {t(`feeling.${felt}`)}
          </MenuRadioItem>
        ))}
        <MenuRadioItem value="" icon={CircleDashed}>
          {t('feelingOf.none')}
        </MenuRadioItem>
      </MenuRadioGroup>
    </Menu>
  )
}
