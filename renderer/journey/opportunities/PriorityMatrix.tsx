import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { directionOf } from '../../../shared/i18n/languages.ts'
import {
  MOST_SCORE,
  moveScore,
  placeDots,
  QUADRANTS,
  type PlacedDot,
  type Score,
} from '../../../shared/journey/priorityMatrix.ts'
import { statusOf, type RegisterRow } from '../../../shared/journey/register.ts'
import { setNoteDetails } from '../../editor/journey/setNoteDetails.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { oneLine } from '../register/columnKit.tsx'
import type { Register } from '../register/useRegister.ts'
import type { RegisterContext } from '../register/useRegisterContext.ts'
import styles from './PriorityMatrix.module.css'
import { useDotDrag } from './useDotDrag.ts'
import { useIsWide } from './useIsWide.ts'

interface PriorityMatrixProps {
  readonly register: Register
  readonly context: RegisterContext
}

/**
 * What opportunities bring against what they take. Dragging one, or arrow keys, set both; those that have not been
 * judged wait in a strip beside it.
 */
export function PriorityMatrix({ register, context }: PriorityMatrixProps) {
  const { editor, t, language } = context
  const { rows } = register
  const rtl = directionOf(language) === 'rtl'
  const matrix = useRef<HTMLDivElement>(null)
  const around = useRef<HTMLDivElement>(null)
  const roomy = useIsWide(around, ROOMY)
  const dots = placeDots(rows, roomy)
  const numbers = new Map(dots.map(({ row }, index) => [row.id, index + 1]))
  const waiting = rows.filter(({ id }) => !numbers.has(id))
  const put = (row: RegisterRow, score: Partial<Score>) =>
    setNoteDetails(editor, [row.id], { impact: score.impact, effort: score.effort })
  const { drag, props } = useDotDrag({ matrix, rtl, isFixed: editor.readOnly, onDrop: put })

  function onKeyDown(event: KeyboardEvent, row: RegisterRow): void {
    const by = STEPS[event.key]
    const leaves = event.key === 'Delete' || event.key === 'Backspace'
    if ((!by && !leaves) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (leaves) put(row, {})
    else if (by) put(row, moveScore(row.note, { impact: by[1], effort: rtl ? -by[0] : by[0] }))
  }
  const partProps = (row: RegisterRow) => ({
    ...props(row),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, row),
    onClick: () => register.go(row),
    'data-note': row.id,
    'data-selected': register.selected.has(row.id) ? '' : undefined,
    'data-dragged': drag?.row.id === row.id ? '' : undefined,
    'data-done': isDone(row) ? '' : undefined,
  })
  const nameOf = ({ note }: RegisterRow): string => oneLine(note.text) || t('register.empty')

  return (
    <div ref={around} className={styles['around']}>
      <div className={styles['inside']} data-roomy={roomy ? '' : undefined}>
        <div className={styles['chart']}>
          <span className={styles['impact']} aria-hidden>
            {t('column.impact')}
          </span>
          <div ref={matrix} className={styles['matrix']} role="group" aria-label={t('opportunity.matrix')}>
            {QUADRANTS.map((quadrant) => (
              <span key={quadrant} className={styles['quadrant']} data-quadrant={quadrant}>
                {t(`quadrant.${quadrant}`)}
              </span>
            ))}
            {drag?.score && <Target score={drag.score} />}
            {dots.map((dot) => (
              <Tooltip key={dot.row.id} label={nameOf(dot.row)} side="top">
                <button
                  type="button"
                  className={styles['dot']}
                  style={placeOf(dot)}
                  aria-label={t('opportunity.dot', {
                    what: nameOf(dot.row),
                    impact: context.format.number(dot.impact),
                    effort: context.format.number(dot.effort),
                  })}
                  {...partProps(dot.row)}
                >
                  <span data-number={context.format.number(numbers.get(dot.row.id) ?? 0)} />
                  {roomy && (
                    <span className={styles['name']} dir="auto">
                      {nameOf(dot.row)}
                    </span>
                  )}
                </button>
              </Tooltip>
            ))}
          </div>
          <span className={styles['effort']} aria-hidden>
            {t('column.effort')}
          </span>
        </div>
        <div className={styles['lists']}>
          {waiting.length > 0 && (
            <section aria-label={t('opportunity.waiting')}>
              <h3 className={styles['heading']}>{t('opportunity.waiting')}</h3>
              <div className={styles['strip']}>
                {waiting.map((row) => (
                  <button
                    key={row.id}
                    type="button"
                    className={styles['waiting']}
                    dir="auto"
                    aria-describedby={HINT}
                    {...partProps(row)}
                  >
                    {nameOf(row)}
                  </button>
                ))}
              </div>
            </section>
          )}
          {!roomy && (
            <ol className={styles['legend']}>
              {dots.map(({ row }) => (
                <li key={row.id} data-selected={register.selected.has(row.id) ? '' : undefined}>
                  <span className={styles['number']} aria-hidden>
                    {context.format.number(numbers.get(row.id) ?? 0)}
                  </span>
                  <button type="button" dir="auto" onClick={() => register.go(row)}>
                    {nameOf(row)}
                  </button>
                </li>
              ))}
            </ol>
          )}
          <p id={HINT} className={styles['hint']}>
            {t('opportunity.hint')}
          </p>
        </div>
      </div>
      {drag && (
        <span className={styles['ghost']} style={{ left: drag.x, top: drag.y }} dir="auto" aria-hidden>
          {nameOf(drag.row)}
        </span>
      )}
    </div>
  )
}

/** From this width on, dots have their names beside them, CSS pixels. */
const ROOMY = 700

/** Id of the sentence that says how to work with the matrix. */
const HINT = 'priority-matrix-hint'

/** Effort and impact by arrow key. */
const STEPS: Readonly<Partial<Record<string, readonly [effort: number, impact: number]>>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

const isDone = ({ note }: RegisterRow): boolean =>
  statusOf(note) === 'solved' || statusOf(note) === 'dismissed'

const percent = (share: number): string => `${share * 100}%`

const placeOf = ({ at: [x, y] }: PlacedDot): CSSProperties => ({
  insetInlineStart: percent(x),
  insetBlockStart: percent(y),
})

/** The cell in which something would be let go now. */
function Target({ score: { impact, effort } }: { readonly score: Score }) {
  return (
    <span
      className={styles['target']}
      style={{
        insetInlineStart: percent((effort - 1) / MOST_SCORE),
        insetBlockStart: percent((MOST_SCORE - impact) / MOST_SCORE),
      }}
    />
  )
}
