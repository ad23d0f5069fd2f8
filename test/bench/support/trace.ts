import type { CDPSession } from 'playwright'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  /** Microseconds. */
  readonly ts: number
  readonly id2?: { readonly local?: string }
  readonly args: {
    readonly frame_reporter?: { readonly state?: string }
    readonly event_latency?: { readonly event_type?: string }
  }
}

/** What a trace says of one gesture. Times in ms. */
export interface Traced {
  /** Frames that reached the display, by when each was presented. */
  readonly shown: readonly number[]
  /** From the input event to the frame that shows it, of those that were shown. */
  readonly latencies: readonly number[]
  /** When each mark of the page was made, on the clock of `shown`. */
  readonly marks: ReadonlyMap<string, number>
}

const CATEGORIES = ['disabled-by-default-devtools.timeline.frame', 'input.scrolling', 'blink.user_timing']

/** Records a trace while `work` runs. `browser` is a CDP session of the browser itself. */
export async function traced(browser: CDPSession, work: () => Promise<void>): Promise<Traced> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]))
  browser.on('Tracing.dataCollected', collect)
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await work()
  const complete = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve))
  await browser.send('Tracing.end')
  await complete
  browser.off('Tracing.dataCollected', collect)
  return readTrace(events)
}

/** Takes a trace apart. */
export function readTrace(events: readonly TraceEvent[]): Traced {
  const inOrder = events.toSorted((a, b) => a.ts - b.ts)
  const presented = new Set<string>()
  const begun = new Map<string, TraceEvent>()
  const shown: number[] = []
  const latencies: number[] = []
  const marks = new Map<string, number>()
  for (const event of inOrder) {
    const key = `${event.pid}/${event.id2?.local}`
    const ends = event.ph === 'e'
    if (event.name.startsWith('throughline:')) marks.set(event.name, event.ts / 1000)
    else if (event.name === PRESENTING) presented.add(key)
    else if (event.name === 'PipelineReporter' || event.name === 'EventLatency') {
      const start = begun.get(`${event.name} ${key}`)
      if (!ends) {
        begun.set(`${event.name} ${key}`, event)
        presented.delete(key)
      } else if (start?.name === 'PipelineReporter') {
        const at = event.ts / 1000
        const isShown = start.args.frame_reporter?.state?.startsWith('STATE_PRESENTED')
        if (isShown && at - (shown.at(-1) ?? -Infinity) > SAME_MS) shown.push(at)
      } else if (start && presented.has(key)) latencies.push((event.ts - start.ts) / 1000)
    }
  }
  return { shown, latencies, marks }
}

/** What the compositor did alone and what the page had part in are reported apart, for one and the same frame. */
const SAME_MS = 6

/** The last stage of what was shown; events without it changed nothing on the screen. */
const PRESENTING = 'SwapEndToPresentationCompositorFrame'
