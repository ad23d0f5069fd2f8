import type { DocMessage } from '../../shared/session/docMessage.ts'

/** What has to be dealt with in the order in which it came. */
export type Arrived = Extract<DocMessage, { kind: 'slice' | 'done' | 'edit' }>

/** `early`: has to wait until the document has more. */
export type Outcome = 'done' | 'early'

export interface DocInboxOptions {
  readonly now: () => number
  readonly yieldNow: (run: () => void) => void
}

/** What has arrived over all links and waits for its turn, so that no task is long. */
export interface DocInbox {
  line(deal: (arrived: Arrived) => Outcome): InboxLine
}

export interface InboxLine {
  add(arrived: Arrived): void
  /** The document has more than before: what was early may not be any more. */
  retry(): void
  /** For how long the first that waits has been early, ms; 0 if it is not. */
  earlyFor(): number
  /** Bytes that wait. */
  waiting(): number
  /** Forgets what waits, but for slices and ends of answers, and says how many that were. */
  dropEdits(): number
  end(): void
}

/** Longest turn, ms: half of what a frame has. */
const TURN_MS = 8

interface Waiting {
  readonly queue: Arrived[]
  readonly deal: (arrived: Arrived) => Outcome
  bytes: number
  earlySince: number | undefined
}

export function createDocInbox({ now, yieldNow }: DocInboxOptions): DocInbox {
  const lines = new Set<Waiting>()
  let [running, again] = [false, false]

  const isReady = (line: Waiting): boolean => line.queue.length > 0 && line.earlySince === undefined

  /** One from each line, round and round. */
  function run(): void {
    if (running) return
    running = true
    const start = now()
    try {
      for (let some = true; some;) {
        some = false
        for (const line of lines) {
          if (!isReady(line)) continue
          if (now() - start > TURN_MS) return later()
          take(line)
          some = true
        }
      }
    } finally {
      running = false
    }
  }

  function take(line: Waiting): void {
    const [first] = line.queue
    if (!first) return
    if (line.deal(first) === 'early') {
      line.earlySince = now()
      return
    }
    // What was dealt with may have ended or emptied the line.
    if (line.queue[0] !== first) return
    line.queue.shift()
    line.bytes -= sizeOf(first)
  }

  function later(): void {
    if (again) return
    again = true
    yieldNow(() => {
      again = false
      run()
    })
  }

  return {
    line(deal) {
      const line: Waiting = { queue: [], deal, bytes: 0, earlySince: undefined }
      lines.add(line)
      return {
        add(arrived) {
          line.queue.push(arrived)
          line.bytes += sizeOf(arrived)
          if (!again) run()
        },
        retry() {
          if (line.earlySince === undefined) return
          line.earlySince = undefined
          if (!again) run()
        },
        earlyFor: () => (line.earlySince === undefined ? 0 : Math.max(1, now() - line.earlySince)),
        waiting: () => line.bytes,
        dropEdits() {
          const kept = line.queue.filter(({ kind }) => kind !== 'edit')
          const gone = line.queue.length - kept.length
          line.queue.splice(0, line.queue.length, ...kept)
          line.bytes = kept.reduce((sum, each) => sum + sizeOf(each), 0)
          line.earlySince = undefined
          return gone
        },
        end() {
          lines.delete(line)
          line.queue.length = 0
        },
      }
    },
  }
}

const sizeOf = (arrived: Arrived): number => ('update' in arrived ? arrived.update.length : 0)
