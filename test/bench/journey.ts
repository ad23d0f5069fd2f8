/**
 * `npm run bench -- journey [--runs N]`: a map of 60 steps, 12 lanes and 2,000 notes in the built page, in headless
 * Chromium at 100 %, driven by a real mouse. `drop` carries notes from cell to cell, `reorder` drags columns to other
 * places, `collapse` folds a lane and a stage and opens them again; the frames are those of the whole gesture, which is
 * made once before: what it takes to show notes for the first time is measured by `canvas`. The
 * floor is a plain canvas with as many notes, of which one is carried about in the same way. `journey.layout.ms` is one
 * full layout of the map and `journey.register.ms` filters and sorts a register of 2,000 rows, both without a page;
 * their floor is touching every note once.
 */
import { parseArgs } from 'node:util'
import * as Y from 'yjs'
import { chromium, type Browser } from 'playwright'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'
import { ROLES } from '../../shared/journey/entities.ts'
import { layOutMap, MAP } from '../../shared/journey/mapLayout.ts'
import { filterRows, NO_FILTER, rowsOf } from '../../shared/journey/register.ts'
import { FIRST_BOARD } from '../../shared/model/ids.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { benchNotes } from './support/benchBoard.ts'
import { openApp, openFloor, putBoard, putDocument, settled, type BenchPage } from './support/benchPages.ts'
import { carryNotes, foldParts, lookAtMap, moveColumns, type MapPlace } from './support/mapGestures.ts'
import { JOURNEY, journeyWorkshop } from './support/journeyBoard.ts'
import { measureGesture } from './support/measureGesture.ts'
import { median, percentile, report } from './support/report.ts'
import { serveBuilt } from './support/serveBuilt.ts'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '1' } } })
const size = JOURNEY.notes

/** Milliseconds of one call, the median of many. */
function timed(work: () => void): number {
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

function measurePure(workshop: Workshop): void {
  const map = workshop.shapes.all(FIRST_BOARD).find(({ kind }) => kind === 'map')
  const layout = map?.kind === 'map' ? map.layout : undefined
  if (!layout) throw new Error('bench: the map has no layout')
  const touch = () => layout.input.cards.reduce((sum, { h }) => sum + h, 0)
  report(
    'journey.layout.ms',
    size,
    timed(() => layOutMap(layout.input)),
    'ms',
    timed(touch),
  )
  const source = { journeys: workshop.journeys, notesOf: workshop.shapes.placement.notesOf }
  const rows = ROLES.flatMap((role) => rowsOf(source, role))
  const filter = { ...NO_FILTER, text: 'key' }
  const filtered = () =>
    filterRows(
      ROLES.flatMap((role) => rowsOf(source, role)),
      filter,
    )
  const plain = () => rows.filter(({ note }) => note.text.includes('key'))
  report('journey.register.ms', rows.length, timed(filtered), 'ms', timed(plain))
}

const site = await serveBuilt()
const executablePath = await chromiumPath()

async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }) })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

const GESTURES = { drop: carryNotes, reorder: moveColumns, collapse: foldParts } as const

async function framesOf(page: BenchPage, gesture: (page: BenchPage) => Promise<void>): Promise<number> {
  const { frames } = await measureGesture(page, () => gesture(page))
  return percentile(frames, 0.95)
}

const { workshop, doc } = journeyWorkshop()
measurePure(workshop)
const notes = benchNotes(size)
putBoard(site, { notes, shapes: [], assets: new Map() })
putDocument(site, Y.encodeStateAsUpdate(doc))
const bounds = workshop.shapes.bounds(FIRST_BOARD) ?? { x: 0, y: 0, w: 1, h: 1 }
const place: MapPlace = { column: MAP.column, head: MAP.laneHead }
const found = new Map<string, { app: number[]; floor: number[] }>()
try {
  for (let run = 0; run < Number(values.runs); run++)
    for (const [name, gesture] of Object.entries(GESTURES)) {
      const app = await inBrowser(async (browser) => {
        const page = await openApp(browser, site, [])
        await lookAtMap(page, bounds)
        await gesture(page, place)
        await settled(page.page)
        return framesOf(page, (one) => gesture(one, place))
      })
      const floor = await inBrowser(async (browser) => {
        const page = await openFloor(browser, site, notes)
        await page.look(1)
        return framesOf(page, (one) => carryNotes(one, place))
      })
      const known = found.get(name) ?? { app: [], floor: [] }
      found.set(name, { app: [...known.app, app], floor: [...known.floor, floor] })
    }
} finally {
  site.close()
}
for (const [name, { app, floor }] of found)
  report(`journey.${name}.frame.p95`, size, median(app), 'ms', median(floor))
