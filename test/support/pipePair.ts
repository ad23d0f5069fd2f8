import type { Clock } from '../../shared/session/clock.ts'
import type { Pipe } from '../../shared/session/pipe.ts'

type Packet = Uint8Array<ArrayBuffer>
type End = 0 | 1

export interface PipePairOptions {
  /** One way, ms; a function gives every packet its own. Packets stay in order all the same, as on a reliable line. */
  readonly latency?: number | (() => number)
  /** Bytes a second, each way. */
  readonly bandwidth?: number
  readonly mostPacket?: number
  /** `buffered` at which `onDrain` is called when it has been above, bytes. */
  readonly low?: number
  /** What the first end sees as its own and the other's name; the second end sees the same the other way round. */
  readonly binding?: readonly [string, string]
  /** Sees every packet, and says what arrives instead. */
  readonly onWire?: (packet: Packet, from: End) => readonly Packet[]
}

export interface PipePair {
  readonly ends: readonly [Pipe, Pipe]
  /** Nothing arrives on either side and nobody is told; what was sent waits, as in a network that has come apart. */
  hold(): void
  release(): void
  /** The line ends for both at once. */
  cut(): void
  /** Something arrives at an end that the other never sent. */
  inject(to: End, packet: Packet): void
  /** Bytes that arrived at each end. */
  readonly arrived: [number, number]
}

/** Two ends of a line in memory. */
export function pipePair(clock: Clock, options: PipePairOptions = {}): PipePair {
  const { binding } = options
  const arrived: [number, number] = [0, 0]
  const line: Line = { clock, options, open: true, held: undefined, arrived }
  const ends: [Wire, Wire] = [
    wire(line, 0, binding, () => ends[1]),
    wire(line, 1, binding && [binding[1], binding[0]], () => ends[0]),
  ]
  return {
    ends: [ends[0].pipe, ends[1].pipe],
    hold: () => (line.held ??= []),
    release() {
      const held = line.held ?? []
      line.held = undefined
      for (const run of held) run()
    },
    cut: () => end(line, ends),
    inject: (to, packet) => ends[to].take(packet),
    arrived,
  }
}

interface Line {
  readonly clock: Clock
  readonly options: PipePairOptions
  open: boolean
  held: (() => void)[] | undefined
  readonly arrived: [number, number]
}

interface Wire {
  readonly pipe: Pipe
  take(packet: Packet): void
  closed(): void
}

function end(line: Line, ends: readonly Wire[]): void {
  if (!line.open) return
  line.open = false
  for (const each of ends) each.closed()
}

function wire(line: Line, me: End, binding: readonly [string, string] | undefined, other: () => Wire): Wire {
  const { clock, options } = line
  const { bandwidth = Infinity, low = 32 * 1024, latency = 0, onWire } = options
  let [buffered, freeAt, lastAt, closed] = [0, 0, 0, false]
  const arrive = (run: () => void): void => {
    if (line.held) line.held.push(run)
    else run()
  }
  function close(): void {
    if (closed) return
    closed = true
    pipe.onClose?.()
  }
  function left(bytes: number): void {
    const before = buffered
    buffered -= bytes
    if (!closed && before > low && buffered <= low) pipe.onDrain?.()
  }
  const pipe: Pipe = {
    mostPacket: options.mostPacket ?? 64 * 1024,
    ...(binding && { binding }),
    buffered: () => buffered,
    send(packet) {
      if (closed) throw new Error('The pipe is closed')
      if (packet.length > pipe.mostPacket) throw new Error('The packet is too long')
      const copy = packet.slice()
      buffered += copy.length
      freeAt = Math.max(freeAt, clock.now()) + (copy.length / bandwidth) * 1000
      clock.after(freeAt - clock.now(), () => left(copy.length))
      lastAt = Math.max(lastAt, freeAt + (typeof latency === 'number' ? latency : latency()))
      const packets = onWire ? onWire(copy, me) : [copy]
      clock.after(lastAt - clock.now(), () =>
        arrive(() => {
          for (const each of packets) other().take(each)
        }),
      )
    },
    close() {
      if (closed) return
      close()
      lastAt = Math.max(lastAt, freeAt, clock.now())
      clock.after(lastAt - clock.now() + (typeof latency === 'number' ? latency : 0), () =>
        arrive(() => {
          line.open = false
          other().closed()
        }),
      )
    },
    onPacket: undefined,
    onDrain: undefined,
    onClose: undefined,
  }
  return {
    pipe,
    take(packet) {
      if (closed) return
      line.arrived[me] += packet.length
      pipe.onPacket?.(packet)
    },
    closed: close,
  }
}
