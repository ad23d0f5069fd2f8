import { useCallback } from 'react'
import styles from './CardPicture.module.css'

export interface CardPictureProps {
  readonly id: string
  readonly thumbnail: Uint8Array<ArrayBuffer> | null
}

/** What the workshop looks like; a quiet stand-in, the same every time, where that is not known. */
export function CardPicture({ id, thumbnail }: CardPictureProps) {
  return (
    <span className={styles['picture']}>
      {thumbnail ? <Thumbnail png={thumbnail} /> : <StandIn id={id} />}
    </span>
  )
}

function Thumbnail({ png }: { readonly png: Uint8Array<ArrayBuffer> }) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return
      const address = URL.createObjectURL(new Blob([png], { type: 'image/png' }))
      image.src = address
      return () => URL.revokeObjectURL(address)
    },
    [png],
  )
  return <img ref={show} alt="" draggable={false} />
}

const COLORS = ['yellow', 'blue', 'pink', 'green', 'purple', 'orange', 'teal'] as const

/** Six notes along a line; which, how high and in what colour follows from the id. */
function StandIn({ id }: { readonly id: string }) {
  const seed = hash(id)
  const points = Array.from({ length: 6 }, (_, index) => ({
    x: 24 + index * 28,
    y: 40 + ((seed >> (index * 3)) % 7) * 6,
    color: COLORS[(seed >> (index * 2)) % COLORS.length] ?? 'yellow',
  }))
  const line = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x + 9} ${y + 9}`).join('')
  return (
    <svg viewBox="0 0 208 130" aria-hidden>
      <path d={line} className={styles['line']} />
      {points.map(({ x, y, color }) => (
        <rect key={x} x={x} y={y} width="18" height="18" rx="2.5" className={styles[color]} />
      ))}
    </svg>
  )
}

/** A number from 0 to 2^31 that follows from the text (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193)
  return value >>> 1
}
