import fs from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { PAPER } from '../../../shared/scene/palette.ts'
import { fit, toPage, toScreen, zoomAbout, type Camera } from '../../../renderer/editor/camera.ts'
import { documentOf, NOTE_SIDE, NOTE_STEP, type BenchBoard, type BenchNote } from './benchBoard.ts'
import { MIDDLE, zoomTo10 } from './gestures.ts'
import type { BuiltSite } from './serveBuilt.ts'
import { standInDesktop } from './standInDesktop.ts'
import { traced, type Traced } from './trace.ts'

export const VIEWPORT = { w: 1600, h: 1000 } as const

/** A page with a board, and how to look at it. The app and the floor are driven alike. */
export interface BenchPage {
  readonly page: Page
  readonly cdp: CDPSession
  readonly browser: CDPSession
  /** From the document in memory to the first complete frame. */
  readonly load: Traced
  /** Looks at the middle of the board, nothing selected, at 10 % or at 100 %. */
  look(zoom: 0.1 | 1): Promise<void>
  /** Screen point of the middle of the note nearest to the viewport's middle. */
  noteAt(zoom: 0.1 | 1): Vec
}

const BOARD = '/bench/board'

/** Serves the app's document and the floor's notes. */
export function putBoard(site: BuiltSite, board: BenchBoard): void {
  const { notes, assets } = board
  site.put(BOARD, documentOf(board))
  for (const [hash, { png }] of assets) site.put(`${BOARD}/${hash}`, png)
  site.put(
    '/bench/notes.json',
    JSON.stringify(notes.map(({ color, ...note }) => ({ ...note, color: PAPER[color] }))),
  )
  const script = fs.readFileSync(path.join(import.meta.dirname, '../floor/page.ts'), 'utf8')
  site.put('/bench/floor.js', stripTypeScriptTypes(script))
  site.put(
    '/bench/floor.html',
    '<!doctype html><meta charset="utf-8"><style>body{margin:0;overflow:hidden}</style><script type="module" src="floor.js"></script>',
  )
}

/** Serves a document in place of the board's own. */
export const putDocument = (site: BuiltSite, update: Uint8Array): void => site.put(BOARD, update)

async function newPage(browser: Browser): Promise<Pick<BenchPage, 'page' | 'cdp' | 'browser'>> {
  const page = await browser.newPage({ viewport: { width: VIEWPORT.w, height: VIEWPORT.h } })
  page.on('pageerror', (error) => console.error('bench: the page threw', error))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  return { page, cdp, browser: await browser.newBrowserCDPSession() }
}

const PAINTED = "performance.getEntriesByName('throughline:board-complete').length > 0"

/** The built app, as in a desktop window that opens this board. */
export async function openApp(
  browser: Browser,
  site: BuiltSite,
  notes: readonly BenchNote[],
): Promise<BenchPage> {
  const base = await newPage(browser)
  const { page, cdp } = base
  await page.addInitScript(standInDesktop, BOARD)
  const load = await traced(base.browser, async () => {
    await page.goto(site.address)
    await page.waitForFunction(PAINTED)
    await settled(page)
  })
  return {
    ...base,
    load,
    noteAt: (zoom) => noteNear(notes, zoom),
    async look(zoom) {
      await page.locator('[data-canvas]').focus()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+Digit1')
      await page.mouse.move(MIDDLE.x, MIDDLE.y)
      await page.keyboard.press('Control+Digit0')
      if (zoom === 0.1) await zoomTo10(cdp)
      await settled(page)
    },
  }
}

interface Floor {
  prepare(notes: unknown, middle: Vec): void
  load(view: Camera): void
  look(view: Camera): void
}
declare global {
  interface Window {
    readonly floor: Floor
  }
}

/** The floor page with the same board, seen as the app shows it. */
export async function openFloor(
  browser: Browser,
  site: BuiltSite,
  notes: readonly BenchNote[],
): Promise<BenchPage> {
  const base = await newPage(browser)
  const { page } = base
  const middle = toPage(viewOf(notes, 1), [MIDDLE.x, MIDDLE.y])
  await page.goto(`${site.address}/bench/floor.html`)
  await page.evaluate(async (at) => {
    const response = await fetch('/bench/notes.json')
    window.floor.prepare(await response.json(), at)
  }, middle)
  await settled(page)
  const load = await traced(base.browser, async () => {
    await page.evaluate((view) => window.floor.load(view), viewOf(notes))
    await page.waitForFunction(PAINTED)
    await settled(page)
  })
  return {
    ...base,
    load,
    noteAt: (zoom) => noteNear(notes, zoom),
    async look(zoom) {
      await page.evaluate((view) => window.floor.look(view), viewOf(notes, zoom))
      await page.mouse.move(MIDDLE.x, MIDDLE.y)
      await settled(page)
    },
  }
}

/** How the app shows the board when it opens, or after that at a zoom about the viewport's middle. */
function viewOf(notes: readonly BenchNote[], zoom?: number): Camera {
  const right = Math.max(0, ...notes.map(({ x }) => x))
  const bottom = Math.max(0, ...notes.map(({ y }) => y))
  const all = fit({ x: 0, y: 0, w: right + NOTE_SIDE, h: bottom + NOTE_SIDE }, VIEWPORT)
  return zoom === undefined ? all : zoomAbout(all, [MIDDLE.x, MIDDLE.y], zoom)
}

function noteNear(notes: readonly BenchNote[], zoom: number): Vec {
  const view = viewOf(notes, zoom)
  const [x, y] = toPage(view, [MIDDLE.x, MIDDLE.y])
  const inCell = (value: number) => Math.floor(value / NOTE_STEP) * NOTE_STEP + NOTE_SIDE / 2
  const [sx, sy] = toScreen(view, [inCell(x), inCell(y)])
  return [Math.round(sx), Math.round(sy)]
}

/** What a page does after the input stops must not run into what is measured next. */
const REST_MS = 700

/** Resolves when the page has been left alone for a moment and has nothing more to do. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(REST_MS)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })))
}
