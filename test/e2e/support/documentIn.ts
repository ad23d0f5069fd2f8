import path from 'node:path'
import * as Y from 'yjs'
import { openWorkshopFile } from '../../../electron/store/workshopFile.ts'
import { ROOTS } from '../../../shared/model/roots.ts'

/** All that lies in a workshop file that no app has open, as plain values by root. */
export function documentIn(file: string): Record<string, unknown> {
  const opened = openWorkshopFile(file, path.dirname(file), Date.now)
  try {
    const doc = new Y.Doc()
    for (const update of opened.read().updates) Y.applyUpdate(doc, update)
    return Object.fromEntries(ROOTS.map((root) => [root, doc.getMap(root).toJSON()]))
  } finally {
    opened.close()
  }
}
