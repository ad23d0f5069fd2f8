/**
 * `npm run bench -- canvas [--size N] [--runs N]`: the built page in headless Chromium, driven by real wheel, mouse and
 * keys, on boards of 100 to 50,000 notes. The floor (test/bench/floor) is a plain canvas with the same board, driven by
 * the same input right after it. `pan` is at 10 %, `pan100` at 100 %; `zoom` goes from 10 % to 100 % and back; `drag`
 * moves one note at 100 %, `dragall` all of them at 10 %; `type` writes into one at 100 %. With more than one run, each
 * figure is the median.
 */
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'
import { benchNotes } from './support/benchBoard.ts'
import { openApp, openFloor, putBoard, type BenchPage } from './support/benchPages.ts'
import { measureBoard, type Figures } from './support/measureBoard.ts'
import { heapSize } from './support/measureGesture.ts'
import { median, report } from './support/report.ts'
import { serveBuilt } from './support/serveBuilt.ts'

const SIZES = [100, 1000, 5000, 10_000, 50_000]

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    runs: { type: 'string', default: '1' },
    only: { type: 'string' },
    'no-floor': { type: 'boolean', default: false },
  },
})
const sizes = values.size === undefined ? SIZES : [Number(values.size)]
const only = values.only?.split(',')

const site = await serveBuilt()
const executablePath = await chromiumPath()

/** One page in a browser of its own, so that no earlier board is in its memory. */
async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

type Open = (browser: Browser) => Promise<BenchPage>

async function figuresOf(open: Open): Promise<Figures> {
  const runs: Figures[] = []
  for (let run = 0; run < Number(values.runs); run++)
    runs.push(await inBrowser(async (browser) => measureBoard(await open(browser), only)))
  return medians(runs)
}

/** Each figure's median over the runs. */
function medians(runs: readonly Figures[]): Figures {
  const all = new Map<string, { value: number; unit: string }>()
  for (const [name, { unit }] of runs[0] ?? [])
    all.set(name, { unit, value: median(runs.map((run) => run.get(name)?.value ?? Number.NaN)) })
  return all
}

const all = new Map<number, Figures>()
try {
  putBoard(site, [])
  const empty = await inBrowser(async (browser) => heapSize((await openApp(browser, site, [])).cdp))
  for (const size of sizes) {
    const notes = benchNotes(size)
    putBoard(site, notes)
    const app = await figuresOf((browser) => openApp(browser, site, notes))
    const floor = values['no-floor']
      ? undefined
      : await figuresOf((browser) => openFloor(browser, site, notes))
    all.set(size, app)
    for (const [name, { value, unit }] of app)
      report(`canvas.${name}`, size, value, unit, floor?.get(name)?.value)
    const heap = app.get('heap.mb')?.value
    if (heap !== undefined) report('canvas.heap.note', size, (heap * 2 ** 20 - empty) / size / 1024, 'KB')
  }
  for (const name of ['pan.busy', 'pan100.busy']) {
    const [few, many] = [all.get(1000)?.get(name), all.get(50_000)?.get(name)]
    if (few && many) report(`canvas.${name}.growth`, 50_000, many.value / few.value, 'x')
  }
} finally {
  site.close()
}
