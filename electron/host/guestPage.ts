import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** One file of the guest page, as it is sent. */
export interface PageFile {
  readonly type: string
  readonly content: Buffer
  /** Smaller, for those who take it; nothing where it would not be, or is not yet. */
  packed: Buffer | undefined
  /** Its name says what is in it: it never changes. */
  readonly lasting: boolean
}

/** Everything that GET may answer with, by path: `/` and its files. Nothing else exists. */
export type GuestPage = ReadonlyMap<string, PageFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/**
 * Reads the built page in `folder` (`out/renderer`) once: `guest.html` as `/`, and what lies in `assets`, except what browsers
 * do not need. Throws if there is no page.
 */
export function readGuestPage(folder: string): GuestPage {
  const entries = readdirSync(folder, { withFileTypes: true })
  const page = ['guest.html', 'index.html'].find((name) => entries.some((entry) => entry.name === name))
  if (page === undefined) throw new Error('Expected a guest page')
  const assets = entries.some((entry) => entry.isDirectory() && entry.name === 'assets')
    ? readdirSync(path.join(folder, 'assets'), { withFileTypes: true })
    : []
  return new Map([
    ['/', readFile(path.join(folder, page), false)],
    ...assets
      .filter((entry) => entry.isFile() && path.extname(entry.name) in TYPES)
      .map(({ name }) => [`/assets/${name}`, readFile(path.join(folder, 'assets', name), true)] as const),
  ])
}

/** Makes what packs well smaller, one file after the other: the page is served meanwhile. */
export async function packGuestPage(page: GuestPage): Promise<void> {
  for (const file of page.values()) {
    if (!PACKS.test(file.type)) continue
    const packed = await pack(file.content)
    if (packed.length < file.content.length) file.packed = packed
  }
}

const pack = promisify(gzip)
const PACKS = /^text\/|json|svg/

function readFile(file: string, lasting: boolean): PageFile {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  return { type, content: readFileSync(file), packed: undefined, lasting }
}
