import { GripVertical } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { joinClasses } from '../../ui/joinClasses.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './fields.module.css'
import { dropIndex } from './dropIndex.ts'

interface ReorderListProps<T extends { readonly id: string }> {
  readonly label: string
  readonly items: readonly T[]
  readonly nameOf: (item: T) => string
  /** Puts it at another place, counted without it. Without this the order stays as it is. */
  readonly onMove?: ((id: T['id'], index: number) => void) | undefined
  readonly children: (item: T, index: number) => ReactNode
  readonly className?: string | undefined
}

/** A list whose items are moved by a grip: dragged, or with the arrow keys. */
export function ReorderList<T extends { readonly id: string }>(props: ReorderListProps<T>) {
  const { label, items, nameOf, onMove, children, className } = props
  const { t } = useT()
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<{ readonly id: T['id']; readonly to: number } | null>(null)
  const [said, say] = useState('')

  function move(id: T['id'], to: number): void {
    const from = items.findIndex((one) => one.id === id)
    if (from < 0 || to === from || to < 0 || to >= items.length) return
    onMove?.(id, to)
    say(t('outline.moved', { place: to + 1, total: items.length }))
  }
  function onKeyDown(event: KeyboardEvent, id: T['id'], at: number): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    move(id, at + step)
  }
  function onPointerMove(event: PointerEvent): void {
    if (!drag || !list.current) return
    const boxes = [...list.current.children].map((row) => row.getBoundingClientRect())
    setDrag({
      id: drag.id,
      to: dropIndex(
        boxes,
        items.findIndex(({ id }) => id === drag.id),
        event.clientY,
      ),
    })
  }
  return (
    <>
      <ul ref={list} className={joinClasses(styles['list'], className)} aria-label={label}>
        {items.map((item, index) => (
          <li
            key={item.id}
            className={styles['item']}
            data-dragged={drag?.id === item.id ? '' : undefined}
            data-drop={drag ? dropSide(items, drag, index) : undefined}
          >
            {onMove && (
              <button
                type="button"
                className={styles['grip']}
                aria-label={t('list.move', { what: nameOf(item) })}
                aria-roledescription={t('list.grip')}
                onKeyDown={(event) => onKeyDown(event, item.id, index)}
                onPointerDown={(event) => {
                  if (event.button !== 0) return
                  event.currentTarget.setPointerCapture(event.pointerId)
                  setDrag({ id: item.id, to: index })
                }}
                onPointerMove={onPointerMove}
                onPointerUp={() => {
                  if (drag) move(drag.id, drag.to)
                  setDrag(null)
                }}
                onPointerCancel={() => setDrag(null)}
              >
                <Icon icon={GripVertical} size={14} />
              </button>
            )}
            {children(item, index)}
          </li>
        ))}
      </ul>
      <VisuallyHidden live="polite">{said}</VisuallyHidden>
    </>
  )
}

/** On which side of a row what is dragged would come to lie. */
function dropSide(
  items: readonly { readonly id: string }[],
  { id, to }: { readonly id: string; readonly to: number },
  index: number,
): 'before' | 'after' | undefined {
  const from = items.findIndex((one) => one.id === id)
  if (to === from || index !== to) return undefined
  return to < from ? 'before' : 'after'
}
