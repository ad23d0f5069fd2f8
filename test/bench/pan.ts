/**
 * `npm run bench -- pan [NOTES]`: frame times while the wheel pans for three seconds, at 100 % and with everything in
 * view, in the real app. An empty workshop in the same run is the baseline of the ratio.
 */
import fs from 'node:fs'
import type { Page } from 'playwright/test'
import { writeWorkshop } from './support/manyNotes.ts'
import { benchFolder, openInApp } from './support/realApp.ts'
import { percentile, report } from './support/report.ts'

const size = Number(process.argv[2] ?? 5000)
const GESTURE_MS = 3000
const STEP = 24

/** Frame times in ms while the wheel turns at the display's pace, back and forth so that the board stays in view. */
async function panned(page: Page): Promise<number[]> {
  await page.mouse.move(700, 450)
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const tick = (now: number): void => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(window, { benchFrames: frames })
  })
  const end = Date.now() + GESTURE_MS
  for (let i = 0; Date.now() < end; i++) {
    const back = Math.floor(i / 40) % 2 === 0 ? 1 : -1
    await page.mouse.wheel(back * STEP, back * STEP)
  }
  const frames = await page.evaluate(() => (window as unknown as { benchFrames: number[] }).benchFrames)
  return frames.slice(2) // the first two belong to the start
}

async function measure(folder: string, count: number): Promise<Map<string, number[]>> {
  const { app, page } = await openInApp(folder, await writeWorkshop(folder, count))
  const frames = new Map<string, number[]>()
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Shift+Digit1')
  frames.set('all', await panned(page))
  await page.keyboard.press('Control+Digit0')
  frames.set('100', await panned(page))
  await app.close()
  return frames
}

const folder = benchFolder()
try {
  const baseline = await measure(folder, 0)
  const measured = await measure(folder, size)
  for (const [view, frames] of measured) {
    const empty = baseline.get(view) ?? []
    for (const share of [50, 95, 99]) {
      report(`pan.${view}.frame.p${share}`, 0, percentile(empty, share / 100), 'ms')
      report(`pan.${view}.frame.p${share}`, size, percentile(frames, share / 100), 'ms')
    }
    const seconds = frames.reduce((sum, ms) => sum + ms, 0) / 1000
    report(`pan.${view}.fps`, size, frames.length / seconds, 'frames/s')
    report(`pan.${view}.frame.p95.ratio`, size, percentile(frames, 0.95) / percentile(empty, 0.95), 'x')
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
