import type { PersonId } from '../../../shared/session/ids.ts'
import type { Presence } from '../../../shared/session/presence.ts'

/**
 * Would whoever follows `target` end up following themselves? Then all views of the circle would chase each other: who
 * has the smallest id of them gives up.
 */
export function goesInCircle(
  me: PersonId,
  target: PersonId,
  presences: ReadonlyMap<PersonId, Pick<Presence, 'follows'>>,
): boolean {
  const seen = new Set<PersonId>()
  let each: PersonId | undefined = target
  while (each !== undefined && each !== me && !seen.has(each)) {
    seen.add(each)
    each = presences.get(each)?.follows
  }
  return each === me && [...seen].every((person) => me < person)
}
