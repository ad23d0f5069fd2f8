import type { BenchPage } from './benchPages.ts'
import { settled } from './benchPages.ts'
import { doubleClick, drag, drop, pan, selectAll, type, zoom } from './gestures.ts'
import { heapSize, measureGesture, residentSize, type Cost } from './measureGesture.ts'
import { percentile } from './report.ts'

/** Figures by name, without the benchmark's own. */
export type Figures = ReadonlyMap<string, { readonly value: number; readonly unit: string }>

const MB = 2 ** 20

/** Everything that is measured on one page with a board; `only` names the gestures, all by default. */
export async function measureBoard(page: BenchPage, only?: readonly string[]): Promise<Figures> {
  const figures = new Map<string, { value: number; unit: string }>()
  const wanted = (name: string) => !only || only.includes(name)
  const put = (name: string, value: number | undefined, unit: string) => {
    if (value !== undefined && Number.isFinite(value)) figures.set(name, { value, unit })
  }
  const gesture = async (name: string, work: () => Promise<void>) => {
    if (!wanted(name)) return
    for (const [part, { value, unit }] of partsOf(await measureGesture(page, work)))
      put(`${name}.${part}`, value, unit)
    await settled(page.page)
  }

  put('load.ms', timeTo(page.load, LOADED, COMPLETE), 'ms')
  put('heap.mb', (await heapSize(page.cdp)) / MB, 'MB')
  put('memory.mb', ((await residentSize(page.browser)) ?? Number.NaN) / MB, 'MB')

  await page.look(0.1)
  await gesture('pan', () => pan(page.cdp))
  await page.look(0.1)
  await gesture('zoom', () => zoom(page.cdp))
  await page.look(1)
  await gesture('pan100', () => pan(page.cdp))
  await page.look(1)
  const note = page.noteAt(1)
  await gesture('drag', () => drag(page.cdp, note))
  if (wanted('drag')) await drop(page.cdp, note)

  await page.look(1)
  if (wanted('type')) await doubleClick(page.cdp, note)
  await settled(page.page)
  await gesture('type', () => type(page.cdp))
  if (!wanted('dragall')) return figures

  await page.look(0.1)
  await markKey(page)
  const selecting = await measureGesture(page, async () => {
    await selectAll(page.cdp)
    await settled(page.page)
  })
  put('selectall.ms', timeTo(selecting, KEY, KEY_FRAME), 'ms')
  await settled(page.page)
  const small = page.noteAt(0.1)
  await gesture('dragall', () => drag(page.cdp, small))
  const dropping = await measureGesture(page, async () => {
    await drop(page.cdp, small)
    await settled(page.page)
  })
  put('dropall.frame.max', Math.max(...dropping.frames), 'ms')
  return figures
}

/** From the document in memory to the first frame in which nothing is missing: marks that every window makes. */
const LOADED = 'throughline:workshop-loaded'
const COMPLETE = 'throughline:board-complete'
const KEY = 'throughline:bench-key'
const KEY_FRAME = 'throughline:bench-key-frame'

/** Has the page note when the next key reaches it, and when it begins the frame that shows what the key did. */
async function markKey({ page }: BenchPage): Promise<void> {
  await page.evaluate(
    ([key, frame]) => {
      const note = () => {
        performance.mark(key)
        requestAnimationFrame(() => performance.mark(frame))
      }
      addEventListener('keydown', note, { once: true, capture: true })
    },
    [KEY, KEY_FRAME] as const,
  )
}

/** From one mark to the presentation of the frame in which another was made. ms */
function timeTo({ shown, marks }: Pick<Cost, 'shown' | 'marks'>, from: string, frame: string): number {
  const begun = marks.get(frame) ?? Number.NaN
  return (shown.find((at) => at > begun) ?? Number.NaN) - (marks.get(from) ?? Number.NaN)
}

function partsOf(cost: Cost): Figures {
  const { frames, fps, busy, latencies, cpuPerFrame } = cost
  return new Map([
    ...[50, 95, 99].map(
      (share) => [`frame.p${share}`, { value: percentile(frames, share / 100), unit: 'ms' }] as const,
    ),
    ['frame.max', { value: Math.max(...frames), unit: 'ms' }],
    ['fps', { value: fps, unit: 'frames/s' }],
    ['busy', { value: busy, unit: 'ms' }],
    ['latency.p95', { value: percentile(latencies, 0.95), unit: 'ms' }],
    ['cpu.frame', { value: cpuPerFrame, unit: 'ms' }],
  ])
}
