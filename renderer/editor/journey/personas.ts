import { NO_ANSWERS, type Persona } from '../../../shared/journey/entities.ts'
import { newId, personaId, type PersonaId } from '../../../shared/journey/ids.ts'
import { NOTE_COLORS, type NoteColor } from '../../../shared/model/color.ts'
import type { Editor } from '../editor.ts'
import { ordersAfter } from '../../../shared/journey/ordersAfter.ts'

/** Adds somebody to the workshop, in the first colour that nobody has yet. */
export function addPersona(
  editor: Editor,
  { name, role = '' }: { readonly name: string; readonly role?: string },
): PersonaId | undefined {
  if (editor.fixed) return undefined
  const made = newPersona(editor, name, role)
  editor.workshop.change((change) => change.put('personas', made))
  return made.id
}

/** A persona to be, after all that there are. */
export function newPersona(editor: Editor, name: string, role: string): Persona {
  const [order = 'a0'] = ordersAfter(editor.workshop.journeys, 'personas', 1)
  return {
    id: newId(personaId),
    order,
    name,
    role,
    summary: '',
    color: freeColor(editor),
    ...NO_ANSWERS,
  }
}

/** Blue first: it is what actors without a colour of their own have. */
const COLORS: readonly NoteColor[] = ['blue', 'orange', 'green', 'purple', 'pink', 'teal', 'yellow']

function freeColor({ workshop }: Editor): NoteColor {
  const personas = workshop.journeys.all('personas')
  const taken = new Set(personas.map(({ color }) => color))
  return (
    COLORS.find((color) => !taken.has(color)) ?? NOTE_COLORS[personas.length % NOTE_COLORS.length] ?? 'blue'
  )
}

/** Takes somebody out of the workshop. Journeys whose actor they were are kept, without an actor. */
export function removePersona({ workshop, fixed }: Editor, id: PersonaId): void {
  if (!fixed && workshop.journeys.get('personas', id))
    workshop.change((change) => change.drop('personas', id))
}
