import type { Metric } from '../entities.ts'
import { SAYS_COUNT } from './metricMapping.ts'
import { wordsOf, type Column } from './table.ts'

/** What becomes of the figures of one name. */
export interface MetricLook {
  readonly name: string
  readonly unit: string
  readonly better: Metric['better']
  readonly target?: number | undefined
  /** How several rows of the same time become one figure. */
  readonly combine: 'mean' | 'sum'
  /** The file says 0.12 where 12 % is meant. */
  readonly fraction: boolean
  readonly included: boolean
}

const LOWER =
  /\b(?:bounce|exit|abandon\w*|churn|errors?|failures?|complaints?|wait\w*|delay|drop ?off|cost|refunds?|returns rate|latency|effort|cancel\w*|unsubscribe\w*|detract\w*)\b|отказ|жалоб|ожидан|ошиб|odrzuce|skarg|błęd|pritužb|napušt|پرش|شکایت|خطا/u
const SHARE =
  /\b(?:rate|share|ratio|percent\w*|pct|proportion)\b|udio|stopa|postotak|доля|процент|udział|odsetek|نرخ|سهم|درصد/u
const SECONDS = /\b(?:seconds|secs?)\b/u
const MINUTES = /\b(?:minutes|mins?)\b/u
const SCALE = /\b(\d) to (\d{1,3})\b/u

/** What is most likely meant by figures of this name. */
export function guessLook(name: string, { percent, least, most, whole, filled }: Column): MetricLook {
  const words = wordsOf(name)
  const fraction = !percent && SHARE.test(words) && filled > 0 && least >= 0 && most <= 1
  const scale = SCALE.exec(words)
  const unit =
    percent || fraction
      ? '%'
      : SECONDS.test(words)
        ? 's'
        : MINUTES.test(words)
          ? 'min'
          : scale
            ? `/ ${scale[2]}`
            : ''
  return {
    name: titled(words.replace(SCALE, '').replace(/\s+/g, ' ').trim() || words),
    unit,
    better: LOWER.test(words) ? 'lower' : 'higher',
    combine: whole && SAYS_COUNT.test(words) ? 'sum' : 'mean',
    fraction,
    included: true,
  }
}

const titled = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
