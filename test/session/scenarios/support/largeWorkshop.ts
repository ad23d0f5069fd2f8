import { createHash, randomFillSync } from 'node:crypto'
import path from 'node:path'
import { PNG } from 'pngjs'
import * as Y from 'yjs'
import { createRecoveryJournals } from '../../../../electron/store/recoveryJournal.ts'
import { openWorkshop as openFile } from '../../../../electron/store/workshop.ts'
import { FIRST_BOARD, newShapeId } from '../../../../shared/model/ids.ts'
import { openWorkshop } from '../../../../shared/model/workshop.ts'
import { writeWorkshop } from '../../../bench/support/manyNotes.ts'

/** Side of an image of about 500 KB, pixels: noise does not get smaller. */
const SIDE = 408

/** A workshop file of so many notes and so many images of half a megabyte each. */
export async function writeLargeWorkshop(folder: string, notes: number, images: number): Promise<string> {
  const file = await writeWorkshop(folder, notes)
  const journals = createRecoveryJournals(path.join(folder, 'journal'))
  const stored = openFile(file, { journals, keepIn: folder, now: Date.now })
  const doc = new Y.Doc()
  for (const update of (await stored.calls.load()).updates) Y.applyUpdate(doc, update)
  const written: Promise<unknown>[] = []
  doc.on('update', (update: Uint8Array) => {
    written.push(Promise.resolve(stored.calls.append({ update: new Uint8Array(update) })))
  })
  const workshop = openWorkshop(doc)
  for (let i = 0; i < images; i++) {
    const bytes = noise()
    const hash = createHash('sha256').update(bytes).digest('hex')
    await stored.calls.putAsset({ mime: 'image/png', w: SIDE, h: SIDE, bytes, hash })
    workshop.change((change) =>
      change.add({
        id: newShapeId(),
        kind: 'image',
        board: FIRST_BOARD,
        geometry: [(i % 10) * 420, -500 - Math.floor(i / 10) * 420, SIDE, SIDE, 0],
        order: 'a1',
        asset: hash,
        natural: [SIDE, SIDE],
        alt: '',
      }),
    )
  }
  await Promise.all(written)
  stored.close()
  return file
}

function noise(): Uint8Array<ArrayBuffer> {
  const png = new PNG({ width: SIDE, height: SIDE })
  randomFillSync(png.data)
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 255
  return new Uint8Array(PNG.sync.write(png, { colorType: 2, deflateLevel: 0 }))
}
