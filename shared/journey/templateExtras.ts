import type { NoteColor } from '../model/color.ts'
import type { ShapeId } from '../model/ids.ts'
import type { Change } from '../model/workshop.ts'
import { gapIdOf } from './gaps.ts'
import { feedbackId, linkId, metricId, newId } from './ids.ts'
import { ROLE_COLORS } from './roleColors.ts'
import { localize, type Template, type TemplateNote } from './template.ts'
import type { Made, MadeJourney } from './templateJourneys.ts'
import { makeNote, type Stack } from './templateNotes.ts'
import { ordersAfter } from './ordersAfter.ts'
import { freshOrders, type TemplateUse } from './templateUse.ts'

/** Branches and loops. */
export function makeLinks(
  change: Change,
  { of, journey, steps }: MadeJourney,
  { language }: TemplateUse,
): void {
  const links = of.links ?? []
  const orders = freshOrders(links.length)
  links.forEach((link, index) => {
    const from = steps[link.from]?.id
    const to = steps[link.to]?.id
    if (from === undefined || to === undefined) return
    const label = localize(link.label, language)
    change.put('links', {
      id: newId(linkId),
      order: orders[index] ?? 'a0',
      journey: journey.id,
      from,
      to,
      label,
    })
  })
}

/** Figures at the steps and stages of a journey. */
export function makeMetrics(
  change: Change,
  { of, journey, steps }: MadeJourney,
  { stages }: Made,
  { workshop, language }: TemplateUse,
): void {
  const metrics = of.metrics ?? []
  const orders = ordersAfter(workshop.journeys, 'metrics', metrics.length)
  metrics.forEach(({ name, unit, better = 'higher', target, source, series, ...at }, index) => {
    const step = at.step === undefined ? undefined : steps[at.step]?.id
    const stage = stages.get(at.stage ?? '')?.id
    change.put('metrics', {
      id: newId(metricId),
      order: orders[index] ?? 'a0',
      name: localize(name, language),
      unit: localize(unit, language).slice(0, 40),
      better,
      source: localize(source, language),
      journey: journey.id,
      series: [...series],
      ...(target !== undefined && { target }),
      ...(step && { step }),
      ...(stage && { stage }),
    })
  })
}

/** What was said of changes between steps. `notes` are those of the journey, in the order of the template. */
export function makeGaps(
  change: Change,
  { of, journey, steps }: MadeJourney,
  notes: readonly ShapeId[],
  { workshop, language }: TemplateUse,
): void {
  const gaps = of.gaps ?? []
  const orders = ordersAfter(workshop.journeys, 'gaps', gaps.length)
  gaps.forEach(({ kind, state, reason, ...at }, index) => {
    const from = steps[at.from]
    const to = steps[at.to]
    const note = at.note === undefined ? undefined : notes[at.note]
    if (!from || !to) return
    change.put('gaps', {
      id: gapIdOf(kind, from, to),
      order: orders[index] ?? 'a0',
      journey: journey.id,
      from: from.id,
      to: to.id,
      kind,
      state,
      reason: localize(reason, language),
      ...(note && { note }),
    })
  })
}

/** What people said: some of it is placed already, as quotes among the thoughts at a step. */
export function makeFeedback(
  change: Change,
  { feedback = [] }: Template,
  made: Made,
  use: TemplateUse,
  nextOrder: Stack,
): void {
  const { workshop, language } = use
  const orders = ordersAfter(workshop.journeys, 'feedback', feedback.length)
  feedback.forEach(({ text, source, sentiment, rating, at }, index) => {
    const id = newId(feedbackId)
    const one = made.journeys.find(({ of }) => of.key === at?.journey)
    const color = quoteColor(sentiment)
    const quote: TemplateNote | undefined = at && { role: 'thought', text, step: at.step, color }
    const note = one && quote && makeNote(change, quote, one, made, use, nextOrder, id)
    change.put('feedback', {
      id,
      order: orders[index] ?? 'a0',
      text: localize(text, language),
      source: localize(source, language),
      language,
      ...(sentiment !== undefined && { sentiment }),
      ...(rating !== undefined && { rating }),
      ...(note && { note }),
    })
  })
}

/** As quotes look that somebody places by hand. */
function quoteColor(sentiment = 0): NoteColor {
  if (sentiment > 0.25) return 'green'
  return sentiment < -0.25 ? 'orange' : ROLE_COLORS.thought
}
