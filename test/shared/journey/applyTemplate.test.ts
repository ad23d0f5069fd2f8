import { describe, expect, it } from 'vitest'
import { applyTemplate, type MadeOfTemplate } from '../../../shared/journey/applyTemplate.ts'
import { ENTITY_KINDS } from '../../../shared/journey/entities.ts'
import { journeyAsTemplate } from '../../../shared/journey/journeyAsTemplate.ts'
import { template, type Template } from '../../../shared/journey/template.ts'
import type { Language } from '../../../shared/i18n/languages.ts'
import { FIRST_BOARD } from '../../../shared/model/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'
import { monospace } from '../../support/measure.ts'
import { readTemplate, TEMPLATE_FILES } from '../../support/stockTemplates.ts'

function emptyWorkshop(): Workshop {
  const doc = createDocument()
  addFirstBoard(doc)
  return openWorkshop(doc)
}

function apply(workshop: Workshop, of: Template, language: Language = 'en'): MadeOfTemplate {
  const use = { workshop, board: FIRST_BOARD, at: [100, 200] as const, language, measure: monospace }
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
})
