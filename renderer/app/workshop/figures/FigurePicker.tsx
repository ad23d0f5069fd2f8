import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Vec } from '../../../../shared/geometry/vec.ts'
import {
  FIGURE_SETS,
  figureSize,
  type FigureId,
  type ListedFigure,
} from '../../../../shared/scene/figures/figures.ts'
import { figureBoxAt } from '../../../editor/commands/placeFigure.ts'
import type { Editor } from '../../../editor/editor.ts'
import { useT } from '../../../i18n/useT.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { useStore } from '../../useStore.ts'
import { buttonFrom } from '../buttonFrom.ts'
import { Swatches } from '../Swatches.tsx'
import { HairChoice, MoodChoice } from './FaceChoice.tsx'
import styles from './FigurePicker.module.css'
import { FigurePicture, type FigureLook } from './FigurePicture.tsx'
import { findFigures } from './findFigures.ts'
import { pagePointAt } from './pagePointAt.ts'
import { useFigureDrag } from './useFigureDrag.ts'

interface FigurePickerProps {
  readonly editor: Editor
  /** Clicked, or chosen with Enter. */
  readonly onChoose: (figure: FigureId) => void
  /** Dragged out and let go there, in pixels of the window. */
  readonly onDrop: (figure: FigureId, at: Vec) => void
}

const COLUMNS = 5

/** The cast and its props by sets, found by name; how the next one looks is chosen above them. */
export function FigurePicker({ editor, onChoose, onDrop }: FigurePickerProps) {
  const { t } = useT()
  const next = useStore(editor.nextStyle)
  const look: FigureLook = { color: next.figure, mood: next.mood, hair: next.hair }
  const [words, setWords] = useState('')
  const found = findFigures(words, t)
  const drag = useFigureDrag(onDrop)
  const choose = (more: Partial<Pick<typeof next, 'figure' | 'mood' | 'hair'>>) =>
    editor.nextStyle.set({ ...editor.nextStyle.get(), ...more })

  return (
    // Floating bars keep the focus where it is; here the search field may have it.
    <div className={styles['picker']} data-dragging={drag.dragging ? '' : undefined} onMouseDown={letFocus}>
      <TextField
        label={t('cast.search')}
        hideLabel
        placeholder={t('cast.search')}
        value={words}
        onChange={setWords}
        onKeyDown={({ key }) => {
          const [first] = found
          if (key === 'Enter' && words.trim() !== '' && first) onChoose(first.id)
        }}
      />
      <div className={styles['looks']}>
        <MoodChoice look={look} value={next.mood} onChange={(mood) => choose({ mood })} />
        <Swatches value={next.figure} onChange={(figure) => choose({ figure })} />
      </div>
      <HairChoice look={look} value={next.hair} onChange={(hair) => choose({ hair })} />
      <FigureGrid
        figures={found}
        look={look}
        onChoose={(figure) => !drag.wasDrag() && onChoose(figure)}
        onPress={drag.start}
      />
      <p className={styles['hint']}>{t('cast.hint')}</p>
      {drag.dragging && <Ghost editor={editor} look={look} {...drag.dragging} />}
    </div>
  )
}

const letFocus = (event: MouseEvent): void => event.stopPropagation()

interface FigureGridProps {
  readonly figures: readonly ListedFigure[]
  readonly look: FigureLook
  readonly onChoose: (figure: FigureId) => void
  readonly onPress: ReturnType<typeof useFigureDrag>['start']
}

/** One stop for Tab, arrow keys within. */
function FigureGrid({ figures, look, onChoose, onPress }: FigureGridProps) {
  const { t } = useT()
  const grid = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<string>()
  const stop = figures.some(({ id }) => id === last) ? last : figures[0]?.id

  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const from = buttons.findIndex((button) => button === document.activeElement)
    const next = from < 0 ? undefined : buttonFrom(buttons, from, event.key, COLUMNS)
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setLast(next.value)
    next.focus()
  }

  return (
    <div ref={grid} className={styles['grid']} onKeyDown={onKeyDown}>
      {figures.length === 0 && <p className={styles['none']}>{t('cast.none')}</p>}
      {FIGURE_SETS.map((set) => {
        const own = figures.filter((figure) => figure.set === set)
        if (own.length === 0) return null
        return (
          <section key={set} aria-label={t(`figureSet.${set}`)}>
            <h3 className={styles['heading']}>{t(`figureSet.${set}`)}</h3>
            <div role="group" aria-label={t(`figureSet.${set}`)} className={styles['figures']}>
              {own.map(({ id }) => (
                <button
                  key={id}
                  type="button"
                  value={id}
                  title={t(`figure.${id}`)}
                  aria-label={t(`figure.${id}`)}
                  className={styles['figure']}
                  tabIndex={id === stop ? 0 : -1}
                  onPointerDown={(event) => onPress(event, id)}
                  onClick={() => onChoose(id)}
                >
                  <FigurePicture figure={id} look={look} />
                </button>
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}

interface GhostProps {
  readonly editor: Editor
  readonly look: FigureLook
  readonly figure: FigureId
  readonly at: Vec
}

/** What is dragged, under the pointer, as large as it will be where it is let go. */
function Ghost({ editor, look, figure, at: [x, y] }: GhostProps) {
  const { zoom } = useStore(editor.camera)
  const point = pagePointAt(editor, [x, y])
  const [fullWidth, fullHeight] = figureSize(figure)
  const { w, h } = point ? figureBoxAt(editor, figure, point) : { w: fullWidth, h: fullHeight }
  const [width, height] = [w * zoom, h * zoom]
  return createPortal(
    <div
      className={styles['ghost']}
      style={{ width, height, transform: `translate(${x - width / 2}px, ${y - height / 2}px)` }}
    >
      <FigurePicture figure={figure} look={look} part={`0 0 ${fullWidth} ${fullHeight}`} />
    </div>,
    document.body,
  )
}
