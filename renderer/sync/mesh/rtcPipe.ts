import type { Pipe } from '../../../shared/session/pipe.ts'

/** Longest packet, bytes: chunks of 16 KiB (as every browser can take) and what frames and encryption add. */
export const MOST_RTC_PACKET = 16 * 1024 + 256

/** The pipe has room again once so little waits in the browser, bytes. */
const LOW = 32 * 1024

/**
 * An open data channel as a pipe. `binding` are the DTLS fingerprints of both ends as this side sees them, so that whoever
 * proves themselves over this pipe proves it of this very connection. `onClosed` is called as soon as either side closes it.
 */
export function rtcPipe(channel: RTCDataChannel, connection: RTCPeerConnection, onClosed: () => void): Pipe {
  let closed = false
  function end(): void {
    if (closed) return
    closed = true
    if (channel.readyState === 'open' || channel.readyState === 'connecting') channel.close()
    pipe.onClose?.()
    onClosed()
  }
  const pipe: Pipe = {
    mostPacket: MOST_RTC_PACKET,
    binding: [
      fingerprintsIn(connection.localDescription?.sdp),
      fingerprintsIn(connection.remoteDescription?.sdp),
    ],
    buffered: () => channel.bufferedAmount,
    send(packet) {
      if (closed) throw new Error('The pipe is closed')
      channel.send(packet)
    },
    close: end,
    onPacket: undefined,
    onDrain: undefined,
    onClose: undefined,
  }
  channel.binaryType = 'arraybuffer'
  channel.bufferedAmountLowThreshold = LOW
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (closed) return
    if (data instanceof ArrayBuffer) pipe.onPacket?.(new Uint8Array(data))
    else end() // none of ours sends text
  })
  channel.addEventListener('bufferedamountlow', () => {
    if (!closed) pipe.onDrain?.()
  })
  channel.addEventListener('close', end)
  channel.addEventListener('error', end)
  return pipe
}

/**
 * Every fingerprint that a description names, in one text. All of them, and not the first: who slips a second one in must
 * not get by.
 */
export function fingerprintsIn(sdp = ''): string {
  const found = Array.from(sdp.matchAll(/^a=fingerprint:(\S+) (\S+)\s*$/gm), ([, hash = '', value = '']) =>
    `${hash} ${value}`.toUpperCase(),
  )
  return [...new Set(found)].sort().join(',')
}
