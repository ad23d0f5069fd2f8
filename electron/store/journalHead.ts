import fs from 'node:fs'
import path from 'node:path'
import { syncFile, syncFolder } from './placeFile.ts'

/** Whose edits a recovery journal holds, and where the file was. */
export interface JournalHead {
  readonly guid: string
  readonly lineage: string
  readonly file: string
}

const MAGIC = 'JMJRNL1\n'

/** First bytes of a journal: a mark, then the head as one line of JSON. */
export const encodeJournalHead = (head: JournalHead): Buffer =>
  Buffer.from(`${MAGIC}${JSON.stringify(head)}\n`)

/** Undefined if these are not the first bytes of a journal. */
export function decodeJournalHead(bytes: Buffer): JournalHead | undefined {
  const end = bytes.indexOf('\n', MAGIC.length)
  if (end < 0 || !bytes.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) return undefined
  return parse(bytes.toString('utf8', MAGIC.length, end))
}

/** Makes an empty journal, with its folder; after a crash there is a whole head or no journal. */
export function writeEmptyJournal(journal: string, head: JournalHead): void {
  fs.mkdirSync(path.dirname(journal), { recursive: true })
  const temporary = `${journal}.tmp`
  fs.writeFileSync(temporary, encodeJournalHead(head))
  syncFile(temporary)
  fs.renameSync(temporary, journal)
  syncFolder(path.dirname(journal))
}

function parse(text: string): JournalHead | undefined {
  try {
    const { guid, lineage, file } = JSON.parse(text) as Record<keyof JournalHead, unknown>
    if (typeof guid !== 'string' || typeof lineage !== 'string' || typeof file !== 'string') return undefined
    return { guid, lineage, file }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
