/**
 * `npm run bench -- canvas [--size N|mixed] [--runs N]`: the built page in headless Chromium, driven by real wheel, mouse and
 * keys, on boards of 100 to 50,000 notes. The floor (test/bench/floor) is a plain canvas with the same board, driven by
 * the same input right after it. `pan` is at 10 %, `pan100` at 100 %; `zoom` goes from 10 % to 100 % and back; `drag`
 * moves one note at 100 %, `dragall` all of them at 10 %; `type` writes into one at 100 %. With more than one run, each
 * figure is the median. `--size mixed` is a board of 2,000 notes, 500 connectors, 200 strokes of ink and 50 images, whose
 * figures are named `canvas.mixed…`; the floor shows its notes only.
 */
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'
import { notesBoard, type BenchBoard } from './support/benchBoard.ts'
import { mixedBoard } from './support/mixedBoard.ts'
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
const wanted = (size: number | 'mixed') => values.size === undefined || values.size === String(size)
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

/** Measures one board and prints what came out, next to what the floor takes. */
async function measure(board: BenchBoard, prefix: string, emptyHeap: number): Promise<Figures> {
  putBoard(site, board)
  const size = board.shapes.length
  console.error(`bench: ${prefix} ${size}`)
  const app = await figuresOf((browser) => openApp(browser, site, board.notes))
  const floor = values['no-floor']
    ? undefined
    : await figuresOf((browser) => openFloor(browser, site, board.notes))
  for (const [name, { value, unit }] of app)
    report(`${prefix}.${name}`, size, value, unit, floor?.get(name)?.value)
  const heap = app.get('heap.mb')?.value
  if (heap !== undefined)
    report(`${prefix}.heap.note`, size, (heap * 2 ** 20 - emptyHeap) / size / 1024, 'KB')
  return app
}

const measured = new Map<number, Figures>()
try {
  putBoard(site, notesBoard(0))
  const empty = await inBrowser(async (browser) => heapSize((await openApp(browser, site, [])).cdp))
  for (const size of new Set([...SIZES, ...(Number(values.size) > 0 ? [Number(values.size)] : [])]))
    if (wanted(size)) measured.set(size, await measure(notesBoard(size), 'canvas', empty))
  if (wanted('mixed')) await measure(mixedBoard(), 'canvas.mixed', empty)
  for (const name of ['pan.busy', 'pan100.busy']) {
    const [few, many] = [measured.get(1000)?.get(name), measured.get(50_000)?.get(name)]
    if (few && many) report(`canvas.${name}.growth`, 50_000, many.value / few.value, 'x')
  }
} finally {
  site.close()
}
