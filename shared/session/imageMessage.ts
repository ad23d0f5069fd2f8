import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { assetMime, MOST_ASSET_BYTES, type AssetContent, type AssetHash } from '../model/asset.ts'

/** Longest piece of an image in one message, bytes: as much as the smallest role may send. */
export const MOST_PIECE_BYTES = 48 * 1024

type Bytes = Uint8Array<ArrayBuffer>

/** What is said on the bulk lane of a link, always about one image: one byte for the kind, its hash, its fields, big endian. */
export type ImageMessage =
  /** Send me this, from here on (u32). */
  | { readonly kind: 'want'; readonly hash: AssetHash; readonly offset: number }
  /** I have it; it is so large: the answer to `want`, or later, once somebody has what was asked for in vain. */
  | ({ readonly kind: 'have'; readonly hash: AssetHash } & ImageSize)
  | { readonly kind: 'none'; readonly hash: AssetHash }
  | { readonly kind: 'data'; readonly hash: AssetHash; readonly offset: number; readonly piece: Bytes }
  /** No more of this. */
  | { readonly kind: 'cancel'; readonly hash: AssetHash }

/** `w`, `h`: pixels (u16). `size`: bytes (u32). */
export interface ImageSize extends Pick<AssetContent, 'mime' | 'w' | 'h'> {
  readonly size: number
}

const KINDS = ['want', 'have', 'none', 'data', 'cancel'] as const
const HEAD = 1 + 32

export function encodeImageMessage(message: ImageMessage): Bytes {
  switch (message.kind) {
    case 'want':
      return packed(message, u32(message.offset))
    case 'have': {
      const mime = assetMime.options.indexOf(message.mime)
      return packed(message, [mime, ...u16(message.w), ...u16(message.h), ...u32(message.size)])
    }
    case 'data':
      return packed(message, u32(message.offset), message.piece)
    case 'none':
    case 'cancel':
    default:
      return packed(message, [])
  }
}

function packed({ kind, hash }: ImageMessage, fields: readonly number[], piece?: Uint8Array): Bytes {
  const bytes = new Uint8Array(HEAD + fields.length + (piece?.length ?? 0))
  bytes[0] = KINDS.indexOf(kind)
  bytes.set(hexToBytes(hash), 1)
  bytes.set(fields, HEAD)
  if (piece) bytes.set(piece, HEAD + fields.length)
  return bytes
}

const u16 = (value: number): number[] => [(value >>> 8) & 255, value & 255]
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value)]

/** Nothing if the bytes are no such message. */
export function decodeImageMessage(bytes: Bytes): ImageMessage | undefined {
  const kind = KINDS[bytes[0] ?? KINDS.length]
  if (kind === undefined || bytes.length < HEAD) return undefined
  const hash: AssetHash = bytesToHex(bytes.subarray(1, HEAD))
  const view = new DataView(bytes.buffer, bytes.byteOffset + HEAD, bytes.length - HEAD)
  const length = view.byteLength
  switch (kind) {
    case 'want':
      return length === 4 ? { kind, hash, offset: view.getUint32(0) } : undefined
    case 'have':
      return length === 9 ? haveIn(hash, view) : undefined
    case 'data': {
      const isSound = length > 4 && length <= 4 + MOST_PIECE_BYTES
      return isSound ? { kind, hash, offset: view.getUint32(0), piece: bytes.subarray(HEAD + 4) } : undefined
    }
    case 'none':
    case 'cancel':
    default:
      return length === 0 ? { kind, hash } : undefined
  }
}

function haveIn(hash: AssetHash, view: DataView): ImageMessage | undefined {
  const [mime, w, h, size] = [
    assetMime.options[view.getUint8(0)],
    view.getUint16(1),
    view.getUint16(3),
    view.getUint32(5),
  ]
  const isSound = mime && w > 0 && h > 0 && w <= 32_768 && h <= 32_768 && size > 0 && size <= MOST_ASSET_BYTES
  return isSound ? { kind: 'have', hash, mime, w, h, size } : undefined
}
