import { hash as digest } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import { asset, MOST_ASSET_BYTES, type Asset, type AssetHash } from '../../shared/model/asset.ts'
import { logError } from './log.ts'

/** An image lies in the file in pieces of this size, so that no row is too large to be copied around. 256 KiB. */
const PIECE_BYTES = 256 * 1024

interface Head {
  readonly mime: unknown
  readonly w: unknown
  readonly h: unknown
  readonly size: unknown
}

/** The image with this hash; null if there is none. Throws `damaged` if it is not what its hash says. */
export function readAsset(db: Database, hash: AssetHash): Asset | null {
  const head = db
    .prepare<[Buffer], Head>('SELECT mime, w, h, size FROM blob WHERE hash = ?')
    .get(asBytes(hash))
  if (!head) return null
  const { mime, w, h, size } = head
  if (typeof size !== 'number' || size < 1 || size > MOST_ASSET_BYTES) throw damaged(hash)
  const parsed = asset.safeParse({ hash, mime, w, h, bytes: readPieces(db, hash, size) })
  if (!parsed.success || !isSound(parsed.data)) throw damaged(hash)
  return parsed.data
}

/** Whether the bytes are those that the hash names. */
export const isSound = ({ hash, bytes }: Asset): boolean => digest('sha256', bytes) === hash

/** Adds an image whose hash is right. Does nothing if it is there and sound. Within the caller's transaction. */
export function writeAsset(db: Database, added: Asset, at: number): void {
  if (hasSound(db, added.hash)) return
  const { hash, mime, w, h, bytes } = added
  const key = asBytes(hash)
  db.prepare('DELETE FROM chunk WHERE hash = ?').run(key)
  db.prepare(
    `INSERT INTO blob (hash, mime, w, h, size, added) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET mime = excluded.mime, w = excluded.w, h = excluded.h, size = excluded.size`,
  ).run(key, mime, BigInt(w), BigInt(h), BigInt(bytes.length), BigInt(at))
  const insert = db.prepare<[Buffer, bigint, Uint8Array]>(
    'INSERT INTO chunk (hash, i, data) VALUES (?, ?, ?)',
  )
  for (let i = 0; i * PIECE_BYTES < bytes.length; i++)
    insert.run(key, BigInt(i), bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES))
}

/** Of all images in the file, sound or not. */
export const assetHashes = (db: Database): AssetHash[] =>
  db.prepare<[], AssetHash>('SELECT lower(hex(hash)) FROM blob WHERE length(hash) = 32').pluck().all()

/** Adds to `to` what only `from` has. Within the caller's transaction on `to`. */
export function moveAssets(from: Database, to: Database, at: number): void {
  const known = new Set(assetHashes(to))
  for (const hash of assetHashes(from)) {
    const missing = known.has(hash) ? null : soundOrNull(from, hash)
    if (missing) writeAsset(to, missing, at)
  }
}

const hasSound = (db: Database, hash: AssetHash): boolean => soundOrNull(db, hash) !== null

function soundOrNull(db: Database, hash: AssetHash): Asset | null {
  try {
    return readAsset(db, hash)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    logError('image', error)
    return null
  }
}

function readPieces(db: Database, hash: AssetHash, size: number): Uint8Array<ArrayBuffer> | null {
  const pieces = db
    .prepare<[Buffer, number], { i: number; data: unknown }>(
      'SELECT i, data FROM chunk WHERE hash = ? AND length(data) <= ? ORDER BY i',
    )
    .iterate(asBytes(hash), PIECE_BYTES)
  const bytes = new Uint8Array(size)
  let filled = 0
  for (const { i, data } of pieces) {
    const fits = data instanceof Uint8Array && i * PIECE_BYTES === filled && filled + data.length <= size
    if (!fits) return null
    bytes.set(data, filled)
    filled += data.length
  }
  return filled === size ? bytes : null
}

const asBytes = (hash: AssetHash): Buffer => Buffer.from(hash, 'hex')

const damaged = (hash: AssetHash): AppError => new AppError('damaged', `Image ${hash} cannot be read`)
