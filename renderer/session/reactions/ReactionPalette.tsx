import { useEffect, useRef, type KeyboardEvent } from 'react'
import { withPlainDigits } from '../../../shared/util/plainDigits.ts'
import { useT } from '../../i18n/useT.ts'
import { useStore } from '../../ui/useStore.ts'
import type { Together } from '../createTogether.ts'
import { REACTIONS } from '../../../shared/session/reaction.ts'
import styles from './ReactionPalette.module.css'

/** A few emoji to react with, by click or by number; it stays until it is closed. */
export function ReactionPalette({ together }: { readonly together: Together }) {
  const isLive = useStore(together.live) !== null
  const isOpen = useStore(together.reacting)
  return isLive && isOpen ? <OpenPalette together={together} /> : null
}

function OpenPalette({ together: { reactions, reacting } }: { readonly together: Together }) {
  const { t } = useT()
  const row = useRef<HTMLDivElement>(null)

  // Nothing opens by itself, so whoever opened it goes on in it.
  useEffect(() => row.current?.querySelector('button')?.focus({ preventScroll: true }), [])

  function close(): void {
    reacting.set(false)
    document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const way = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const step = { ArrowRight: way, ArrowLeft: -way }[event.key]
    const chosen = REACTIONS[Number(withPlainDigits(event.key)) - 1]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' || event.code === 'KeyJ') close()
    else if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus()
    else if (chosen) reactions.send(chosen[1])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={t('reaction.palette')}
      className={styles['palette']}
      onKeyDown={onKeyDown}
    >
      {REACTIONS.map(([id, emoji], index) => (
        <button
          key={id}
          type="button"
          className={styles['emoji']}
          aria-label={t(`reactionName.${id}`)}
          title={`${t(`reactionName.${id}`)} (${index + 1})`}
          tabIndex={index === 0 ? 0 : -1}
          onClick={() => reactions.send(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
