import type { Box } from '../geometry/box.ts'
import { unreachable } from '../util/assert.ts'
import type { DrawOp, Stroke } from './ops.ts'

export interface SvgOptions {
  /** The part of the board that is shown, page units. */
  readonly area: Box
  /** CSS colour behind everything; nothing for transparent. */
  readonly background: string | null
  /** Address of an image's bytes, such as a data URL; nothing leaves its place empty. */
  readonly imageUrl: (asset: string) => string | undefined
}

/** A picture as a stand-alone SVG 1.1 document. One page unit is one CSS pixel; text stays text. */
export function svgOf(ops: readonly DrawOp[], { area, background, imageUrl }: SvgOptions): string {
  const { x, y, w, h } = area
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${num(w)}" height="${num(h)}" viewBox="${[x, y, w, h].map(num).join(' ')}">`
  const sheet = background === null ? '' : element('rect', { x, y, width: w, height: h, fill: background })
  return `${head}${sheet}${ops.map((op) => svgOp(op, imageUrl)).join('')}</svg>`
}

type Attributes = Readonly<Record<string, string | number | undefined>>

function svgOp(op: DrawOp, imageUrl: SvgOptions['imageUrl']): string {
  switch (op.op) {
    case 'rect': {
      const { x, y, w, h } = op.box
      const radius = op.radius > 0 ? Math.min(op.radius, w / 2, h / 2) : undefined
      return element('rect', {
        x,
        y,
        width: w,
        height: h,
        rx: radius,
        fill: op.fill ?? 'none',
        ...strokeOf(op.stroke),
      })
    }
    case 'path':
      return element('path', {
        d: op.d,
        fill: op.fill ?? 'none',
        opacity: op.opacity,
        ...strokeOf(op.stroke),
      })
    case 'text':
      return svgText(op)
    case 'image': {
      const href = imageUrl(op.asset)
      if (href === undefined) return ''
      const { x, y, w, h } = op.box
      return element('image', { x, y, width: w, height: h, preserveAspectRatio: 'none', href })
    }
    case 'part': {
      const inner = op.ops.map((one) => svgOp(one, imageUrl)).join('')
      return `<g transform="translate(${op.at.map(num).join(' ')})">${inner}</g>`
    }
    case 'turned': {
      const inner = op.ops.map((one) => svgOp(one, imageUrl)).join('')
      return `<g transform="rotate(${[op.degrees, ...op.about].map(num).join(' ')})">${inner}</g>`
    }
    default:
      return unreachable(op)
  }
}

function svgText({
  at,
  align = 'center',
  line,
  font,
  fill,
  direction,
  underline,
}: Extract<DrawOp, { op: 'text' }>): string {
  // An anchor is where the line begins in its own direction.
  const anchor =
    align === 'center' ? 'middle' : (align === 'left') === (direction === 'ltr') ? 'start' : 'end'
  return element(
    'text',
    {
      x: at[0],
      y: at[1],
      'font-family': font.family,
      'font-size': font.size,
      'font-weight': font.weight,
      'font-style': font.italic && 'italic',
      'text-anchor': anchor,
      'text-decoration': underline && 'underline',
      direction: direction === 'rtl' ? 'rtl' : undefined,
      'unicode-bidi': direction === 'rtl' ? 'embed' : undefined,
      fill,
      'xml:space': 'preserve',
    },
    escape(line),
  )
}

const strokeOf = (stroke: Stroke | undefined): Attributes =>
  stroke
    ? {
        stroke: stroke.color,
        'stroke-width': stroke.width,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        'stroke-dasharray': stroke.dash?.map(num).join(' '),
      }
    : {}

function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : escape(value ?? '')}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** Thousandths are finer than anything can be drawn. */
const num = (value: number): string => String(Math.round(value * 1000) / 1000)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text is text. Control characters may not stand in XML at all (XML 1.0, section 2.2). */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one).replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
