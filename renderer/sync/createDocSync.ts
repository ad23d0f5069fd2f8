import { hashOfVector, progressOf } from '../../shared/session/vectors.ts'
import { createStore } from '../../shared/util/store.ts'
import { askInTurn } from './askInTurn.ts'
import { createDocInbox } from './docInbox.ts'
import { createDocLine } from './docLine.ts'
import type { DocLineContext, OwnedLine } from './docLineContext.ts'
import type { DocSync, DocSyncOptions, FromPeer } from './docSync.ts'

/** Own hashes of so many beats are remembered: who has one of those is behind, and will ask. */
const MOST_HASHES = 8

/** Carries the document over links: see sync.md, rules 4 to 6. */
export function createDocSync(options: DocSyncOptions): DocSync {
  const { doc, now } = options
  const lines = new Set<OwnedLine>()
  const progress = createStore<{ have: number; of: number } | undefined>(undefined)
  const complete = createStore(options.lineage() !== undefined)
  const hashes: number[] = []
  /** Of the first that was asked, as long as the owner has not taken it up. */
  let adopted: string | undefined
  let applying: FromPeer | undefined
  /** Beats for which something in the document has waited for what is not there: a file may be so. */
  let pending = 0
  let heardHost = false

  const hash = (): number => hashOfVector(progressOf(doc))

  const context: DocLineContext = {
    ...options,
    turns: askInTurn(now),
    inbox: createDocInbox(options),
    hash,
    wasHere: (theirs) => hashes.includes(theirs),
    lineage: () => options.lineage() ?? adopted,
    adopt: (lineage) => void (adopted ??= lineage),
    applying: () => applying,
    apply(from, run) {
      applying = from
      try {
        run()
      } finally {
        applying = undefined
      }
    },
    onSlice(bytes, left) {
      if (complete.get()) return
      const have = (progress.get()?.have ?? 0) + bytes
      progress.set({ have, of: have + left })
    },
    onWhole(from) {
      if (from && options.isHost(from.person)) heardHost = true
      progress.set(undefined)
      complete.set(true)
    },
  }

  function onUpdate(update: Uint8Array): void {
    const copy = new Uint8Array(update)
    for (const line of lines) line.onUpdate(copy, applying)
  }
  function onChanged(): void {
    for (const line of lines) line.onChanged()
  }
  doc.on('update', onUpdate)
  doc.on('afterAllTransactions', onChanged)

  return {
    progress,
    complete,
    heardHost: () => heardHost,
    attach(link, lineage, carrier) {
      const line = createDocLine(context, link, carrier, () => lines.delete(line))
      lines.add(line)
      line.setLineage(lineage)
      return line
    },
    beat() {
      const here = hash()
      if (hashes.at(-1) !== here) hashes.push(here)
      if (hashes.length > MOST_HASHES) hashes.shift()
      pending = doc.store.pendingStructs ? pending + 1 : 0
      for (const line of lines) line.beat(here, pending > 2)
      context.turns.beat()
    },
    refresh() {
      for (const line of lines) line.refresh()
      context.turns.beat()
    },
    dispose() {
      doc.off('update', onUpdate)
      doc.off('afterAllTransactions', onChanged)
      for (const line of lines) line.end()
    },
  }
}
