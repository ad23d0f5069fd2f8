import { describe, expect, it } from 'vitest'
import { applyTemplate, type MadeOfTemplate } from '../../../shared/journey/applyTemplate.ts'
import { ENTITY_KINDS, MOST_WORDS } from '../../../shared/journey/entities.ts'
import type { StageId } from '../../../shared/journey/ids.ts'
import { journeyAsTemplate } from '../../../shared/journey/journeyAsTemplate.ts'
import { template, type Template } from '../../../shared/journey/template.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import { FIRST_BOARD, newShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, MOST_TEXT } from '../../../shared/model/shape.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { findGaps } from '../../../shared/journey/gaps.ts'

import { packInk } from '../../../shared/model/inkPoints.ts'
import { monospace } from '../../support/measure.ts'
import { readSample, readTemplate, TEMPLATE_FILES } from '../../support/stockTemplates.ts'

function emptyWorkshop(): Workshop {
  const doc = createDocument()
  addFirstBoard(doc)
  return openWorkshop(doc)
}

function apply(workshop: Workshop, of: Template, language: Language = 'en'): MadeOfTemplate {
  const use = {
    workshop,
    board: FIRST_BOARD,
    at: [100, 200] as const,
    language,
    measure: monospace,
    now: Date.UTC(2026, 2, 21),
  }
  let made: MadeOfTemplate | undefined
  workshop.change((change) => {
    made = applyTemplate(change, of, use)
  })
  if (!made) throw new Error('Expected something to be made')
  return made
}

const count = (workshop: Workshop) =>
  ENTITY_KINDS.reduce((sum, kind) => sum + workshop.journeys.all(kind).length, 0)

/** With keys by their place, so that two templates of equal journeys are equal. */
function withPlainKeys(of: Template): unknown {
  const named = [of.personas, of.teams, of.channels ?? [], of.touchpoints ?? [], of.stages, of.journeys]
  const keys = named.flatMap((parts, kind) =>
    parts.map(({ key }, index) => [key, `${kind}-${index}`] as const),
  )
  let text = JSON.stringify(of)
  for (const [key, plain] of keys) text = text.replaceAll(JSON.stringify(key), JSON.stringify(plain))
  return JSON.parse(text)
}

describe('a template that is applied', () => {
  it.each(TEMPLATE_FILES)('%s becomes a sound story, in one undo step', (file) => {
    const workshop = emptyWorkshop()
    const of = readTemplate(file)
    apply(workshop, of)
    expect([workshop.journeys.unreadable(), workshop.shapes.unreadable()]).toEqual([0, 0])
    expect(workshop.journeys.all('steps')).toHaveLength(of.journeys.flatMap(({ steps }) => steps).length)
    expect(workshop.shapes.all(FIRST_BOARD).filter(({ kind }) => kind === 'note')).toHaveLength(
      of.journeys.flatMap(({ notes }) => notes).length,
    )
    workshop.history.undo()
    expect([count(workshop), workshop.shapes.all(FIRST_BOARD).length]).toEqual([0, 0])
    expect(workshop.history.state.get().canUndo).toBe(false)
  })

  it('lays its views beside each other', () => {
    const workshop = emptyWorkshop()
    const { views } = apply(workshop, readTemplate('airbnb.json'))
    const boxes = views.flatMap((id) => workshop.shapes.get(id) ?? []).map(boundsOf)
    expect(boxes).toHaveLength(3)
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
  })

  it('speaks the language that it is made in, and runs in its direction', () => {
    const workshop = emptyWorkshop()
    apply(workshop, readTemplate('shoes.json'), 'fa')
    const [journey] = workshop.journeys.all('journeys')
    expect(journey).toMatchObject({ name: 'کفش دوِ تازهٔ ایوا', direction: 'rtl' })
  })

  it('uses the channels and teams that there are', () => {
    const workshop = emptyWorkshop()
    apply(workshop, readTemplate('airbnb.json'))
    const channels = workshop.journeys.all('channels').length
    const teams = workshop.journeys.all('teams').length
    apply(workshop, readTemplate('airbnb.json'))
    expect(workshop.journeys.all('channels')).toHaveLength(channels)
    expect(workshop.journeys.all('teams')).toHaveLength(teams)
    expect(workshop.journeys.all('journeys')).toHaveLength(4)
  })

  it.each(TEMPLATE_FILES)('%s can be saved as a template, which makes an equal journey again', (file) => {
    const workshop = emptyWorkshop()
    const { story } = apply(workshop, readTemplate(file), 'pl')
    const saved = journeyAsTemplate(workshop, story, { id: 'own', name: 'Own' })
    expect(template.parse(saved)).toEqual(saved)
    const again = emptyWorkshop()
    const { story: twin } = apply(again, template.parse(JSON.parse(JSON.stringify(saved))))
    const savedAgain = journeyAsTemplate(again, twin, { id: 'own', name: 'Own' })
    expect(withPlainKeys(savedAgain)).toEqual(withPlainKeys(saved))
  })

  it('brings what is drawn in frames along, and lets what no longer exists go', () => {
    const workshop = emptyWorkshop()
    const of = readTemplate('blank-storyboard.json')
    const { story } = apply(workshop, of)
    const [step] = workshop.journeys.all('steps')
    const drawn = { board: FIRST_BOARD, order: 'a5', frame: step?.id } as const
    workshop.change((change) => {
      change.addStored({
        ...drawn,
        id: newShapeId(),
        kind: 'ink',
        tool: 'pen',
        points: packInk([
          { point: [0, 0], pressure: 0.5 },
          { point: [40, 30], pressure: 0.5 },
        ]).packed,
        geometry: [12, 20, 40, 30, 0],
        style: { color: 'ink', width: 'medium' },
      })
      change.drop('stages', workshop.journeys.all('stages').at(-1)?.id ?? ('' as StageId))
    })
    const saved = journeyAsTemplate(workshop, story, { id: 'own', name: 'Own' })
    const again = emptyWorkshop()
    apply(again, template.parse(JSON.parse(JSON.stringify(saved))))
    const ink = again.shapes.all(FIRST_BOARD).find(({ kind }) => kind === 'ink')
    expect(ink && again.shapes.placement.stored(ink.id)?.geometry).toEqual([12, 20, 40, 30, 0])
    expect(again.journeys.all('steps')).toHaveLength(6)
  })

  it('leaves out a drawing that it cannot read', () => {
    const workshop = emptyWorkshop()
    const of = readTemplate('blank-storyboard.json')
    const [journey] = of.journeys
    if (!journey) throw new Error('Expected a journey')
    const steps = journey.steps.map((step) => ({ ...step, drawings: [{ kind: 'hologram' }, {}] }))
    apply(workshop, { ...of, journeys: [{ ...journey, steps }] })
    expect(workshop.shapes.all(FIRST_BOARD).map(({ kind }) => kind)).toEqual(['storyboard'])
    expect(workshop.shapes.unreadable()).toBe(0)
  })
})

describe('the sample', () => {
  const workshop = emptyWorkshop()
  apply(workshop, readSample(), 'hr')
  const { journeys, shapes } = workshop
  const notes = shapes.all(FIRST_BOARD).flatMap((shape) => (shape.kind === 'note' ? [shape] : []))

  it('is sound', () => {
    expect([journeys.unreadable(), shapes.unreadable()]).toEqual([0, 0])
    for (const kind of ['metrics', 'gaps', 'feedback'] as const)
      expect(journeys.all(kind).length).toBeGreaterThan(4)
  })

  it('names an owner for every pain point and opportunity, and a date for what is to be done', () => {
    const items = notes.filter(({ cell }) => cell?.role === 'pain' || cell?.role === 'opportunity')
    expect(items.length).toBeGreaterThan(15)
    expect(items.filter(({ owner, status }) => owner === undefined || status === undefined)).toEqual([])
    const due = items.filter(({ status }) => status === 'open' || status === 'inProgress')
    expect(due.filter(({ due: date }) => date === undefined || date <= '2026-03-21')).toEqual([])
  })

  it('has placed some of what people said', () => {
    const quotes = notes.flatMap(({ id, quote }) => (quote === undefined ? [] : [[quote, id]]))
    const placed = journeys.all('feedback').filter(({ note }) => note !== undefined)
    expect(placed.map(({ id, note }) => [id, note])).toEqual(quotes)
    expect(placed).toHaveLength(2)
  })

  it('judges gaps that there are', () => {
    for (const journey of journeys.all('journeys')) {
      const said = journeys.all('gaps').filter((gap) => gap.journey === journey.id)
      const found = new Set(findGaps(journeys.stepsOf(journey.id), [], said).map(({ id }) => id))
      expect(said.filter(({ id }) => !found.has(id))).toEqual([])
    }
    const accepted = journeys.all('gaps').filter(({ state }) => state === 'accepted')
    const pains = accepted.map(({ note }) => notes.find(({ id }) => id === note)?.cell?.role)
    expect(pains).toEqual(['pain', 'pain'])
  })

  it('has an ideal whose steps are known again, one of them new, one made of two', () => {
    const ideal = journeys.all('journeys').find(({ kind }) => kind === 'ideal')
    const steps = ideal ? journeys.stepsOf(ideal.id) : []
    expect(steps.filter(({ id, origins }) => origins.includes(id))).toHaveLength(1)
    expect(steps.filter(({ origins }) => origins.length === 2)).toHaveLength(1)
    expect(steps.length).toBeGreaterThan(13)
  })
})

it('a template of long texts can be read again, and makes them again', () => {
  const workshop = emptyWorkshop()
  const { story } = apply(workshop, readTemplate(TEMPLATE_FILES[0] ?? ''))
  const { journeys, shapes } = workshop
  const [journey] = journeys.journeysOf(story)
  const [step] = journey ? journeys.stepsOf(journey.id) : []
  const [note] = journey ? shapes.placement.notesOf(journey.id) : []
  if (!step || !note) throw new Error('Expected a step and a note')
  workshop.change((change) => {
    change.set('steps', step.id, { today: 'x'.repeat(2 * MOST_WORDS) })
    change.setText(note.id, 'y'.repeat(MOST_TEXT))
  })
  const saved = template.safeParse(
    JSON.parse(JSON.stringify(journeyAsTemplate(workshop, story, { id: 'own', name: 'Own' }))),
  )
  expect(saved.error).toBeUndefined()
  const other = emptyWorkshop()
  if (saved.success) apply(other, saved.data)
  expect(other.journeys.all('steps').map(({ today }) => today.length)).toContain(2 * MOST_WORDS)
  expect([other.journeys.unreadable(), other.shapes.unreadable()]).toEqual([0, 0])
})
