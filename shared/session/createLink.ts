import type { Dispose } from '../util/store.ts'
import type { ControlMessage } from './controlMessage.ts'
import { every } from './clock.ts'
import { DOOR } from './doorMessage.ts'
import { byeFrame, parseFrame, type PartFrame } from './frames.ts'
import { createHandshake, type Handshake, type HandshakeStep } from './handshake.ts'
import { jsonBytes } from './json.ts'
import type { Lane, Link, LinkCounts, LinkEnd, LinkPeer } from './link.ts'
import { LINK_TIMES, NOTHING_YET, ownBudget, type LinkOptions, type LinkTimes } from './linkOptions.ts'
import { createPulse, type Pulse } from './pulse.ts'
import type { Pipe } from './pipe.ts'
import { readControl } from './readControl.ts'
import { createReassembly, type Arrival, type Reassembly } from './reassemble.ts'
import { createSendQueue, type SendQueue } from './sendQueue.ts'
import { createStanding, type Standing } from './standing.ts'
import { MOST_PACKET_BYTES } from './signallingFrame.ts'
import { SEAL } from './packetCipher.ts'

type Bytes = Uint8Array<ArrayBuffer>
type ByteLane = Exclude<Lane, 'control'>

/**
 * Proves who is at both ends of a pipe, and makes a link of it: see `Link`. Sends its hello at once. May be closed as soon as it
 * returns, if the pipe was. What the pipe's handlers were, it replaces.
 */
export const createLink = (pipe: Pipe, options: LinkOptions): Link => new PipeLink(pipe, options)

const MOST_STRIKES = 3
/** Packets of the door that may still be on their way when a link begins. */
const MOST_LATE = 4

class PipeLink implements Link {
  onOpen: Link['onOpen']
  onMessage: Link['onMessage']
  onBytes: Link['onBytes']
  onProgress: Link['onProgress']
  onDrain: Link['onDrain']
  readonly counts: LinkCounts = { ...NOTHING_YET }
  readonly #pipe: Pipe
  readonly #options: LinkOptions
  readonly #times: LinkTimes
  readonly #handshake: Handshake
  readonly #queue: SendQueue
  readonly #reassembly: Reassembly
  readonly #pulse: Pulse
  readonly #disposes: Dispose[] = []
  #state: Link['state'] = 'proving'
  #standing: Standing | undefined
  #lastPeer: LinkPeer | undefined
  #late = 0
  #end: LinkEnd | undefined
  #onEnd: Link['onEnd']

  constructor(pipe: Pipe, options: LinkOptions) {
    const { clock, budget = ownBudget() } = options
    this.#pipe = pipe
    this.#options = options
    this.#times = { ...LINK_TIMES, ...options.times }
    this.#pulse = createPulse(clock, this.#times)
    this.#handshake = createHandshake({ ...options, binding: pipe.binding })
    this.#reassembly = createReassembly((lane) => this.#standing?.allowance().most[lane] ?? 0, budget)
    this.#queue = createSendQueue({
      buffered: () => (this.#state === 'open' ? pipe.buffered() : Infinity),
      send: (frame) => this.#sendFrame(frame),
      wait: (lane, bytes) => (lane === 'doc' || lane === 'bulk' ? this.#pace(lane, bytes) : 0),
      count: (lane, bytes) => this.#standing?.outgoing().take(lane, bytes),
      after: (ms, run) => clock.after(ms, run),
      mostFrame: Math.min(pipe.mostPacket, MOST_PACKET_BYTES) - SEAL,
      onDrain: (lane) => this.#safely(() => this.onDrain?.(lane)),
    })
    pipe.onPacket = (packet) => this.#take(packet)
    pipe.onDrain = () => this.#queue.pump()
    pipe.onClose = () => this.#finish('closed', false)
    this.#disposes.push(clock.after(this.#times.handshake, () => this.#giveUp()))
    this.#sendPacket(this.#handshake.hello)
    for (const packet of options.heard ?? []) this.#take(packet)
  }

  get state(): Link['state'] {
    return this.#state
  }
  get peer(): LinkPeer | undefined {
    this.#lastPeer = this.#standing?.peer() ?? this.#lastPeer
    return this.#lastPeer
  }
  get onEnd(): Link['onEnd'] {
    return this.#onEnd
  }
  set onEnd(listener: Link['onEnd']) {
    const missed = this.#end !== undefined && !this.#onEnd
    this.#onEnd = listener
    if (missed && this.#end) listener?.(this.#end)
  }
  roundTrip = (): number | undefined => this.#pulse.roundTrip()
  heardAt = (): number => this.#pulse.heardAt()
  queued = (lane: Lane): number => this.#queue.queued(lane)

  send(message: ControlMessage): void {
    this.#add('control', jsonBytes(message))
  }
  sendBytes(lane: ByteLane, message: Uint8Array, about?: string): void {
    this.#add(lane, message, about)
  }
  strike(): void {
    if (++this.counts.strikes >= MOST_STRIKES) this.close('misbehaved')
  }
  recheck(): void {
    if (this.#standing && !this.#standing.peer()) this.close('refused')
  }
  close(why: LinkEnd = 'closed'): void {
    this.#finish(why, true)
  }

  #add(lane: Lane, message: Uint8Array, about?: string): void {
    if (this.#state === 'closed') return
    if (!this.#standing) throw new Error('The link is not open yet')
    if (message.length <= this.#standing.own().most[lane]) this.#queue.add(lane, message, about)
    else this.#options.onFault?.(new Error(`${message.length} bytes are too long for ${lane}`))
  }
  #pace(lane: Lane, bytes: number): number {
    return this.#standing?.outgoing().wait(lane, bytes) ?? 0
  }

  #take(packet: Bytes): void {
    if (this.#state === 'closed') return
    this.counts.framesIn++
    this.counts.bytesIn += packet.length
    this.#pulse.hear()
    if (packet.length > MOST_PACKET_BYTES) this.close('broken')
    else if (this.#standing) this.#takeFrame(packet, this.#standing)
    else if (!this.#isLate(packet)) this.#prove(this.#handshake.take(packet))
  }
  #isLate(packet: Bytes): boolean {
    return packet[0] === DOOR && !this.#handshake.cipher() && this.#late++ < MOST_LATE
  }

  #prove(step: HandshakeStep): void {
    if (step.kind === 'broken' || step.kind === 'refused') return this.close(step.kind)
    if (step.kind === 'bye') return this.#finish(step.why, false)
    for (const packet of step.send) this.#sendPacket(packet)
    if (step.kind === 'proven') this.#open(step.peer, createStanding(this.#options, step.peer, step.chain))
  }
  #open(peer: LinkPeer, standing: Standing): void {
    // A pipe that failed while the proof was sent has ended the link already.
    if (this.#state !== 'proving') return
    this.#standing = standing
    this.#state = 'open'
    this.#release()
    this.#disposes.push(every(this.#options.clock, this.#times.ping, () => this.#tick()))
    this.#ping()
    this.#safely(() => this.onOpen?.(peer))
  }

  #takeFrame(packet: Bytes, standing: Standing): void {
    const opened = this.#handshake.cipher()?.open(packet)
    const frame = opened && parseFrame(opened)
    if (!opened || !frame) return this.close('broken')
    if (!standing.peer()) return this.close('refused')
    if (frame.kind === 'bye') return this.#finish(frame.why, false)
    if ('turn' in frame) {
      if (!standing.incoming().take(undefined, opened.length)) return this.close('flooded')
      if (frame.kind === 'ping') this.#sendFrame(this.#pulse.answer(frame.turn))
      else this.#pulse.heardAnswer(frame.turn)
      return
    }
    this.#takePart(frame, opened.length, standing)
  }
  #takePart(frame: PartFrame, bytes: number, standing: Standing): void {
    const meter = standing.incoming()
    // Presence in time is free, so that it may be dropped for being too fast long before the link is closed for it.
    const free = frame.lane === 'presence' && frame.kind === 'whole' && meter.takePresence()
    if (!free && !meter.take(frame.lane, bytes)) return this.close('flooded')
    const arrival = this.#reassembly.take(frame)
    if (!arrival) return this.close('broken')
    if (!arrival.message) return this.#safely(() => this.onProgress?.(arrival.lane, arrival.have, arrival.of))
    const late = arrival.lane === 'presence' && !free && (frame.kind === 'whole' || !meter.takePresence())
    if (late) this.counts.dropped++
    else this.#deliver(arrival, arrival.message)
  }
  #deliver({ lane }: Arrival, message: Bytes): void {
    if (lane === 'control') return this.#deliverControl(message)
    this.#safely(() => this.onBytes?.(lane, message))
  }
  #deliverControl(message: Bytes): void {
    const said = readControl(message)
    if (said === 'unknown') this.counts.ignored++
    else if (said === 'malformed') this.strike()
    else this.#safely(() => this.onMessage?.(said))
  }

  #tick(): void {
    if (this.#pulse.isSilent()) return this.close('silent')
    this.recheck()
    this.#ping()
    this.#queue.pump()
  }
  #ping(): void {
    if (this.#state === 'open' && this.#pulse.mayAsk(this.#pipe.buffered()))
      this.#sendFrame(this.#pulse.ask())
  }
  #giveUp(): void {
    if (this.#state === 'proving') this.close('silent')
  }

  #sendFrame(frame: Bytes): void {
    const sealed = this.#handshake.cipher()?.seal(frame)
    if (sealed) this.#sendPacket(sealed)
  }
  #sendPacket(packet: Bytes): void {
    if (this.#state === 'closed') return
    try {
      this.#pipe.send(packet)
      this.counts.framesOut++
      this.counts.bytesOut += packet.length
    } catch {
      this.#finish('closed', false)
    }
  }

  /** What others do with what arrived may fail; the link goes on, unless that happens again and again. */
  #safely(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.#options.onFault?.(error)
      this.strike()
    }
  }
  #release(): void {
    for (const dispose of this.#disposes.splice(0)) dispose()
  }
  #finish(why: LinkEnd, tell: boolean): void {
    if (this.#state === 'closed') return
    if (tell) {
      // What was said before is heard before, such as where to go instead.
      if (why === 'closed') this.#queue.flush('control')
      this.#sendFrame(byeFrame(why))
      // The pipe was gone already, and that was said.
      if (this.#end) return
    }
    this.#lastPeer = this.peer
    this.#state = 'closed'
    this.#end = why
    this.#release()
    this.#queue.clear()
    this.#reassembly.dispose()
    this.#pipe.close()
    this.#onEnd?.(why)
  }
}
