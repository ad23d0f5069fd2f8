import fs from 'node:fs'
import type { CDPSession, Page } from 'playwright'
import type { BenchPage } from './benchPages.ts'
import { traced, type Traced } from './trace.ts'

/** What one gesture cost. Times in ms. */
export interface Cost extends Traced {
  /** Between frames, as the page's own animation frames came. */
  readonly frames: readonly number[]
  /** Frames a second that reached the display. */
  readonly fps: number
  /** Tasks of the main thread. */
  readonly busy: number
  /** Processor time of every thread of every process of the browser, per shown frame. */
  readonly cpuPerFrame: number
}

export async function measureGesture(
  { page, cdp, browser }: BenchPage,
  work: () => Promise<void>,
): Promise<Cost> {
  await recordFrames(page)
  const before = { busy: await busyTime(cdp), cpu: await cpuTime(browser) }
  const start = performance.now()
  let seconds = 0
  const trace = await traced(browser, async () => {
    await work()
    seconds = (performance.now() - start) / 1000
  })
  const busy = (await busyTime(cdp)) - before.busy
  const cpu = (await cpuTime(browser)) - before.cpu
  return {
    ...trace,
    frames: await recordedFrames(page),
    fps: trace.shown.length / seconds,
    busy,
    cpuPerFrame: cpu / Math.max(1, trace.shown.length),
  }
}

async function recordFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    let running = true
    const tick = (now: number): void => {
      frames.push(now - last)
      last = now
      if (running) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    Object.assign(window, { benchFrames: frames, benchStop: () => (running = false) })
  })
}

async function recordedFrames(page: Page): Promise<number[]> {
  const frames = await page.evaluate(() => {
    const bench = window as unknown as { benchFrames: number[]; benchStop: () => void }
    bench.benchStop()
    return bench.benchFrames
  })
  return frames.slice(2) // the first two belong to the start
}

async function busyTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

async function cpuTime(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  return 1000 * processInfo.reduce((sum, { cpuTime: seconds }) => sum + seconds, 0)
}

/** What the page's objects take, in bytes, after everything that can go is gone. */
export async function heapSize(cdp: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn++) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}

/** Memory of the page's process that is its own, in bytes; nothing where the system does not say. */
export async function residentSize(browser: CDPSession): Promise<number | undefined> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalSize(id))
  return sizes.every((size) => size !== undefined) ? Math.max(...sizes) : undefined
}

function proportionalSize(pid: number): number | undefined {
  const file = `/proc/${pid}/smaps_rollup`
  if (!fs.existsSync(file)) return undefined
  return 1024 * Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(file, 'utf8'))?.[1])
}
