import { describe, expect, it } from 'vitest'
import { STOCK_CHANNELS, STOCK_TOUCHPOINTS } from '../../../shared/journey/stock.ts'
import { figureOf } from '../../../shared/scene/figures/figures.ts'
import { readSample, readTemplate as read, TEMPLATE_FILES as files } from '../../support/stockTemplates.ts'

/** Every text of a template with where it stands, whatever it is a text of. */
function textsOf(value: unknown, at = ''): [at: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value) return [[at, value]]
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${at}/${key}`))
}

const LETTERS: Readonly<Record<string, RegExp>> = {
  en: /[a-z]/i,
  hr: /[a-z]/i,
  ru: /[а-я]/i,
  pl: /[a-z]/i,
  fa: /[آ-ی۰-۹]/,
}
/** Joined up where Persian has a half space, an Arabic letter for a Persian one, or digits of another script. */
const BAD_PERSIAN = /(?<![آ-ی])ن?می [آ-ی]|[آ-ی] (?:ها|های|هایی|اند)(?![آ-ی])|[يك]|[0-9٠-٩]/

describe('the templates that come with the app', () => {
  it('are there', () => {
    expect(files).toEqual([
      'airbnb.json',
      'blank-map.json',
      'blank-storyboard.json',
      'coffee.json',
      'shoes.json',
      'shop.json',
    ])
  })

  it.each(files)('%s is called by its file', (file) => {
    expect(`${read(file).id}.json`).toBe(file)
  })

  it.each(files)('%s says everything in all five languages', (file) => {
    const missing = textsOf(read(file)).flatMap(([at, text]) =>
      Object.entries(LETTERS).flatMap(([language, letters]) =>
        letters.test((text as Record<string, string>)[language] ?? '') ? [] : [`${at} in ${language}`],
      ),
    )
    expect(missing).toEqual([])
  })

  it('say so in the sample, too', () => {
    const texts = textsOf(readSample())
    const missing = texts.filter(([, text]) =>
      Object.entries(LETTERS).some(
        ([language, letters]) => !letters.test((text as Record<string, string>)[language] ?? ''),
      ),
    )
    expect(missing).toEqual([])
    expect(texts.filter(([, text]) => BAD_PERSIAN.test((text as { fa: string }).fa))).toEqual([])
  })

  it.each(files)('%s is written in good Persian letters', (file) => {
    const persian = textsOf(read(file)).map(([, text]) => (text as { fa: string }).fa)
    expect(persian.filter((text) => BAD_PERSIAN.test(text))).toEqual([])
  })

  it.each(files)('%s names only what it has', (file) => {
    const { personas, teams, stages, journeys, views, touchpoints = [] } = read(file)
    const keys = (of: readonly { readonly key: string }[]) => new Set(of.map(({ key }) => key))
    const channels: readonly string[] = STOCK_CHANNELS
    const known = new Set<string>([...keys(touchpoints), ...Object.values(STOCK_TOUCHPOINTS).flat()])
    for (const all of [personas, teams, stages, journeys]) expect(keys(all).size).toBe(all.length)
    for (const { actor, steps, notes, lanes } of journeys) {
      if (actor !== undefined) expect(keys(personas)).toContain(actor)
      for (const { stage, team, channel, figures = [] } of steps) {
        expect(keys(stages)).toContain(stage)
        if (team !== undefined) expect(keys(teams)).toContain(team)
        if (channel !== undefined) expect(channels).toContain(channel)
        for (const { figure, x, y, w, h } of figures) {
          expect(figureOf(figure)?.id).toBe(figure)
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect([x + w <= 280, y + h <= 168]).toEqual([true, true])
        }
      }
      for (const { step = 0, serves = 0, team, role, touchpoint } of notes) {
        expect(Math.max(step, serves)).toBeLessThan(steps.length)
        expect(lanes.map(({ kind }) => kind)).toContain(role)
        if (team !== undefined) expect(keys(teams)).toContain(team)
        if (touchpoint !== undefined) expect(known).toContain(touchpoint)
      }
    }
    for (const view of views) if (view.kind === 'map') expect(keys(journeys)).toContain(view.journey)
  })

  it('tell of a guest and a host in 15 frames each, with highs, lows and holes', () => {
    const { journeys } = read('airbnb.json')
    expect(journeys.map(({ steps }) => steps.length)).toEqual([15, 15])
    for (const { steps } of journeys) {
      const moods = new Set(steps.map(({ emotion }) => emotion))
      expect([moods.has(2), moods.has(-2)]).toEqual([true, true])
      expect(steps.filter(({ today }) => today === undefined).length).toBeGreaterThan(3)
    }
  })
})
