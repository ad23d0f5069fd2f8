import path from 'node:path'
import * as Y from 'yjs'
import { openWorkshopFile } from '../../../electron/store/workshopFile.ts'
import { openWorkshop } from '../../../shared/model/workshop.ts'

/** All texts on the boards of a workshop file that no app has open, sorted. */
export function textsInFile(file: string): string[] {
  const opened = openWorkshopFile(file, path.dirname(file), Date.now)
  const doc = new Y.Doc()
  for (const update of opened.read().updates) Y.applyUpdate(doc, update)
  opened.close()
  const { shapes } = openWorkshop(doc)
  const all = shapes.boards().flatMap((board) => shapes.all(board))
  return all.flatMap((shape) => ('text' in shape ? [shape.text] : [])).toSorted()
}
