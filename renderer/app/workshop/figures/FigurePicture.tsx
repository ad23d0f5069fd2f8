import { FIRST_BOARD, type ShapeId } from '../../../../shared/model/ids.ts'
import type { FigureShape, Mood } from '../../../../shared/model/shape.ts'
import type { NoteColor } from '../../../../shared/model/color.ts'
import { drawFigure } from '../../../../shared/scene/drawFigure.ts'
import { figureSize, type FigureId } from '../../../../shared/scene/figures/figures.ts'
import { useApp } from '../../AppContext.ts'
import { useStore } from '../../useStore.ts'

export interface FigureLook {
  readonly color: NoteColor
  readonly mood: Mood
  readonly hair: string
}

interface FigurePictureProps {
  readonly figure: FigureId
  readonly look: FigureLook
  /** The part to be seen, in units of the figure; all of it without. */
  readonly part?: string
  readonly className?: string | undefined
}

/** Room for lines at the edge of a figure, in its units. */
const MARGIN = 4

/** A figure as it looks on a board of the present theme. What it is called is said by what it is in. */
export function FigurePicture({ figure, look, part, className }: FigurePictureProps) {
  const theme = useStore(useApp().colorScheme)
  const [w, h] = figureSize(figure)
  const shape: FigureShape = {
    id: '' as ShapeId,
    kind: 'figure',
    board: FIRST_BOARD,
    order: 'a0',
    geometry: [0, 0, w, h, 0],
    figure,
    style: { color: look.color },
    mood: look.mood,
    hair: look.hair,
  }
  return (
    <svg
      viewBox={part ?? `${-MARGIN} ${-MARGIN} ${w + 2 * MARGIN} ${h + 2 * MARGIN}`}
      className={className}
      aria-hidden
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawFigure(shape, { theme }).map((op) => (
        <path
          key={`${op.stroke?.width} ${op.fill} ${op.d}`}
          d={op.d}
          fill={op.fill ?? 'none'}
          stroke={op.stroke?.color}
          strokeWidth={op.stroke?.width}
        />
      ))}
    </svg>
  )
}
