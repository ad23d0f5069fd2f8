import type { Editor } from '../editor/editor.ts'
import type { ImportFooterProps } from './ImportFooter.tsx'
import type { ReadTable } from './readTable.ts'
import type { RememberedTable } from './rememberTable.ts'

/** What each of the things that a table can become is given in the dialog. */
export interface ImportPartProps {
  readonly table: ReadTable
  readonly fileName: string
  readonly editor: Editor
  readonly remembered: RememberedTable | undefined
  readonly buttons: ImportFooterProps
}

/** What feedback and metrics of a file are from: its name without the ending. */
export const sourceName = (fileName: string): string => fileName.replace(/\.\w{1,5}$/, '')
