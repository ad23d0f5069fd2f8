import { z } from 'zod'

/** The colours of sticky notes, by name: what they look like is the scene's affair. */
export const NOTE_COLORS = ['yellow', 'orange', 'pink', 'purple', 'blue', 'teal', 'green', 'grey'] as const
export const noteColor = z.enum(NOTE_COLORS)
export type NoteColor = z.infer<typeof noteColor>
