import type { NoteColor } from '../model/color.ts'
import type { Role } from './entities.ts'

/** The colour of a new note, by what it is. */
export const ROLE_COLORS: Readonly<Record<Role, NoteColor>> = {
  action: 'yellow',
  touchpoint: 'blue',
  thought: 'purple',
  pain: 'pink',
  opportunity: 'green',
  metric: 'teal',
  custom: 'grey',
}
