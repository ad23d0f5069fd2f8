import type { Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Phase } from '../../../shared/journey/entities.ts'
import type { Template, TemplateFigure, TemplateJourney } from '../../../shared/journey/template.ts'
import type { NoteColor } from '../../../shared/model/color.ts'

export interface TellingFrame {
  readonly id: string
  readonly figures: readonly TemplateFigure[]
}

/** Three frames that show what a template is about: the first, a middle and the last of its key moments that have a picture. */
export function tellingFrames({ journeys }: Template): readonly TellingFrame[] {
  const drawn = journeys.flatMap(({ key: journey, steps }) =>
    steps.flatMap(({ key, figures = [] }, index) =>
      figures.length > 0 ? [{ id: `${journey} ${index}`, key, figures }] : [],
    ),
  )
  const key = drawn.filter((step) => step.key)
  const from = key.length >= 3 ? key : drawn
  const last = from.length - 1
  const picked = [...new Set([0, Math.round(last / 2), last])].filter((index) => index >= 0)
  return picked.flatMap((index) => from[index] ?? [])
}

export interface StageBar {
  readonly key: string
  readonly phase: Phase
  readonly x: number
  readonly w: number
}

/** Between the bars of two stages. */
const GAP = 5

/** The stages side by side, each as wide as its share of the steps. */
export function stageBars({ stages, journeys }: Template, from: number, width: number): readonly StageBar[] {
  const counts = stages.map(({ key }) =>
    Math.max(1, ...journeys.map((journey) => stepsIn(journey, key).length)),
  )
  const total = counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  return stages.map(({ key, phase = 'during' }, index) => {
    const count = counts[index] ?? 1
    const x = from + (before / total) * width
    before += count
    return { key, phase, x, w: Math.max(2, (count / total) * width - GAP) }
  })
}

const stepsIn = ({ steps }: TemplateJourney, stage: string) => steps.filter((step) => step.stage === stage)

export interface CurveOfTemplate {
  /** The key of its journey. */
  readonly key: string
  readonly color: NoteColor
  readonly points: readonly { readonly at: Vec; readonly key: boolean }[]
}

/** How the actors feel along the stages: a curve for each journey that says so, within a box. */
export function curvesOf(template: Template, box: Box): readonly CurveOfTemplate[] {
  const bars = stageBars(template, box.x, box.w)
  return template.journeys.flatMap((journey) => {
    const color = template.personas.find(({ key }) => key === journey.actor)?.color ?? 'purple'
    const points = bars.flatMap(({ key, x, w }) => {
      const steps = stepsIn(journey, key)
      return steps.flatMap(({ emotion, key: isKey }, index) => {
        if (emotion === undefined) return []
        const at: Vec = [x + ((index + 0.5) / steps.length) * w, box.y + ((2 - emotion) / 4) * box.h]
        return [{ at, key: isKey === true }]
      })
    })
    return points.length > 1 ? [{ key: journey.key, color, points }] : []
  })
}

/** A smooth line through points from left to right, which never rises above or falls below them. */
export function curvePath(points: CurveOfTemplate['points']): string {
  return points
    .map(({ at: [x, y] }, index) => {
      const before = points[index - 1]?.at
      if (!before) return `M${x} ${y}`
      const middle = (before[0] + x) / 2
      return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`
    })
    .join('')
}
