import type { Chosen } from '../chosen.ts'
import type { Editor } from '../editor.ts'

/** Selects parts of a journey, in all views that show them, and no shapes beside them; `null` selects nothing. */
export function choosePart(
  { selection, chosen }: Pick<Editor, 'selection' | 'chosen'>,
  part: Chosen | null,
): void {
  selection.set(new Set())
  chosen.set(part)
}
