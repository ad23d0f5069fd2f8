import type { Vec } from '../../shared/geometry/vec.ts'

/** The root tag of an SVG, with its attributes. */
const ROOT = /<((?:[\w.-]+:)?svg)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/i
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** CSS pixels of one of each unit. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
}

/** What browsers take for an SVG that says nothing of its size. */
const UNSIZED: Vec = [300, 150]
const MOST_SIDE = 10_000
/** One that says only how it is divided is drawn at least so large: its longest side, in CSS pixels. */
const LEAST_UNSIZED = 240

/** Size of an SVG in CSS pixels; many have only a view box, and some not even that. */
export function svgSize(svg: string): Vec {
  const attributes = attributesOf(ROOT.exec(svg)?.[2] ?? '')
  const box = viewBoxOf(attributes.get('viewbox'))
  const [w, h] = [lengthOf(attributes.get('width')), lengthOf(attributes.get('height'))]
  const ratio = box ? box[0] / box[1] : w && h ? w / h : UNSIZED[0] / UNSIZED[1]
  if (w && h) return limited([w, h])
  if (w) return limited([w, w / ratio])
  if (h) return limited([h * ratio, h])
  return limited(box ? enlarged(box) : UNSIZED)
}

/** The same SVG drawn at another size, given as pixels. */
export function resizeSvg(svg: string, [w, h]: Vec): string {
  const size = svgSize(svg)
  return svg
    .replace(/^\s*<\?xml[^]*?\?>/, '') // what it says of the encoding need not be true any more
    .replace(ROOT, (_, name: string, attributes: string, end: string) => {
      const kept = attributes.replace(/\s+(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
      const box = /\sviewBox\s*=/i.test(kept) ? '' : ` viewBox="0 0 ${size[0]} ${size[1]}"`
      const namespace = /\sxmlns\s*=/.test(kept) || name.includes(':') ? '' : ` xmlns="${SVG_NAMESPACE}"`
      return `<${name}${kept}${namespace}${box} width="${w}" height="${h}"${end}>`
    })
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'

function attributesOf(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', quoted, apostrophes]) => [
      name.toLowerCase(),
      quoted ?? apostrophes ?? '',
    ]),
  )
}

/** CSS pixels; nothing for a share of a size that nobody knows. */
function lengthOf(text = ''): number | undefined {
  const [, number = '', unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? []
  const pixels = Number(number || NaN) * (UNITS[unit.toLowerCase()] ?? NaN)
  return pixels > 0 ? pixels : undefined
}

function viewBoxOf(text = ''): Vec | undefined {
  const [, , w = 0, h = 0] = text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return w > 0 && h > 0 ? [w, h] : undefined
}

const enlarged = ([w, h]: Vec): Vec => {
  const scale = Math.max(1, LEAST_UNSIZED / Math.max(w, h))
  return [w * scale, h * scale]
}

const limited = ([w, h]: Vec): Vec => {
  const scale = Math.min(1, MOST_SIDE / Math.max(w, h))
  return [Math.max(1, w * scale), Math.max(1, h * scale)]
}
