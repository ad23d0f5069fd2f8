import type * as Y from 'yjs'
import type { PersonId } from '../../../shared/session/ids.ts'
import { covers, encodedProgress } from '../../../shared/session/vectors.ts'
import { fromBase64url } from '../../../shared/util/base64url.ts'
import type { Safety } from '../liveSession.ts'

/** What is on whose disk (reliability C.6). */
export interface Disks {
  /** A disk has all of this; false if it is no vector. */
  persisted(person: PersonId, vector: string): boolean
  /** The newest vector of each. */
  all(): ReadonlyMap<PersonId, string>
  /** Does somebody's disk have all that the document here has? */
  covers(person: PersonId): boolean
}

export function createDisks(doc: Y.Doc): Disks {
  const vectors = new Map<PersonId, string>()
  return {
    persisted(person, vector) {
      if (!fromBase64url(vector)) return false
      vectors.set(person, vector)
      return true
    },
    all: () => vectors,
    covers(person) {
      const vector = fromBase64url(vectors.get(person) ?? '')
      return vector !== undefined && vector.length > 0 && covers(vector, encodedProgress(doc))
    },
  }
}

/** `disks`: persons with a disk who are here, and whether theirs has all; `me` may be among them. */
export function safetyOf(
  disks: readonly (readonly [PersonId, boolean])[],
  me: { readonly person: PersonId; readonly hasDisk: boolean },
  lastSaved: number | undefined,
): Safety {
  const copies = disks.filter(([, has]) => has).map(([person]) => person)
  return { copies, lastSaved, safe: me.hasDisk ? copies.includes(me.person) : copies.length > 0 }
}
