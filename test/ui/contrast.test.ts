import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8')

/** The hexadecimal colours of one theme. */
function colorsOf(theme: string): Readonly<Record<string, string>> {
  const block = css.split(`[data-theme='${theme}']`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )
}

const SURFACES = ['canvas', 'surface', 'surface-raised', 'surface-sunken']
const PAIRS: ReadonlyArray<readonly [text: string, behind: string]> = [
  ...['text', 'text-muted', 'accent-text', 'danger-text', 'success-text', 'warning-text'].flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ['accent-contrast', 'accent'],
  ['accent-contrast', 'accent-hover'],
  ['accent-contrast', 'accent-pressed'],
  ['accent-contrast', 'danger'],
  ['accent-contrast', 'danger-hover'],
  ['accent-text', 'accent-soft'],
  ['text', 'accent-soft'],
  ['danger-text', 'danger-soft'],
  ['warning-text', 'warning-soft'],
  ['tooltip-text', 'tooltip'],
  ['tooltip-muted', 'tooltip'],
]

test.each(['light', 'dark'])('text is readable in the %s theme', (theme) => {
  const colors = colorsOf(theme)
  const tooWeak = PAIRS.map(([text, behind]) => ({
    pair: `${text} on ${behind}`,
    ratio: contrast(colors[text] ?? '', colors[behind] ?? ''),
  })).filter(({ ratio }) => !(ratio >= 4.5))
  expect(tooWeak).toEqual([])
})

test.each(['light', 'dark'])('the focus ring stands out in the %s theme', (theme) => {
  const colors = colorsOf(theme)
  for (const surface of SURFACES)
    expect(contrast(colors['focus'] ?? '', colors[surface] ?? '')).toBeGreaterThan(3)
})

/** WCAG 2 contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
