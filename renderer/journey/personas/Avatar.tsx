import { UserRound } from 'lucide-react'
import type { Persona } from '../../../shared/journey/entities.ts'
import { initials } from '../../../shared/journey/initials.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './personas.module.css'

interface AvatarProps {
  /** Nobody in particular without one. */
  readonly persona: Persona | undefined
  /** CSS pixels. */
  readonly size?: number
}

/** A persona as a coloured chip with initials. Decoration: whoever shows it says the name. */
export function Avatar({ persona, size = 32 }: AvatarProps) {
  const letters = persona ? initials(persona.name || persona.role) : ''
  return (
    <span
      className={styles['avatar']}
      style={{
        inlineSize: size,
        blockSize: size,
        fontSize: Math.round(size * 0.4),
        ...(persona && { background: PAPER[persona.color] }),
      }}
      data-nobody={persona ? undefined : ''}
      aria-hidden
    >
      {letters || <Icon icon={UserRound} size={Math.round(size * 0.55)} />}
    </span>
  )
}
