import styles from './CardPicture.module.css'

type NoteColor = 'yellow' | 'orange' | 'pink' | 'purple' | 'blue' | 'teal' | 'green'
type Place = readonly [x: number, y: number, color: NoteColor, tilt?: number]

/** Notes thrown together. */
export function CollectPicture() {
  return (
    <Scene>
      <Notes
        places={[
          [52, 34, 'yellow', -7],
          [92, 22, 'blue', 5],
          [130, 40, 'pink', -4],
          [70, 68, 'green', 6],
          [112, 74, 'yellow', -3],
        ]}
      />
    </Scene>
  )
}

/** The same notes, in order. */
export function ArrangePicture() {
  return (
    <Scene>
      <path d="M40 62C66 62 66 40 88 40S112 84 134 84S152 54 172 54" className={styles['line']} />
      <Notes
        places={[
          [27, 49, 'yellow'],
          [75, 27, 'yellow'],
          [121, 71, 'pink'],
          [159, 41, 'green'],
        ]}
      />
    </Scene>
  )
}

/** The board as a picture on a wall. */
export function SharePicture() {
  return (
    <Scene>
      <rect
        x="44"
        y="22"
        width="120"
        height="80"
        rx="6"
        fill="var(--surface-raised)"
        stroke="var(--border)"
      />
      <path d="M66 70C84 70 84 48 104 48S126 74 144 60" className={styles['line']} />
      <Notes
        size={18}
        places={[
          [57, 61, 'yellow'],
          [95, 39, 'blue'],
          [134, 52, 'green'],
        ]}
      />
      <circle cx="104" cy="22" r="3.5" fill="var(--accent)" />
    </Scene>
  )
}

function Scene({ children }: { readonly children: React.ReactNode }) {
  return (
    <svg viewBox="0 0 208 124" aria-hidden className={styles['scene']}>
      {children}
    </svg>
  )
}

function Notes({ places, size = 26 }: { readonly places: readonly Place[]; readonly size?: number }) {
  return places.map(([x, y, color, tilt = 0]) => (
    <rect
      key={`${x} ${y}`}
      x={x}
      y={y}
      width={size}
      height={size}
      rx="3"
      className={styles[color]}
      transform={`rotate(${tilt} ${x + size / 2} ${y + size / 2})`}
    />
  ))
}
