import { useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '../../../i18n/useT.ts'
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
    const next = from < 0 ? undefined : buttonFrom(buttons, from, event.key)
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

/** Which button a key goes to: the nearest one in the row above or below, or the one before or after. */
function buttonFrom(
  buttons: readonly HTMLButtonElement[],
  from: number,
  key: string,
): HTMLButtonElement | undefined {
  const here = buttons[from]
  if (!here) return undefined
  const forward = here.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return buttons[from + 1]
  if (key === backward) return buttons[from - 1]
  if (key === 'Home') return buttons[0]
  if (key === 'End') return buttons.at(-1)
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined
  const { left, top } = here.getBoundingClientRect()
  const down = key === 'ArrowDown'
  // Rows are short, so that the next one is never further away than this.
  const near = down
    ? buttons.slice(from + 1, from + 1 + 2 * COLUMNS)
    : buttons.slice(Math.max(0, from - 2 * COLUMNS), from).toReversed()
  const places = near.map((button) => ({ button, box: button.getBoundingClientRect() }))
  const row = places.find(({ box }) => (down ? box.top > top + 1 : box.top < top - 1))?.box.top
  return places
    .filter(({ box }) => box.top === row)
    .toSorted((a, b) => Math.abs(a.box.left - left) - Math.abs(b.box.left - left))[0]?.button
}
