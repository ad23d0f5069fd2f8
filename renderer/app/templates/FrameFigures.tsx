import { FIRST_BOARD, type ShapeId } from '../../../shared/model/ids.ts'
import type { FigureShape } from '../../../shared/model/shape.ts'
import type { TemplateFigure } from '../../../shared/journey/template.ts'
import { drawFigure } from '../../../shared/scene/drawFigure.ts'

/** The figures of one frame, as they will look in it. */
export function FrameFigures({ figures }: { readonly figures: readonly TemplateFigure[] }) {
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      {figures.flatMap((figure) =>
        drawFigure(shapeOf(figure), { theme: 'light' }).map((op) => (
          <path
            key={`${op.stroke?.width} ${op.fill} ${op.d}`}
            d={op.d}
            fill={op.fill ?? 'none'}
            stroke={op.stroke?.color}
            strokeWidth={op.stroke?.width}
          />
        )),
      )}
    </g>
  )
}

const shapeOf = ({ figure, x, y, w, h, color, mood, hair, flip }: TemplateFigure): FigureShape => ({
  id: '' as ShapeId,
  kind: 'figure',
  board: FIRST_BOARD,
  order: 'a0',
  geometry: [x, y, w, h, 0],
  figure,
  style: { color: color ?? 'grey' },
  ...(mood !== undefined && { mood }),
  ...(hair !== undefined && { hair }),
  ...(flip && { flip }),
})
