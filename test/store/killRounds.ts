import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { findFrames } from '../../electron/store/frame.ts'
import { testAsset } from '../support/testAsset.ts'
import { startStore, type StoreProcess } from '../support/storeProcess.ts'

export interface KillReport {
  readonly rounds: number
  readonly acknowledged: number
  /** Rounds after which SQLite had a transaction to undo. */
  readonly hotJournals: number
  /** What was wrong after a round; empty when nothing was ever lost. */
  readonly lost: readonly string[]
}

interface Options {
  readonly rounds: number
  readonly seed: number
  /** Must be empty. What it holds afterwards can be looked at. */
  readonly folder: string
  /** The program of the store process. */
  readonly entry: string
  readonly stopAtFirstLoss?: boolean
}

const ROUNDS_PER_FILE = 20
/** From the first answer to the kill. */
const MOST_MS = 60

/**
 * Edits a workshop through the real store process, kills that with SIGKILL at a random moment and looks whether
 * every edit that was called saved is there: in every other round with the recovery journal taken away, since
 * `file` was promised.
 */
export async function killRounds({
  rounds,
  seed,
  folder,
  entry,
  stopAtFirstLoss,
}: Options): Promise<KillReport> {
  const random = mulberry32(seed)
  const appData = path.join(folder, 'app-data')
  const report = { rounds: 0, acknowledged: 0, hotJournals: 0, lost: [] as string[] }
  let file = ''
  let next = startStore(appData, entry)
  let saved = new Map<string, number>()
  let images = new Set<string>()

  for (let round = 0; round < rounds; round++) {
    const store = await next
    next = startStore(appData, entry) // while this one works: starting takes longer than a round
    if (round % ROUNDS_PER_FILE === 0) {
      file = path.join(folder, `${round}.journey`)
      saved = new Map()
      images = new Set()
      await store.control.create({ file })
    }
    const before = saved.size
    await editAndKill({ store, file, round, random, saved, images })
    report.acknowledged += saved.size - before
    if (isHot(file)) report.hotJournals += 1
    if (round % 2 === 1) fs.rmSync(path.join(appData, 'journal'), { recursive: true, force: true })
    report.rounds += 1
    report.lost.push(
      ...(await verify(await next, file, saved, images)).map((what) => `round ${round}: ${what}`),
    )
    if (stopAtFirstLoss && report.lost.length > 0) break
  }
  await (await next).kill()
  return report
}

interface Round {
  readonly store: StoreProcess
  readonly file: string
  readonly round: number
  readonly random: () => number
  /** Key and value of every edit that was called saved; added to. */
  readonly saved: Map<string, number>
  /** Hashes of images of which the same holds. */
  readonly images: Set<string>
}

async function editAndKill({ store, file, round, random, saved, images }: Round): Promise<void> {
  const { session } = await store.control.open({ file })
  const workshop = store.workshop(session)
  const doc = new Y.Doc()
  const { updates } = await workshop.load()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  const map = doc.getMap<number | string>('test')

  const isBusy = random() < 0.5 // writes without a pause, so that most kills hit a write
  let edits = 0
  const end = new AbortController()
  let reportFirst = (): void => undefined
  const firstSaved = new Promise<void>((resolve) => (reportFirst = resolve))
  doc.on('update', (update: Uint8Array) => {
    const [key, value] = [`${round}-${edits}`, edits]
    void workshop.append({ update: new Uint8Array(update) }).then(({ durable }) => {
      if (durable === 'file') saved.set(key, value)
      reportFirst()
    })
  })

  function putImage(): void {
    const image = testAsset(Math.ceil(random() * 600_000), random)
    void workshop.putAsset(image).then(({ durable }) => {
      if (durable === 'file') images.add(image.hash)
    })
  }

  async function edit(): Promise<void> {
    while (!end.signal.aborted) {
      doc.transact(() => {
        map.set(`${round}-${edits}`, edits)
        // Now and then a large one, which takes several pages.
        if (random() < 0.05) map.set('large', 'x'.repeat(Math.floor(random() * 30_000)))
      })
      edits += 1
      if (random() < 0.05) putImage()
      if (isBusy || random() < 0.02) void workshop.flush()
      await pause(isBusy || random() < 0.7 ? 0 : random() * 6)
    }
  }
  const editing = edit()
  await firstSaved
  await pause(random() * MOST_MS)
  const killed = store.kill()
  end.abort()
  await Promise.all([killed, editing])
}

/** What is wrong with the file, as the next store sees it and as SQLite does. */
async function verify(
  store: StoreProcess,
  file: string,
  saved: ReadonlyMap<string, number>,
  images: ReadonlySet<string>,
): Promise<string[]> {
  const { session } = await store.control.open({ file })
  const workshop = store.workshop(session)
  const { updates } = await workshop.load()
  const lostImages: string[] = []
  for (const hash of images)
    if (!(await workshop.getAsset({ hash }))) lostImages.push(`image ${hash} is not there`)
  await store.control.close({ session })
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  const content = doc.getMap('test').toJSON()
  const wrong = [...saved]
    .filter(([key, value]) => content[key] !== value)
    .map(([key]) => `${key} is not there`)
  if (doc.store.pendingStructs) wrong.push('updates are missing in between')
  return [...wrong, ...lostImages, ...checkFile(file)]
}

function checkFile(file: string): string[] {
  const db = new Sqlite(file, { readonly: true })
  try {
    const wrong = db.pragma('integrity_check', { simple: true }) === 'ok' ? [] : ['integrity_check']
    const frames = db
      .prepare<[], Uint8Array>('SELECT frame FROM upd UNION ALL SELECT frame FROM snap')
      .pluck()
      .all()
    if (frames.some((frame) => findFrames(frame).length !== 1)) wrong.push('a frame is torn')
    return wrong
  } finally {
    db.close()
  }
}

const isHot = (file: string): boolean =>
  (fs.statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Random numbers from 0 to 1 that are the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
