import { grow, unionOf, type Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import type { Theme } from '../../shared/scene/ops.ts'
import { FILL, GROUND, PAPER, STROKE } from '../../shared/scene/palette.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { boardTheme } from './themeColors.ts'

/** Size of the minimap, screen units. */
export const MINIMAP = { w: 200, h: 128 } as const

/** How the board lies in the minimap: the page point at its corner, and screen units per page unit. */
export interface MapFrame {
  readonly left: number
  readonly top: number
  readonly scale: number
}

/** All of the board and what is seen now fit into the minimap; nothing for an empty board. */
export function mapFrame(editor: Editor): MapFrame | undefined {
  const board = editor.workshop.shapes.bounds(editor.board.get())
  if (!board) return undefined
  const all = unionOf([board, visibleBox(editor.camera.get(), editor.viewport.get())]) ?? board
  const { x, y, w, h } = grow(all, Math.max(all.w, all.h) * 0.03 + 1)
  const scale = Math.min(MINIMAP.w / w, MINIMAP.h / h)
  return { scale, left: x - (MINIMAP.w / scale - w) / 2, top: y - (MINIMAP.h / scale - h) / 2 }
}

/** The page point at a point of the minimap. */
export const pageOf = ({ left, top, scale }: MapFrame, [x, y]: Vec): Vec => [
  left + x / scale,
  top + y / scale,
]

/** Paints every shape that can be seen as a patch of its colour, bottom to top. */
export function paintMinimap(canvas: HTMLCanvasElement, editor: Editor, frame: MapFrame): void {
  const ratio = devicePixelRatio
  canvas.width = MINIMAP.w * ratio
  canvas.height = MINIMAP.h * ratio
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  const theme = boardTheme()
  for (const shape of editor.workshop.shapes.shown(editor.board.get())) {
    context.fillStyle = patchColor(shape, theme)
    const { x, y, w, h } = onMap(boundsOf(shape), frame)
    context.fillRect(x, y, Math.max(1, w), Math.max(1, h))
  }
}

function onMap({ x, y, w, h }: Box, { left, top, scale }: MapFrame): Box {
  return { x: (x - left) * scale, y: (y - top) * scale, w: w * scale, h: h * scale }
}

function patchColor(shape: Shape, theme: Theme): string {
  switch (shape.kind) {
    case 'note':
    case 'figure':
      return PAPER[shape.style.color]
    case 'section':
      return GROUND[theme][shape.style.color]
    case 'text':
      return `${STROKE[theme][shape.style.color]}66`
    case 'form':
      return FILL[theme][shape.style.fill === 'none' ? 'grey' : shape.style.fill]
    case 'connector':
    case 'ink':
    case 'stamp':
    case 'image':
    case 'storyboard':
    case 'map':
      return theme === 'dark' ? 'rgba(255,248,235,0.25)' : 'rgba(60,50,35,0.2)'
  }
}
