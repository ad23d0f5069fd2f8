import type { PersonId } from '../ids.ts'
import { LIMITS } from './limits.ts'

/** Who writes as which client of the document. Whoever says so first has it: ids are new and random at every start. */
export interface Claims {
  of(client: number): PersonId | undefined
  /** False if it is somebody else's, or more than one person may have. */
  claim(client: number, person: PersonId): boolean
}

export function createClaims(): Claims {
  const owners = new Map<number, PersonId>()
  const counts = new Map<PersonId, number>()
  return {
    of: (client) => owners.get(client),
    claim(client, person) {
      const owner = owners.get(client)
      if (owner !== undefined) return owner === person
      const count = counts.get(person) ?? 0
      if (count >= LIMITS.clientsOfOne) return false
      owners.set(client, person)
      counts.set(person, count + 1)
      return true
    },
  }
}
