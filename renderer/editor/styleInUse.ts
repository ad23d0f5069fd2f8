import type { Shape } from '../../shared/model/shape.ts'
import { isPerson } from '../../shared/scene/figures/figures.ts'
import { FIRST_HAIR } from '../../shared/scene/figures/part.ts'
import type { StylePatch } from './commands/setStyle.ts'
import { selectedShapes, type Editor } from './editor.ts'
import type { ToolId } from './tool.ts'

export type StyleKey = keyof StylePatch

/** A property that can be changed now: its value, or `mixed` where the selected shapes differ. */
export type StyleInUse = { readonly [K in StyleKey]?: StylePatch[K] | 'mixed' | 'automatic' }

const LINE = ['stroke', 'width', 'dash'] as const
const TEXT = ['font', 'align', 'direction'] as const

const KEYS: Readonly<Record<Shape['kind'], readonly StyleKey[]>> = {
  note: ['color', ...TEXT],
  text: ['stroke', ...TEXT],
  form: [...LINE, 'fill', ...TEXT],
  connector: [...LINE, 'route', 'startHead', 'endHead'],
  ink: ['stroke', 'width'],
  section: ['color'],
  image: [],
  stamp: [],
  storyboard: [],
  map: [],
  figure: ['color', 'mood', 'hair'],
}

/** How text stands where nobody has said anything. */
const DEFAULTS: Readonly<Partial<Record<Shape['kind'], StylePatch>>> = {
  note: { align: 'center', direction: 'auto' },
  form: { align: 'center', direction: 'auto' },
  text: { align: 'start', direction: 'auto' },
  figure: { mood: 0, hair: FIRST_HAIR },
}

/** What each tool's next shape can be told. */
const TOOL_KEYS: Readonly<Partial<Record<ToolId, readonly StyleKey[]>>> = {
  note: ['color'],
  text: KEYS.text,
  pen: KEYS.ink,
  highlighter: KEYS.ink,
  rectangle: KEYS.form,
  ellipse: KEYS.form,
  diamond: KEYS.form,
  arrow: KEYS.connector,
  line: [...LINE, 'route'],
  section: ['color'],
}

/** What can be styled now: the selected shapes, or what the tool in use makes next. Empty for nothing. */
export function styleInUse(editor: Editor): StyleInUse {
  const shapes = selectedShapes(editor)
  return shapes.length > 0 ? styleOfShapes(shapes) : styleOfTool(editor)
}

function styleOfShapes(shapes: readonly Shape[]): StyleInUse {
  const found: Record<string, unknown> = {}
  for (const shape of shapes) {
    const values = valuesOf(shape)
    for (const key of keysOf(shape)) {
      const value = values[key] ?? DEFAULTS[shape.kind]?.[key] ?? 'automatic'
      found[key] = key in found && found[key] !== value ? 'mixed' : value
    }
  }
  return found
}

/** Only people have moods and hair. */
const keysOf = (shape: Shape): readonly StyleKey[] =>
  shape.kind === 'figure' && !isPerson(shape.figure) ? ['color'] : KEYS[shape.kind]

/** Ink and text have one colour, which elsewhere is that of the line. */
function valuesOf(shape: Shape): Readonly<Record<string, unknown>> {
  if (!('style' in shape)) return {}
  if (shape.kind === 'figure') return { ...shape.style, mood: shape.mood, hair: shape.hair }
  if (shape.kind === 'ink' || shape.kind === 'text') return { ...shape.style, stroke: shape.style.color }
  return shape.style
}

function styleOfTool(editor: Editor): StyleInUse {
  const tool = editor.tool.get()
  const next = editor.nextStyle.get()
  const values: Readonly<Record<string, unknown>> = {
    ...next,
    stroke: tool === 'highlighter' ? next.highlighter : next.stroke,
    color: tool === 'section' ? next.section : editor.noteColor.get(),
    font: tool === 'text' ? next.font : undefined,
  }
  return Object.fromEntries(
    (TOOL_KEYS[tool] ?? []).map((key) => [
      key,
      values[key] ?? DEFAULTS[tool === 'text' ? 'text' : 'form']?.[key] ?? 'automatic',
    ]),
  )
}
