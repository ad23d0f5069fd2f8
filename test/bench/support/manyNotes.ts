import fs from 'node:fs'
import path from 'node:path'
import * as Y from 'yjs'
import { createWorkshopFile } from '../../../electron/store/createWorkshopFile.ts'
import { createRecoveryJournals } from '../../../electron/store/recoveryJournal.ts'
import { openWorkshop as openFile } from '../../../electron/store/workshop.ts'
import { NOTE_COLORS } from '../../../shared/model/color.ts'
import { FIRST_BOARD, newShapeId } from '../../../shared/model/ids.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import { addFirstBoard, openWorkshop } from '../../../shared/model/workshop.ts'

const WORDS =
  'guest host key review price search wait arrive breakfast train خانه کلید гость отзыв čekanje żółw'.split(
    ' ',
  )

/** A short text, different for each number, in all our scripts. */
export function noteText(index: number): string {
  const count = 3 + (index % 9)
  return Array.from({ length: count }, (_, i) => WORDS[(index * 7 + i * 5) % WORDS.length]).join(' ')
}

/** Writes a workshop of `count` notes, each its own saved update, as if they had been made one by one. */
export async function writeWorkshop(folder: string, count: number): Promise<string> {
  const file = path.join(folder, `Notes ${count}.journey`)
  fs.mkdirSync(folder, { recursive: true })
  createWorkshopFile(file)
  const journals = createRecoveryJournals(path.join(folder, 'journal'))
  const stored = openFile(file, { journals, keepIn: folder, now: Date.now })
  const doc = new Y.Doc()
  const written: Promise<unknown>[] = []
  doc.on('update', (update: Uint8Array) => {
    written.push(Promise.resolve(stored.calls.append({ update: new Uint8Array(update) })))
  })
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  const columns = Math.ceil(Math.sqrt(count))
  ordersAbove([], count).forEach((order, index) =>
    workshop.change((change) =>
      change.add({
        id: newShapeId(),
        kind: 'note',
        board: FIRST_BOARD,
        geometry: [(index % columns) * 220, Math.floor(index / columns) * 220, 200, 200, 0],
        order,
        style: { color: NOTE_COLORS[index % NOTE_COLORS.length] ?? 'yellow' },
        text: noteText(index),
        grow: 0,
      }),
    ),
  )
  await Promise.all(written)
  stored.close()
  return file
}
