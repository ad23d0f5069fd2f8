import type { Vec } from '../geometry/vec.ts'
import type { Connector } from '../model/shape.ts'
import type { Head } from '../model/style.ts'
import { strokeOf } from './line.ts'
import type { DrawOp, Look, Stroke } from './ops.ts'

export function drawConnector({ path, style }: Connector, { theme }: Look): readonly DrawOp[] {
  const stroke = strokeOf(style, theme)
  const solid: Stroke = { color: stroke.color, width: stroke.width }
  const d = path.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return [
    { op: 'path', d, stroke },
    ...headAt(style.startHead, path[0], path[1], solid),
    ...headAt(style.endHead, path.at(-1), path.at(-2), solid),
  ]
}

function headAt(head: Head, tip: Vec | undefined, from: Vec | undefined, stroke: Stroke): DrawOp[] {
  if (head === 'none' || !tip || !from) return []
  const angle = Math.atan2(tip[1] - from[1], tip[0] - from[0])
  const size = 8 + stroke.width * 2
  const wing = (turn: number): Vec => [
    tip[0] - size * Math.cos(angle + turn),
    tip[1] - size * Math.sin(angle + turn),
  ]
  const [a, b] = [wing(0.45), wing(-0.45)]
  if (head === 'arrow')
    return [{ op: 'path', d: `M${a[0]} ${a[1]}L${tip[0]} ${tip[1]}L${b[0]} ${b[1]}`, stroke }]
  if (head === 'triangle')
    return [
      { op: 'path', d: `M${a[0]} ${a[1]}L${tip[0]} ${tip[1]}L${b[0]} ${b[1]}Z`, fill: stroke.color, stroke },
    ]
  const r = size / 3
  return [
    { op: 'rect', box: { x: tip[0] - r, y: tip[1] - r, w: 2 * r, h: 2 * r }, radius: r, fill: stroke.color },
  ]
}
