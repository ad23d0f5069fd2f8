import {
  ArrowLeftRight,
  ArrowRight,
  Frown,
  Merge,
  Minus,
  PencilLine,
  Plus,
  Smile,
  Split,
  type LucideIcon,
} from 'lucide-react'
import { useId, type KeyboardEvent } from 'react'
import type { Emotion } from '../../../shared/journey/entities.ts'
import { useFormat } from '../../i18n/useFormat.ts'
import { useT } from '../../i18n/useT.ts'
import { Icon } from '../../ui/Icon.tsx'
import { FACES } from '../fields/feelings.ts'
import styles from './diff.module.css'
import type { DiffGroupId, DiffRow } from './diffRows.ts'

const ICONS: Readonly<Record<DiffGroupId, LucideIcon>> = {
  added: Plus,
  removed: Minus,
  merged: Merge,
  split: Split,
  moved: ArrowLeftRight,
  changed: PencilLine,
  emotions: Smile,
  pains: Frown,
}

interface DiffGroupProps {
  readonly id: DiffGroupId
  readonly rows: readonly DiffRow[]
  readonly onShow: (row: DiffRow) => void
}

/** All differences of one sort, each the way to its step. Up and down go from one to the next. */
export function DiffGroup({ id, rows, onShow }: DiffGroupProps) {
  const { t } = useT()
  const { number } = useFormat()
  const title = useId()
  return (
    <section className={styles['group']} data-group={id} aria-labelledby={title}>
      <h3 className={styles['title']} id={title}>
        {t(`diffGroup.${id}`)} <span className={styles['count']}>{number(rows.length)}</span>
      </h3>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.key}>
            <button
              type="button"
              className={styles['row']}
              data-diff-row=""
              onClick={() => onShow(row)}
              onKeyDown={goBeside}
            >
              <span className={styles['badge']} data-delta={row.feelings && Math.sign(row.feelings.delta)}>
                <Icon icon={ICONS[id]} size={14} directional={id === 'merged' || id === 'split'} />
              </span>
              <span className={styles['text']}>
                <span className={styles['name']}>
                  <bdi>{row.title}</bdi>
                </span>
                {row.detail && <span className={styles['detail']}>{row.detail}</span>}
              </span>
              {row.feelings && <Feelings {...row.feelings} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Feelings({ before, after, delta }: NonNullable<DiffRow['feelings']>) {
  const { number } = useFormat()
  return (
    <span className={styles['feelings']} aria-hidden>
      <Face felt={before} />
      <Icon icon={ArrowRight} size={12} directional />
      <Face felt={after} />
      {delta !== 0 && (
        <span className={styles['delta']} data-delta={Math.sign(delta)} dir="ltr">
          {delta > 0 ? '+' : '−'}
          {number(Math.abs(delta))}
        </span>
      )}
    </span>
  )
}

const Face = ({ felt }: { readonly felt: Emotion | undefined }) =>
  felt === undefined ? <span className={styles['noFace']} /> : <Icon icon={FACES[felt]} size={18} />

function goBeside(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const panel = event.currentTarget.closest('[data-side-panel]')
  const rows = [...(panel?.querySelectorAll<HTMLElement>('[data-diff-row]') ?? [])]
  rows[rows.indexOf(event.currentTarget) + step]?.focus()
}
