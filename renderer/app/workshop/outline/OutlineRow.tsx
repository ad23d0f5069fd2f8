import { ChevronRight, Ellipsis, Lock, type LucideIcon } from 'lucide-react'
import { useId, type CSSProperties, type ReactNode } from 'react'
import type { TreeRow } from '../../../../shared/model/boardTree.ts'
import type { Shape } from '../../../../shared/model/shape.ts'
import { PAPER } from '../../../../shared/scene/palette.ts'
import { Icon } from '../../../ui/Icon.tsx'
import type { NodeWords } from './describeNode.ts'
import { kindIcon, partIcon } from './kindIcons.ts'
import styles from './Outline.module.css'

/** Height of a row, CSS pixels. */
export const ROW = 34

export interface OutlineRowProps {
  readonly index: number
  readonly row: TreeRow
  readonly shape: Shape | undefined
  readonly words: NodeWords
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly actionsLabel: string
  /** The field for its text, while it is typed. */
  readonly field: ReactNode
  readonly onToggle: () => void
  readonly onActions: () => void
}

/** One thing on the board. */
export function OutlineRow(props: OutlineRowProps) {
  const { index, row, shape, words, isCurrent, isSelected, field } = props
  const details = useId()
  return (
    <div
      role="treeitem"
      className={styles['row']}
      style={{ insetBlockStart: index * ROW, '--level': row.level - 1 } as CSSProperties}
      tabIndex={isCurrent ? 0 : -1}
      data-row={index}
      data-first-stop={isCurrent ? '' : undefined}
      data-current={isCurrent ? '' : undefined}
      data-editing={field ? '' : undefined}
      aria-label={words.name}
      aria-describedby={words.details === '' ? undefined : details}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.total}
      aria-expanded={row.open}
      aria-selected={isSelected}
    >
      <span
        className={styles['toggle']}
        aria-hidden
        data-open={row.open ? '' : undefined}
        onClick={(event) => {
          event.stopPropagation()
          props.onToggle()
        }}
      >
        {row.open !== undefined && <Icon icon={ChevronRight} size={14} directional={!row.open} />}
      </span>
      <KindMark icon={row.node.part ? partIcon(row.node.part) : kindIcon(shape)} shape={shape} />
      <span id={details} hidden>
        {words.details}
      </span>
      {field ?? (
        <>
          <span className={styles['text']} dir="auto" data-about={words.isAbout ? '' : undefined} aria-hidden>
            {words.text}
          </span>
          {shape?.locked && <Icon icon={Lock} size={13} className={styles['lock']} />}
          <button
            type="button"
            tabIndex={-1}
            className={styles['more']}
            aria-label={props.actionsLabel}
            aria-haspopup="menu"
            data-actions
            onClick={(event) => {
              event.stopPropagation()
              props.onActions()
            }}
          >
            <Icon icon={Ellipsis} size={14} />
          </button>
        </>
      )}
    </div>
  )
}

interface KindMarkProps {
  readonly icon: LucideIcon
  readonly shape: Shape | undefined
}

function KindMark({ icon, shape }: KindMarkProps) {
  const paper = shape?.kind === 'note' || shape?.kind === 'section' ? PAPER[shape.style.color] : undefined
  return (
    <span
      className={styles['kind']}
      data-paper={paper ? '' : undefined}
      style={paper ? { background: paper } : undefined}
      aria-hidden
    >
      <Icon icon={icon} size={14} />
    </span>
  )
}
