import { createLucideIcon } from 'lucide-react'

/* Drawings of line styles, on the same grid as the rest of the set. */

const line = (name: string, attributes: Readonly<Record<string, string>>) =>
  createLucideIcon(name, [['path', { d: 'M4 12h16', key: 'line', ...attributes }]])

export const LineThin = line('line-thin', { 'stroke-width': '1.5' })
export const LineMedium = line('line-medium', { 'stroke-width': '3' })
export const LineThick = line('line-thick', { 'stroke-width': '5.5' })
export const LineSolid = line('line-solid', {})
export const LineDashed = line('line-dashed', { 'stroke-dasharray': '5 4' })
export const LineDotted = line('line-dotted', { 'stroke-dasharray': '0.1 4.2', 'stroke-width': '2.6' })

export const HeadNone = line('head-none', {})
export const HeadArrow = createLucideIcon('head-arrow', [
  ['path', { d: 'M4 12h16', key: 'line' }],
  ['path', { d: 'm14 6 6 6-6 6', key: 'head' }],
])
export const HeadTriangle = createLucideIcon('head-triangle', [
  ['path', { d: 'M4 12h9', key: 'line' }],
  ['path', { d: 'M13 6.5 20.5 12 13 17.5Z', fill: 'currentColor', key: 'head' }],
])
export const HeadDot = createLucideIcon('head-dot', [
  ['path', { d: 'M4 12h10', key: 'line' }],
  ['circle', { cx: '17', cy: '12', r: '3.5', fill: 'currentColor', key: 'head' }],
])

export const RouteStraight = createLucideIcon('route-straight', [['path', { d: 'M5 19 19 5', key: 'line' }]])
export const RouteElbow = createLucideIcon('route-elbow', [['path', { d: 'M5 19V12H19V5', key: 'line' }]])
export const RouteCurved = createLucideIcon('route-curved', [
  ['path', { d: 'M5 19C5 10 19 14 19 5', key: 'line' }],
])
