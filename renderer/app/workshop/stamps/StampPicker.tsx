import { useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '../../../i18n/useT.ts'
import { buttonFrom } from '../buttonFrom.ts'
import styles from './StampPicker.module.css'
import { STAMP_SETS } from './stampSets.ts'

interface StampPickerProps {
  /** The stamp in use. */
  readonly value: string
  readonly onChoose: (stamp: string) => void
}

const COLUMNS = 8

/** All stamps in a grid: one stop for Tab, arrow keys within. */
export function StampPicker({ value, onChoose }: StampPickerProps) {
  const { t } = useT()
  const grid = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(() => (isKnown(value) ? value : firstStamp))

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const from = buttons.findIndex((button) => button === document.activeElement)
    const next = from < 0 ? undefined : buttonFrom(buttons, from, event.key, COLUMNS)
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setStop(next.value)
    next.focus()
  }

  return (
    <div ref={grid} className={styles['picker']} onKeyDown={onKeyDown}>
      {STAMP_SETS.map(({ id, stamps }) => (
        <section key={id} aria-label={t(`stampSet.${id}`)}>
          <h3 className={styles['heading']}>{t(`stampSet.${id}`)}</h3>
          <div role="group" aria-label={t(`stampSet.${id}`)} className={styles['stamps']}>
            {stamps.map((stamp) => (
              <button
                key={stamp}
                type="button"
                value={stamp}
                className={styles['stamp']}
                aria-pressed={stamp === value}
                tabIndex={stamp === stop ? 0 : -1}
                data-stamp-stop={stamp === stop ? '' : undefined}
                onClick={() => onChoose(stamp)}
              >
                {stamp}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

const firstStamp = STAMP_SETS[0]?.stamps[0] ?? ''
const isKnown = (stamp: string): boolean => STAMP_SETS.some(({ stamps }) => stamps.includes(stamp))
