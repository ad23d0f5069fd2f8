import type { Link, LinkPeer } from '../../../shared/session/link.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import type { Carrier } from './carrier.ts'
import { fingerprintsIn, rtcPipe } from './rtcPipe.ts'
import { readWord, wordOf } from './words.ts'

export interface ChannelRules {
  makeLink(pipe: Pipe): Link
  /** The other side has proven who it is. Sets what the link and the carrier are to call, except the link's `onOpen`. */
  onLink(link: Link, peer: LinkPeer, carrier: Carrier): void
  /** Whether the other side has proven itself; not called if the connection just went. */
  onProof?(connection: RTCPeerConnection, proven: boolean): void
}

const SOON_MS = 5
/** A peer says two things before it has heard one of ours. */
const MOST_EARLY = 8
/** How long the last messages of a link that was closed may take to leave, ms. */
const LINGER_MS = 250

type Listener = ((event: { readonly data?: unknown; readonly error?: unknown }) => void) | null

/**
 * What simple-peer, below y-webrtc, takes for its data channel: a link over the real one. It stays `connecting` until both sides
 * have proven who they are. The real channel is `negotiated` by both sides with the same id, so that there is one whichever
 * side called.
 */
export class LinkedChannel {
  readyState: RTCDataChannelState = 'connecting'
  binaryType: BinaryType = 'arraybuffer'
  bufferedAmountLowThreshold = 0
  readonly label = 'line'
  onopen: Listener = null
  onclose: Listener = null
  onerror: Listener = null
  onmessage: Listener = null
  onbufferedamountlow: Listener = null
  readonly #native: RTCDataChannel
  readonly #connection: RTCPeerConnection
  readonly #rules: ChannelRules
  readonly #carrier: Carrier
  #link: Link | undefined
  #ready = false
  #onReady: Carrier['onReady']
  /** What came before there was a link to take it. */
  readonly #heard: Uint8Array<ArrayBuffer>[] = []

  constructor(native: RTCDataChannel, connection: RTCPeerConnection, rules: ChannelRules) {
    this.#native = native
    this.#connection = connection
    this.#rules = rules
    this.#carrier = this.#makeCarrier()
    native.binaryType = 'arraybuffer'
    native.addEventListener('message', this.#early)
    native.addEventListener('open', () => this.#prove())
    native.addEventListener('close', () => this.#closed())
  }

  get bufferedAmount(): number {
    return this.#native.bufferedAmount
  }

  get peer(): LinkPeer | undefined {
    return this.#link?.peer
  }

  /** y-webrtc says something to this peer. */
  send(data: Uint8Array): void {
    if (this.readyState !== 'open') throw new Error('The channel is not open')
    const word = readWord(data)
    if (word?.kind === 'update') this.#carrier.onUpdate?.(word.update)
    else if (word?.kind === 'awareness') this.#carrier.onAwareness?.(word.update)
    else if (word?.kind === 'step1' && !this.#ready) {
      this.#ready = true
      this.#onReady?.()
    }
  }

  /** simple-peer or the watchdog ends it. */
  close(): void {
    this.#link?.close()
    this.#native.close()
    this.#closed()
  }

  /** Says good-bye: what was sent last still leaves. */
  finish(): void {
    this.#link?.close()
  }

  #makeCarrier(): Carrier {
    const whenReady = (run: Carrier['onReady']): void => {
      this.#onReady = run
      if (this.#ready)
        queueMicrotask(() => {
          if (this.#onReady === run) run?.()
        })
    }
    return {
      onUpdate: undefined,
      get onReady() {
        return undefined
      },
      set onReady(run) {
        whenReady(run)
      },
      onAwareness: undefined,
      takeUpdate: (update) => this.#hear(wordOf('update', update)),
      takeAwareness: (update) => this.#hear(wordOf('awareness', update)),
    }
  }

  readonly #early = ({ data }: MessageEvent<unknown>): void => {
    if (data instanceof ArrayBuffer && this.#heard.length < MOST_EARLY) this.#heard.push(new Uint8Array(data))
  }

  #prove(): void {
    if (this.readyState !== 'connecting') return
    // On a fast network the channel opens before the page hears of the description that opened it.
    if (!isDescribed(this.#connection)) return void setTimeout(() => this.#prove(), SOON_MS)
    const { makeLink, onLink, onProof } = this.#rules
    this.#native.removeEventListener('message', this.#early)
    const pipe = rtcPipe(this.#native, this.#connection, () => this.#ended())
    const link = makeLink(pipe)
    this.#link = link
    link.onOpen = (peer) => {
      if (this.readyState !== 'connecting') return
      this.readyState = 'open'
      onProof?.(this.#connection, true)
      onLink(link, peer, this.#carrier)
      this.onopen?.({})
    }
    for (const packet of this.#heard.splice(0)) pipe.onPacket?.(packet)
  }

  /** The link or the other side closed the pipe. What was sent last is given a moment, then the connection is closed. */
  #ended(): void {
    if (this.readyState === 'closed' || this.readyState === 'closing') return
    if (this.readyState === 'connecting' && this.#native.readyState !== 'closed')
      this.#rules.onProof?.(this.#connection, false)
    this.readyState = 'closing'
    if (this.#native.readyState === 'closed') this.#closed()
    else setTimeout(() => this.#closed(), LINGER_MS)
  }

  #closed(): void {
    if (this.readyState === 'closed') return
    this.readyState = 'closed'
    this.onclose?.({})
  }

  #hear(data: ArrayBuffer): void {
    this.onmessage?.({ data })
  }
}

const isDescribed = ({ localDescription, remoteDescription }: RTCPeerConnection): boolean =>
  fingerprintsIn(localDescription?.sdp) !== '' && fingerprintsIn(remoteDescription?.sdp) !== ''
