import { versionOf, type Raw } from '../model/readShape.ts'
import { ENTITIES, ENTITY_VERSION, type EntityKind, type EntityOf } from './entities.ts'

/** What the fields of a step begin with that say how a persona feels there. */
export const FEEL = 'feel:'

/**
 * An entity as it lies in the document, as a plain value; nothing if a newer version made it or it is broken. Peers and
 * old files are not trusted: whatever reaches the interface came through here.
 */
export function readEntity<K extends EntityKind>(kind: K, raw: Raw): EntityOf[K] | undefined {
  if (versionOf(raw) > ENTITY_VERSION) return undefined
  const parsed = ENTITIES[kind].safeParse(kind === 'steps' ? withFeelings(raw) : raw)
  // Each schema says what its kind reads as: the compiler cannot follow the index from one to the other.
  return parsed.success ? (parsed.data as EntityOf[K]) : undefined
}

/** Two people's feelings about a step are two fields, so that neither takes the other's place. */
function withFeelings(raw: Raw): Raw {
  const feelings = Object.entries(raw).flatMap(([field, value]) =>
    field.startsWith(FEEL) ? [[field.slice(FEEL.length), value] as const] : [],
  )
  return feelings.length === 0 ? raw : { ...raw, feelings: Object.fromEntries(feelings) }
}
