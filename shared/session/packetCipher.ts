import { chacha20poly1305 } from '@noble/ciphers/chacha.js'

type Bytes = Uint8Array<ArrayBuffer>

/** Bytes that sealing a packet adds. */
export const SEAL = 16

/** Seals one direction of packets and opens the other. */
export interface PacketCipher {
  seal(packet: Bytes): Bytes
  /** Nothing if it is not the very next packet that the other side sealed. */
  open(packet: Bytes): Bytes | undefined
}

/** ChaCha20-Poly1305 (RFC 8439). The nonce counts packets, so none can be repeated, left out or moved. Keys of 32 bytes. */
export function packetCipher(sending: Uint8Array, receiving: Uint8Array): PacketCipher {
  const [ours, theirs] = [counter(), counter()]
  return {
    seal: (packet) => new Uint8Array(chacha20poly1305(sending, ours()).encrypt(packet)),
    open(packet) {
      if (packet.length < SEAL) return undefined
      try {
        return new Uint8Array(chacha20poly1305(receiving, theirs()).decrypt(packet))
      } catch {
        return undefined
      }
    },
  }
}

/** For pipes that encrypt by themselves, and whose ends the proofs name. */
export const openCipher: PacketCipher = { seal: (packet) => packet, open: (packet) => packet }

/** 96-bit nonces: 0, 1, 2 and so on, exact for as long as anybody lives. */
function counter(): () => Uint8Array {
  const nonce = new Uint8Array(12)
  const view = new DataView(nonce.buffer)
  let count = 0
  return () => {
    view.setUint32(4, Math.floor(count / 2 ** 32))
    view.setUint32(8, count % 2 ** 32)
    count++
    return nonce
  }
}
