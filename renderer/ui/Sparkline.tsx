import { joinClasses } from './joinClasses.ts'
import styles from './Sparkline.module.css'

export interface SparklineProps {
  /** From left to right and from bottom to top, 0 to 1. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Height of a line across, 0 to 1. */
  readonly target?: number | undefined
  /** Good news or bad. */
  readonly tone?: 'good' | 'bad' | 'neutral' | undefined
  readonly className?: string | undefined
}

const [W, H, PAD] = [96, 28, 3]

/** How something went, as a line without words: what it says must be said beside it. Time goes as one reads. */
export function Sparkline({ points, target, tone = 'neutral', className }: SparklineProps) {
  const x = (value: number) => PAD + value * (W - 2 * PAD)
  const y = (value: number) => PAD + (1 - value) * (H - 2 * PAD)
  const line = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`)
  const last = points.at(-1)
  return (
    <svg
      aria-hidden
      className={joinClasses(styles['line'], styles[tone], className)}
      viewBox={`0 0 ${W} ${H}`}
      preserveAspectRatio="none"
    >
      {target !== undefined && <path className={styles['target']} d={`M0 ${y(target)}H${W}`} />}
      {points.length > 1 && (
        <>
          <polygon
            className={styles['area']}
            points={`${x(points[0]?.x ?? 0)},${H} ${line.join(' ')} ${x(last?.x ?? 1)},${H}`}
          />
          <polyline className={styles['stroke']} points={line.join(' ')} />
        </>
      )}
      {last && <circle className={styles['dot']} cx={x(last.x)} cy={y(last.y)} r="2.4" />}
    </svg>
  )
}
