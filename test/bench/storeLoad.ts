import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import * as Y from 'yjs'
import { createWorkshopFile } from '../../electron/store/createWorkshopFile.ts'
import { createRecoveryJournals } from '../../electron/store/recoveryJournal.ts'
import { openWorkshop, type Workshop } from '../../electron/store/workshop.ts'

// How long a workshop takes from its file into a document: `node test/bench/storeLoad.ts [EDITS]`.
const edits = Number(process.argv[2] ?? 30_000)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-bench-'))
const file = path.join(folder, 'Bench.journey')

/** Someone who makes notes and moves them about. */
function makeUpdates(): Uint8Array<ArrayBuffer>[] {
  const doc = new Y.Doc()
  const updates: Uint8Array<ArrayBuffer>[] = []
  doc.on('update', (update: Uint8Array) => updates.push(new Uint8Array(update)))
  const shapes = doc.getMap<Y.Map<unknown>>('shapes')
  for (let n = 0; n < edits; n++) {
    const id = `shape-${n % 5000}`
    doc.transact(() => {
      const shape = shapes.get(id) ?? new Y.Map<unknown>()
      if (!shapes.has(id)) shapes.set(id, shape)
      shape.set('at', [n, n * 2, 200, 200, 0])
      if (n < 5000) shape.set('text', new Y.Text(`What the customer said, number ${n}`))
    })
  }
  return updates
}

const open = (): Workshop =>
  openWorkshop(file, {
    journals: createRecoveryJournals(path.join(folder, 'journal')),
    keepIn: folder,
    now: Date.now,
  })

async function report(name: string): Promise<void> {
  const started = performance.now()
  const workshop = open()
  const opened = performance.now()
  const { updates } = await workshop.calls.load()
  const loaded = performance.now()
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)))
  const applied = performance.now()
  workshop.close()
  const steps = {
    open: opened - started,
    load: loaded - opened,
    apply: applied - loaded,
    all: applied - started,
  }
  for (const [step, ms] of Object.entries(steps))
    console.log(JSON.stringify({ name: `${name}-${step}`, size: edits, value: Math.round(ms), unit: 'ms' }))
}

createWorkshopFile(file)
const workshop = open()
await Promise.all(makeUpdates().map(async (update) => workshop.calls.append({ update })))
workshop.close()
await report('snapshot')
const db = new Sqlite(file)
db.exec('DELETE FROM snap')
db.close()
await report('whole-log')
console.log(JSON.stringify({ name: 'file', size: edits, value: fs.statSync(file).size, unit: 'B' }))
fs.rmSync(folder, { recursive: true })
