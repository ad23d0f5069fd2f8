import fs from 'node:fs'
import path from 'node:path'
import { asset, assetContent, assetHash, type Asset, type AssetHash } from '../../shared/model/asset.ts'
import { isSound } from './assetTables.ts'
import { syncFile, syncFolder } from './placeFile.ts'

/** Images on this computer's own disk that the workshop file could not take yet: one file each, beside a journal. */
export interface AssetSpool {
  /** Returns once the image is on the disk. */
  put(added: Asset): void
  /** Null if it is not here, or harmed. */
  get(hash: AssetHash): Asset | null
  hashes(): AssetHash[]
  drop(hash: AssetHash): void
  /** Takes over what another spool holds. */
  adopt(other: string): void
  /** Removes the folder with all that is in it. */
  remove(): void
}

/** What comes before the bytes: everything else about the image, as one line of JSON. */
const head = assetContent.omit({ bytes: true })

/** @param folder is made when the first image comes */
export function createAssetSpool(folder: string): AssetSpool {
  const fileOf = (hash: AssetHash): string => path.join(folder, hash)
  const hashes = (at = folder): AssetHash[] =>
    fs.existsSync(at) ? fs.readdirSync(at).filter((name) => assetHash.safeParse(name).success) : []

  return {
    put({ hash, mime, w, h, bytes }) {
      fs.mkdirSync(folder, { recursive: true })
      const temporary = `${fileOf(hash)}.tmp`
      try {
        fs.writeFileSync(
          temporary,
          Buffer.concat([Buffer.from(`${JSON.stringify({ mime, w, h })}\n`), bytes]),
        )
        syncFile(temporary)
        fs.renameSync(temporary, fileOf(hash))
      } finally {
        fs.rmSync(temporary, { force: true }) // it may have taken the last space
      }
      syncFolder(folder)
      syncFolder(path.dirname(folder))
    },
    get: (hash) => (fs.existsSync(fileOf(hash)) ? decode(hash, fs.readFileSync(fileOf(hash))) : null),
    hashes,
    drop: (hash) => fs.rmSync(fileOf(hash), { force: true }),
    adopt(other) {
      for (const hash of hashes(other)) {
        fs.mkdirSync(folder, { recursive: true })
        fs.renameSync(path.join(other, hash), fileOf(hash))
      }
      fs.rmSync(other, { recursive: true, force: true })
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

function decode(hash: AssetHash, file: Buffer): Asset | null {
  const end = file.indexOf('\n')
  const parsed = asset.safeParse({
    ...parse(file.toString('utf8', 0, Math.max(0, end))),
    hash,
    bytes: new Uint8Array(file.subarray(end + 1)),
  })
  return parsed.success && isSound(parsed.data) ? parsed.data : null
}

function parse(text: string): object {
  try {
    return head.parse(JSON.parse(text))
  } catch {
    return {} // then it is not an image of ours
  }
}
