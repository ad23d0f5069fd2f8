import { z } from 'zod'
import { marks, type Mark } from '../../shared/model/marks.ts'
import { MOST_TEXT } from '../../shared/model/shape.ts'

/** Clipboard type of a part of a text of ours, with how it looks. */
export const TEXT_TYPE = 'application/x-throughline-text+json'

const clipping = z.object({ text: z.string().max(MOST_TEXT), marks })

/** A part of a text on its way through the clipboard. */
export interface CopiedText {
  readonly text: string
  /** From the part's start. */
  readonly marks: readonly Mark[]
}

export const writeText = (copied: CopiedText): string => JSON.stringify(copied)

/** What the clipboard says, which any program can fill; nothing if that makes no sense. */
export function parseText(json: string): CopiedText | undefined {
  if (json === '') return undefined
  try {
    const parsed = clipping.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
