import { z } from 'zod'

/** The colours of sticky notes, by name: what they look like is the scene's affair. */
export const NOTE_COLORS = ['yellow', 'orange', 'pink', 'purple', 'blue', 'teal', 'green', 'grey'] as const
export const noteColor = z.enum(NOTE_COLORS)
export type NoteColor = z.infer<typeof noteColor>

/** The colours of lines, ink and text outside notes. `ink` is dark on a light board and light on a dark one. */
export const INK_COLORS = [
  'ink',
  'grey',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
] as const
export const inkColor = z.enum(INK_COLORS)
export type InkColor = z.infer<typeof inkColor>
